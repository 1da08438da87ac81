import { causeOfRefusal, type RefusalCause } from '../../core/deliveries/slack_error_codes.ts';
import { Operator, SlackAppKeeper } from './support_contact.ts';

/** Why Slack takes no message for a conversation, and what mends it: a remedy for each cause (core/deliveries/slack_error_codes.ts). */
interface Words {
  /** After "Greenroom cannot post in #general: ". */
  readonly why: string;
  /** What to do; `where` is "there", or "in" and the channel as Slack shows it; `or` is the way without this channel. */
  readonly remedy: (where: string, or: OtherWay) => string;
}

/** After a remedy, with when it is the one to take; nothing where there is none. */
type OtherWay = (when?: string) => string;

/** For who may edit the app. */
const chooseAnother: OtherWay = (when = '') => `; or pick another channel with *Edit* on the card${when}`;
const noOtherWay: OtherWay = () => '';

const anAdmin = 'Ask a Slack admin of your workspace';

const words: Record<RefusalCause, Words> = {
  not_member: {
    why: 'it is not a member of the channel',
    remedy: (where) => `Type \`/invite @Greenroom\` ${where}.`,
  },
  unknown_channel: {
    why: 'the channel is private and Greenroom is not in it, or it is gone',
    remedy: (_where, or) => `Type \`/invite @Greenroom\` there${or(' if it is gone')}.`,
  },
  archived: {
    why: 'the channel is archived',
    remedy: (_where, or) =>
      `Unarchive it (and type \`/invite @Greenroom\` there if Greenroom is no longer in it)${or()}.`,
  },
  restricted: {
    why: 'only some people may post there',
    remedy: (_where, or) =>
      `Somebody who may change the channel's posting permissions allows Greenroom to post${or()}. An invitation does not help.`,
  },
  read_only: {
    why: 'the channel is read-only',
    remedy: (_where, or) => `Somebody who may change the channel's settings makes it writable${or()}.`,
  },
  thread_only: {
    why: 'only replies in threads are allowed there',
    remedy: (_where, or) =>
      `Somebody who may change the channel's settings allows new messages there${or()}.`,
  },
  no_threads: {
    why: 'replies in threads are not allowed there',
    remedy: (_where, or) => `Somebody who may change the channel's settings allows threads there${or()}.`,
  },
  thread_locked: {
    why: 'the thread of the card is locked',
    remedy: (_where, or) => `A Slack admin unlocks the thread of the card${or()}.`,
  },
  shared_channel: {
    why: 'the channel is shared with another organisation, and its settings stop apps from posting',
    remedy: (_where, or) => `${anAdmin} to allow it${or()}.`,
  },
  messages_tab_off: {
    why: "the app's Messages tab is switched off",
    remedy: () => `${SlackAppKeeper} switches its Messages tab on (App Home in its settings).`,
  },
  person_unreachable: {
    why: 'that account takes no messages from apps',
    remedy: () => 'If the account is deactivated, another owner chooses the owners with *Edit* on the card.',
  },
  token: {
    why: "Slack refuses Greenroom's token",
    remedy: () => `${Operator} replaces the token.`,
  },
  scope: {
    why: 'the Slack app lacks a permission',
    remedy: () => `${SlackAppKeeper} installs it again with the permissions of its manifest.`,
  },
  encryption_key: {
    why: "your organisation's encryption key management has suspended posting",
    remedy: () => `${anAdmin}, or whoever looks after the encryption keys, to allow it again.`,
  },
  access_not_granted: {
    why: 'the Slack app has no access to this workspace',
    remedy: () => `${anAdmin}, or an admin of the organisation, to grant Greenroom access to the workspace.`,
  },
  login_required: {
    why: 'Slack wants a sign-in or a second factor that an app cannot give',
    remedy: () => `${anAdmin} or of the organisation to look at the sign-in settings for apps.`,
  },
  moving_to_organisation: {
    why: 'the workspace is being moved into an organisation',
    remedy: () => 'There is nothing to do: Greenroom goes on when Slack has finished.',
  },
  message_limit: {
    why: 'the workspace has reached the limit for messages that Slack sets',
    remedy: () =>
      'This passes by itself, and Greenroom keeps trying. If it lasts, a Slack admin looks for apps that send too much.',
  },
  too_fast: {
    why: 'Slack wants fewer messages',
    remedy: () => 'There is nothing to do: Greenroom keeps trying.',
  },
  unlisted: {
    why: 'Slack gives a reason that Greenroom does not know',
    remedy: (_where, or) =>
      `Greenroom keeps trying. If it lasts, look for that word in Slack's documentation${or()}.`,
  },
};

/** "only some people may post there (Slack's word: `restricted_action`)" */
export function whyClosed(code: string): string {
  const { why } = words[causeOfRefusal(code)];
  return `${why} (Slack's word: \`${codeShown(code)}\`)`;
}

/**
 * `where`: "there", or "in" and the channel as Slack shows it. To somebody who may not edit the app (`mayEdit`), no other channel
 * is offered.
 */
export function remedyOf(code: string, where = 'there', { mayEdit = true } = {}): string {
  return words[causeOfRefusal(code)].remedy(where, mayEdit ? chooseAnother : noOtherWay);
}

/** Is an invitation all that is needed? */
export function isMendedByInvitation(code: string): boolean {
  return ['not_member', 'unknown_channel'].includes(causeOfRefusal(code));
}

/** Letters, digits and underscores of an error code, which comes from outside. */
export const codeShown = (code: string): string => code.replace(/[^a-z0-9_]/g, '').slice(0, 60) || 'unknown';
