import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, section } from '../../blocks/layout.ts';
import { channel, named, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { showButton, spoken } from '../events/event_subject.ts';

/** What is left of a status card in a channel that no longer watches the app: it must not look fresh. */
export function movedCard(app: ZoomApp, now: Date): MessageView {
  const words = `*${named(app.name)}* moved to ${channel(app.channelId)}: its card stands there now, and its story goes on there.`;
  return endedCard(app, words, now);
}

/** The same where a person ended the watch. */
export function unwatchedCard(app: ZoomApp, now: Date): MessageView {
  return endedCard(
    app,
    `This channel no longer watches *${named(app.name)}*. Its card stands in ${channel(app.channelId)}; \`/zoom-app watch ${typed(app.name)}\` brings it back here.`,
    now,
  );
}

function endedCard(app: ZoomApp, words: string, now: Date): MessageView {
  return messageView(spoken(words), [
    header(app.name || 'Zoom app'),
    section(`:arrow_right: ${words}`),
    ...actions([showButton(app.id)]),
    context(`Since ${moment(now)}. Greenroom no longer edits this card.`),
  ]);
}
