import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import { LONGEST_DISPLAY_NAME } from '../../../core/manifest/zoom_manifest.ts';
import type { ScopeReport } from '../../../core/scopes/verdict/verdict_types.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, section } from '../../blocks/layout.ts';
import { asMrkdwn } from '../../blocks/phrase.ts';
import { count, named } from '../../blocks/text.ts';
import { type FileSent, noDirectMessage } from '../file_sent.ts';
import { zoomBuild } from '../product_words.ts';
import { explainVerdict } from '../scope_report/verdict_sentence.ts';

const EXPLAINED = 5;

/** Why no manifest is given out: Zoom would refuse it. */
export function manifestRefused({ id, name }: ZoomApp, report: ScopeReport): MessageView {
  const wrong = [...report.blocking, ...report.toConfirm];
  const lines = wrong.slice(0, EXPLAINED).map((verdict) => `• ${asMrkdwn(explainVerdict(verdict))}`);
  const more = wrong.length > EXPLAINED ? [`… and ${wrong.length - EXPLAINED} more.`] : [];
  const why = report.empty
    ? 'It declares no scope, and Zoom wants at least one.'
    : [`Zoom would refuse ${count(wrong.length, 'of its scopes', 'of its scopes')}:`, ...lines, ...more].join(
        '\n',
      );
  return messageView(`There is no manifest of ${name} yet: its scopes need a correction first.`, [
    section(`There is no manifest of *${named(name)}* yet. ${why}`),
    ...actions([button('Edit the scopes', actionIds.editScopes, id)]),
  ]);
}

/** Where the manifest is, what to do with it, and what Zoom will still ask for. */
export function manifestSent({ id, name }: ZoomApp, sent: FileSent): MessageView {
  if (sent.kind === 'refused')
    return messageView('Slack let no direct message through.', [
      section(noDirectMessage(sent.error, 'the manifest')),
    ]);
  const cut =
    sent.kind === 'text' && sent.isCutOff ? ' *It is too long for messages and is cut off at the end.*' : '';
  return messageView(`The Zoom manifest of ${name} is in your direct messages.`, [
    section(`*The Zoom manifest of ${named(name)}.* ${whereIs(sent)}${cut}`),
    section(
      `In <${zoomBuild}|the Zoom Marketplace> it makes a new app that is ready for StackOne: both redirect URLs, the allow list and the scopes. It holds no secret, and no client ID.\nFor an app that you have, compare instead and change what differs: a whole manifest would replace all that does not stand in it.`,
    ),
    context(
      'Left empty, because Greenroom does not know it: developer name and email, company, website, privacy policy, terms of use, support. Zoom asks for these before the app is shared or published.',
      ...longNameWords(name),
    ),
    ...actions([compareButton(id)]),
  ]);
}

function whereIs(sent: Exclude<FileSent, { kind: 'refused' }>): string {
  if (sent.kind === 'file') return 'It is a file in your direct messages with Greenroom.';
  const place = 'It is in your direct messages with Greenroom';
  return sent.messages === 1
    ? `${place}: copy it into a file.`
    : `${place}, in ${count(sent.messages, 'part')}: copy them one after the other into one file.`;
}

function longNameWords(name: string): string[] {
  const isLong = [...name].length > LONGEST_DISPLAY_NAME;
  return isLong ? [`Zoom may want a name of at most ${LONGEST_DISPLAY_NAME} characters here.`] : [];
}

export function compareButton(appId: string, actionId: string = actionIds.compareManifest) {
  return button("Compare with Zoom's manifest", actionId, appId);
}
