import type { EventKind } from '../../../store/apps/events.ts';
import { people } from '../../blocks/text.ts';
import { type Detail, momentIn, somebody, strings } from '../history/event_detail.ts';

function byGroup(joined: readonly string[], gone: readonly string[], without: string): string {
  if (joined.length === 0) return `let ${people(gone)} go: in no user group that owns it any more.`;
  const owners = joined.length === 1 ? 'an owner' : 'owners';
  return `made ${people(joined)} ${owners}, by a user group that owns it${without}.`;
}

/** Who owns an app, in its history. */
export const ownershipEventWords = {
  takeover_asked: ({ until }: Detail) => {
    const end = momentIn(until);
    const time = end === null ? '' : `, from ${end} on if no owner objects`;
    return `asked to become an owner${time}.`;
  },
  takeover_ended: ({ how, askedBy, unseen }: Detail) => {
    if (how === 'objected') return `objected to ${somebody(askedBy)} becoming an owner.`;
    if (how === 'withdrawn') return 'withdrew the request to become an owner.';
    const why = unseen === true ? 'Slack showed the request to nobody' : 'that was no longer possible';
    return `did not make ${somebody(askedBy)} an owner, as ${why}.`;
  },
  owners_changed: ({ how, joined, left }: Detail) => {
    const gone = strings(left);
    const without = gone.length === 0 ? '' : `; no longer: ${people(gone)}`;
    if (how === 'group') return byGroup(strings(joined), gone, without);
    return how === 'handover'
      ? `handed it over to ${somebody(joined)}${without}.`
      : `made ${somebody(joined)} an owner, who had taken it over${without}.`;
  },
  owner_unreachable: ({ owner }: Detail) => `could not reach its owner ${somebody(owner)} any more.`,
  owner_reachable: ({ owner }: Detail) => `could reach its owner ${somebody(owner)} again.`,
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;
