import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import { driftMark } from '../../../usecases/drift/accept_drift.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { button, confirm } from '../../blocks/elements.ts';
import { actions, context, sections } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { findingLines } from './finding_words.ts';

const sure = confirm(
  'Leave it as it is?',
  'Greenroom says no more about this until there is something new. The history keeps who accepted it, and when.',
  'Leave it',
);

/** What StackOne's connector or a newer catalogue asks of the app beyond what it declares; nothing where all fits. */
export function driftBlocks({ app, drift }: ZoomAppCard): KnownBlock[] {
  if (app.archivedAt !== null) return [];
  if (drift.open.length === 0) return knowledge(drift.connector === 'not_available' ? [notAvailable] : []);
  const lines = findingLines(drift.open, { name: `*${named(app.name)}*` });
  return [
    ...sections(lines.map((line) => `:mag: ${line}`)),
    ...actions([
      button('Accept as it is', actionIds.acceptDrift, `${app.id} ${driftMark(drift.open)}`, {
        confirm: sure,
      }),
    ]),
    ...knowledge([knowledgeOf[drift.connector], staleWords(drift.staleSince ?? null)]),
  ];
}

const notAvailable =
  'What StackOne’s Zoom connector needs is not available: the API key may not list actions, or StackOne has no such list. Profiles are watched all the same.';

/** What the comparison rests on. */
const knowledgeOf: Record<ZoomAppCard['drift']['connector'], string> = {
  compared: '',
  no_actions:
    'No StackOne actions are recorded for this app, so only what the connector itself needs is compared; what its actions need is not known. `/zoom-scopes plan` with its name records them.',
  not_available: notAvailable,
  not_yet: '',
};

/** A stale list must not look fresh. */
function staleWords(since: Date | null): string {
  return since === null ? '' : `StackOne has given no list of its actions since ${moment(since)}.`;
}

function knowledge(words: readonly string[]): KnownBlock[] {
  const said = words.filter((one) => one !== '');
  return said.length === 0 ? [] : [context(...said)];
}
