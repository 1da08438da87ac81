import { isNextAction } from '../../../core/checks/next_action.ts';
import type { EventKind } from '../../../store/apps/events.ts';
import { people } from '../../blocks/text.ts';
import { shortSteps } from '../checks/short_steps.ts';
import { type Detail, momentIn, somewhere, strings } from '../history/event_detail.ts';

/** What happened to turns, reminders and digests, for the history. */
export const turnEventWords = {
  nudged: ({ action, how, last }: Detail) =>
    `reminded ${how === 'thread' ? 'in the thread' : 'people directly'} that somebody has to ${step(action)}${last === true ? ', for the last time' : ''}.`,
  nudge_snoozed: ({ action, until }: Detail) => {
    const end = momentIn(until);
    return end === null
      ? `wants no more reminders: ${step(action)}.`
      : `put off reminders until ${end}: ${step(action)}.`;
  },
  digest_changed: ({ channelId, on }: Detail) =>
    `${on === true ? 'asked for a digest' : 'ended the digest'} in ${somewhere(channelId)}.`,
  step_admins_changed: ({ doer, added, removed }: Detail) => {
    const what = doer === 'stackone_admin' ? 'the steps in StackOne' : 'the steps in Zoom';
    const parts = [...named('named', added), ...named('no longer names', removed)];
    return `${parts.join(' and ') || 'changed who is named'} for ${what}.`;
  },
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

function step(action: unknown): string {
  return typeof action === 'string' && isNextAction(action) ? shortSteps[action] : 'act';
}

function named(verb: string, ids: unknown): string[] {
  const list = strings(ids);
  return list.length === 0 ? [] : [`${verb} ${people(list)}`];
}
