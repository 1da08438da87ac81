import type { CheckName } from '../checks/check.ts';
import type { Message } from './message.ts';

/** What a message is about, and how many waiting ones with that key are enough in a channel: older ones are superseded. */
export interface CollapseKey {
  readonly key: string;
  readonly keep: number;
}

/** A channel that is closed for weeks gets the newest of what failed and recovered repeatedly, not all of it. */
const fewAtMost = 20;

/** Null: every one is sent, as of what a person did. */
export function collapseKeyOf(message: Message): CollapseKey | null {
  switch (message.kind) {
    case 'ask_again':
    case 'stopped_asking':
      return { key: reminderKey(message.about.environmentId), keep: 1 };
    case 'nudge':
      return { key: nudgeKey(message.about.environmentId), keep: 1 };
    case 'digest':
      return { key: 'digest', keep: 1 };
    case 'nudges':
      return { key: nudgesKey, keep: 1 };
    case 'regressed':
      return { key: regressedKey(message.about.environmentId, message.check), keep: fewAtMost };
    case 'regression_due':
      return { key: regressionDueKey(message.regressionId), keep: 1 };
    case 'recovered':
    case 'check_failed':
    case 'check_repaired':
      return { key: `${message.kind}:${message.about.environmentId}:${message.check}`, keep: fewAtMost };
    case 'stage_changed':
    case 'account_linked':
    case 'accounts_failing':
      return { key: `${message.kind}:${message.about.environmentId}`, keep: fewAtMost };
    case 'stackone_trouble':
    case 'stackone_back':
      return { key: message.kind, keep: fewAtMost };
    case 'catalogue_changed':
      return { key: `catalogue_changed:${message.appId}`, keep: 1 };
    case 'connector_drift':
      return { key: driftKey, keep: 1 };
    case 'secrets_due':
      return { key: 'secrets_due', keep: 1 };
    case 'still_so':
      return { key: stillSoKey, keep: 1 };
    case 'cannot_post':
      return { key: closedChannelKey(message.channelId), keep: 1 };
    case 'takeover_asked':
      return { key: takeoverKey(message.takeoverId), keep: 1 };
    case 'admin_changed':
      return { key: 'admin_changed', keep: 1 };
    case 'proof_asked':
      return { key: `proof_asked:${message.about.environmentId}`, keep: 1 };
    case 'message_dropped':
      return { key: `message_dropped:${message.channelId}`, keep: 1 };
    default:
      return null;
  }
}

export const reminderKey = (environmentId: string): string => `reminder:${environmentId}`;
export const regressedKey = (environmentId: string, check: CheckName): string =>
  `regressed:${environmentId}:${check}`;
export const regressionDueKey = (regressionId: string): string => `regression_due:${regressionId}`;
export const takeoverKey = (takeoverId: string): string => `takeover:${takeoverId}`;
/** One message for each person, whatever it reminds of. */
export const nudgesKey = 'nudges';
export const nudgeKey = (environmentId: string): string => `nudge:${environmentId}`;
const driftKey = 'connector_drift';
/** One message for each person, whatever it asks about. */
export const stillSoKey = 'still_so';
export const closedChannelKey = (channelId: string): string => `cannot_post:${channelId}`;
