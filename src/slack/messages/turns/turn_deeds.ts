import { isNextAction } from '../../../core/checks/next_action.ts';
import { channel, people } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { shortSteps } from '../checks/next_step.ts';

type Detail = Readonly<Record<string, unknown>>;

/** What happened to turns, reminders and digests, for the history. */
export const turnDeeds = {
  nudged: ({ action, how, last }: Detail) =>
    `reminded ${how === 'thread' ? 'in the thread' : 'people directly'} that somebody has to ${step(action)}${last === true ? ', for the last time' : ''}.`,
  nudge_snoozed: ({ action, until }: Detail) =>
    typeof until === 'string'
      ? `put off reminders until ${moment(new Date(until))}: ${step(action)}.`
      : `wants no more reminders: ${step(action)}.`,
  digest_changed: ({ channelId, on }: Detail) =>
    `${on === true ? 'asked for a digest' : 'ended the digest'} in ${channel(String(channelId))}.`,
  step_admins_changed: ({ doer, added, removed }: Detail) => {
    const what = doer === 'stackone_admin' ? 'the steps in StackOne' : 'the steps in Zoom';
    const parts = [...named('named', added), ...named('no longer names', removed)];
    return `${parts.join(' and ') || 'changed who is named'} for ${what}.`;
  },
};

function step(action: unknown): string {
  return typeof action === 'string' && isNextAction(action) ? shortSteps[action] : 'act';
}

function named(verb: string, ids: unknown): string[] {
  const list = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  return list.length === 0 ? [] : [`${verb} ${people(list)}`];
}
