import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { Deletion } from '../../../store/archive/delete_zoom_app.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, section } from '../../blocks/layout.ts';
import { named, people, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import type { Audience } from '../card/environment_elements.ts';
import { spoken } from '../events/event_subject.ts';
import { environmentNames } from '../product_words.ts';

/** What is left of the card of an archived app. `said`: a sentence above it, in mrkdwn. */
export function archivedCard(
  card: ZoomAppCard,
  archivedAt: Date,
  now: Date,
  audience: Audience,
  said = '',
): MessageView {
  const { app, environments } = card;
  const into = app.mergedInto ?? null;
  const words =
    into === null
      ? 'Its stored secrets are destroyed, and Greenroom looks at nothing of it any more.'
      : 'It was the same Zoom app registered twice, and was merged into the other one.';
  const kept = environments.map(({ kind }) => environmentNames[kind]).join(', ');
  const intro = `*${named(app.name)}* is archived. ${words}`;
  return messageView(spoken(said === '' ? intro : `${said} ${intro}`), [
    ...(said === '' ? [] : [section(said)]),
    header(app.name || 'Zoom app'),
    section(`:file_cabinet: *Archived* ${moment(archivedAt)} by ${person(app.updatedBy)}. ${words}`),
    ...actions([
      ...(into === null ? [] : [button('Show the other one', actionIds.showApp, into)]),
      button('Restore', actionIds.restoreApp, app.id),
      ...(audience === 'me' ? [button('Delete', actionIds.deleteApp, app.id)] : []),
    ]),
    context(
      `Kept: ${kept === '' ? '' : `${kept}, `}owners (${people(app.owners, 5)}), scopes and history. As of ${moment(now)}.`,
    ),
  ]);
}

/** What stands in place of the card of an app that was deleted. */
export function deletedCard({ name, by, at }: Deletion): MessageView {
  const words = `*${named(name)}* was deleted from Greenroom.`;
  return messageView(spoken(words), [
    header(name || 'Zoom app'),
    section(
      `:wastebasket: *Deleted* ${moment(at)} by ${person(by)}. In Zoom and StackOne nothing was changed.`,
    ),
  ]);
}
