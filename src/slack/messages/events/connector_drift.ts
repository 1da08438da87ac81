import type { Message } from '../../../core/deliveries/message.ts';
import type { DriftGroup } from '../../../core/drift/drift_groups.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, sections } from '../../blocks/layout.ts';
import { count, named, wordList } from '../../blocks/text.ts';
import { findingLines } from '../drift/finding_words.ts';
import { showButton, spoken } from './event_subject.ts';

type ConnectorDrift = Extract<Message, { kind: 'connector_drift' }>;

const title = 'What StackOne’s Zoom connector needs now';
const rest =
  'Nothing has failed so far. The cards of the apps say the same; an owner who wants to leave an app as it is presses *Accept as it is* there.';

/** A direct message to an owner: what the connector needs that their apps lack. One message, however many apps it is about. */
export function connectorDrift({ groups, more }: ConnectorDrift): MessageView {
  const lines = groups.flatMap(groupLines);
  const others =
    more > 0 ? [`It also concerns ${count(more, 'other app')} of yours: their cards say so.`] : [];
  const [only, ...further] = groups.flatMap(({ apps }) => apps);
  const single = only !== undefined && further.length === 0 && more + moreApps(groups) === 0;
  return messageView(spoken([`${title}.`, ...lines, ...others].join(' ')), [
    header(title),
    ...sections([...lines.map((line) => `:mag: ${line}`), ...others]),
    context(rest),
    ...actions(single ? [showButton(only.id), button('Edit scopes', actionIds.editScopes, only.id)] : []),
  ]);
}

function groupLines(group: DriftGroup): string[] {
  const { findings, moreFindings, apps, moreApps: unnamed } = group;
  const names = [
    ...apps.map(({ name }) => `*${named(name)}*`),
    ...(unnamed > 0 ? [count(unnamed, 'other app')] : []),
  ];
  const lines = findingLines(findings, { name: wordList(names), many: names.length > 1 });
  const one = moreFindings === 1;
  return moreFindings === 0
    ? lines
    : [...lines, `The card shows ${one ? 'one more line' : `${moreFindings} more lines`} like these.`];
}

const moreApps = (groups: readonly DriftGroup[]): number =>
  groups.reduce((sum, group) => sum + group.moreApps, 0);
