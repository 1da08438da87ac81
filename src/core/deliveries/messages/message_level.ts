import { own } from '../../own_property.ts';
import type { Message } from '../message.ts';

/**
 * `milestones`: a large step towards a connection that works. `changes`: what somebody did, or what changed. `failures`: what does not
 * work any more, and that it works again.
 */
export type MessageLevel = 'milestones' | 'changes' | 'failures';

const levels: Record<Message['kind'], MessageLevel> = {
  registered: 'milestones',
  profile_created: 'milestones',
  proven: 'milestones',
  app_archived: 'milestones',
  app_merged: 'changes',
  app_restored: 'milestones',
  app_deleted: 'milestones',
  introduction: 'milestones',
  regressed: 'failures',
  regression_due: 'failures',
  recovered: 'failures',
  check_failed: 'failures',
  check_repaired: 'failures',
  accounts_failing: 'failures',
  stackone_trouble: 'failures',
  stackone_back: 'failures',
  stage_changed: 'changes',
  attested: 'changes',
  not_ready: 'changes',
  ask_again: 'changes',
  stopped_asking: 'changes',
  nudge: 'changes',
  digest: 'changes',
  profile_adopted: 'changes',
  profile_rejected: 'changes',
  account_linked: 'changes',
  proof_recorded: 'changes',
  proof_failed: 'changes',
  edited: 'changes',
  catalogue_changed: 'changes',
  takeover_asked: 'changes',
  owners_changed: 'changes',
  // To one person, whatever is watched.
  cannot_post: 'failures',
  message_dropped: 'failures',
  connector_drift: 'changes',
  secrets_due: 'changes',
  still_so: 'changes',
  nudges: 'changes',
  proof_asked: 'changes',
  takeover_ended: 'changes',
  admin_changed: 'changes',
  owner_unreachable: 'failures',
};

/** What begins or ends all watching of an app: no watch may end without a message, whatever its level. */
const forEveryLevel: readonly Message['kind'][] = ['app_archived', 'app_restored', 'app_deleted'];

export function isForEveryLevel({ kind }: Pick<Message, 'kind'>): boolean {
  return forEveryLevel.includes(kind);
}

/** Which watches are notified of a message; a message of a newer replica counts as a change. */
export function levelOf({ kind }: Pick<Message, 'kind'>): MessageLevel {
  return own(levels, kind) ?? 'changes';
}
