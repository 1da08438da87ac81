import type { AccountsKept } from '../../core/accounts/account_state.ts';
import type { Change } from '../../core/checks/apply_outcome.ts';
import type { Check } from '../../core/checks/check.ts';
import type { Damping } from '../../core/checks/flap_damping.ts';
import type { Stage } from '../../core/checks/stage.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { About } from '../../core/deliveries/messages/message_facts.ts';
import type { Where } from './notify_watchers.ts';

/** A message about a changed check, and where it is posted. */
export interface Announcement {
  readonly where: Where;
  readonly message: Message;
}

/**
 * Flap damping: after a few announcements a change is only shown by the card and kept in the history. That a profile was
 * created is always announced.
 */
export function withDamping(damping: Damping, announcements: readonly Announcement[]): Announcement[] {
  if (damping === 'quiet') return announcements.filter(({ message }) => message.kind === 'profile_created');
  if (damping === 'loud') return [...announcements];
  return announcements.map(({ where, message }) => ({
    where,
    message:
      message.kind === 'regressed' || message.kind === 'recovered'
        ? { ...message, unsteady: true as const }
        : message,
  }));
}

/** `instead`: replaces the general message about the change. */
export function changeMessages(
  about: About,
  before: Check,
  check: Check,
  change: Change,
  instead: Announcement | undefined,
): Announcement[] {
  // The recovery of an announced regression is announced too; a first success after a failure is only a thread entry.
  const announced: Announcement[] =
    change === 'recovered' && before.detail.broke === true
      ? [{ where: 'channel', message: { kind: 'recovered', about, check: check.name } }]
      : [];
  if (instead !== undefined) return instead.where === 'channel' ? [instead] : [instead, ...announced];
  const reason = check.reason ?? 'unexpected_reply';
  switch (change) {
    case 'regressed':
      return [
        {
          where: 'channel',
          message: { kind: 'regressed', about, check: check.name, reason, ...accountsOf(check) },
        },
      ];
    case 'recovered':
      return announced.length > 0
        ? announced
        : [{ where: 'thread', message: { kind: 'check_repaired', about, check: check.name } }];
    case 'failed':
      return [{ where: 'thread', message: { kind: 'check_failed', about, check: check.name, reason } }];
    case 'passed':
      return check.name === 'linked_account'
        ? [{ where: 'thread', message: { kind: 'account_linked', about, tied: check.detail.tied ?? false } }]
        : [];
    case 'reset':
    case 'lost_sight':
    case 'expired':
    case 'confirmed':
    case 'none':
      return [];
  }
}

/** How many accounts a regression carries the states of. */
const mostStates = 5;

/** What a message carries of the accounts of this check. */
export function accountsOf({ name, detail }: Check): { accounts?: AccountsKept } {
  if (name !== 'linked_account' || detail.notActive === undefined) return {};
  const { active = 0, accounts = 0, notActive } = detail;
  return { accounts: { active, accounts, notActive: notActive.slice(0, mostStates) } };
}

export function stageMessages(about: About, from: Stage, to: Stage): Announcement[] {
  return from === to ? [] : [{ where: 'thread', message: { kind: 'stage_changed', about, from, to } }];
}
