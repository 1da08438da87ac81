/**
 * Why Slack takes no messages for a conversation until a person changes something:
 * `not_member`: Greenroom is not in the channel. `unknown_channel`: private without Greenroom, or gone. `archived`. `restricted`: only
 * some people may post there. `thread_only`, `no_threads`, `thread_locked`: the channel's rules about threads. `read_only`.
 * `shared_channel`: it is shared with, or moves to, another organisation. `messages_tab_off`: the app takes no direct messages.
 * `person_unreachable`: that person takes none (deactivated, a bot, unknown).
 */
export type ChannelCause =
  | 'not_member'
  | 'unknown_channel'
  | 'archived'
  | 'restricted'
  | 'read_only'
  | 'thread_only'
  | 'no_threads'
  | 'thread_locked'
  | 'shared_channel'
  | 'messages_tab_off'
  | 'person_unreachable';

/** The workspace or the token is the cause: for an admin, or for the operator of Greenroom. */
export type WorkspaceCause =
  | 'token'
  | 'scope'
  | 'encryption_key'
  | 'access_not_granted'
  | 'login_required'
  | 'moving_to_organisation';

/** It passes by itself. `unlisted`: the code is not in the table, so the message is kept and the owners are notified. */
export type PassingCause = 'message_limit' | 'too_fast' | 'unlisted';

export type RefusalCause = ChannelCause | WorkspaceCause | PassingCause;

/** What one of Slack's error codes means for the message that was refused. */
export type RefusalClass =
  /** The message itself is refused: the only reason to drop it. */
  | { readonly kind: 'message' }
  /** What was to be edited, or the thread, is no more. */
  | { readonly kind: 'gone' }
  /** Slack's own mishap: some of what was asked may have been done. */
  | { readonly kind: 'unclear' }
  /** Nothing was done. Tried again later. */
  | { readonly kind: 'wait'; readonly cause: PassingCause }
  | { readonly kind: 'channel'; readonly cause: ChannelCause }
  | { readonly kind: 'workspace'; readonly cause: WorkspaceCause };

const message: RefusalClass = { kind: 'message' };
const gone: RefusalClass = { kind: 'gone' };
const unclear: RefusalClass = { kind: 'unclear' };
const unlisted: RefusalClass = { kind: 'wait', cause: 'unlisted' };
const tooFast: RefusalClass = { kind: 'wait', cause: 'too_fast' };
const closed = (cause: ChannelCause): RefusalClass => ({ kind: 'channel', cause });
const workspace = (cause: WorkspaceCause): RefusalClass => ({ kind: 'workspace', cause });

/**
 * The errors that Slack documents for chat.postMessage, chat.update and conversations.open (docs.slack.dev/reference/methods). T21:
 * whatever is not here is kept. What speaks of how the call was made (a proxy that rewrites it, a release with a fault) is not
 * about the message either: it is the same message that goes out when the fault is mended.
 */
export const refusalsByCode: ReadonlyMap<string, RefusalClass> = new Map([
  // the message itself
  ['invalid_blocks', message],
  ['invalid_blocks_format', message],
  ['msg_too_long', message],
  ['msg_blocks_too_long', message],
  ['no_text', message],
  ['too_many_attachments', message],
  ['metadata_must_be_sent_from_app', message],
  ['metadata_too_large', message],
  // the message to edit, or the thread
  ['message_not_found', gone],
  ['cant_update_message', gone],
  ['edit_window_closed', gone],
  ['thread_not_found', gone],
  ['cannot_reply_to_message', gone],
  // Slack's own mishaps
  ['internal_error', unclear],
  ['fatal_error', unclear],
  ['service_unavailable', unclear],
  ['request_timeout', unclear],
  ['update_failed', unclear],
  ['team_added_to_org', workspace('moving_to_organisation')],
  // too much of it
  ['ratelimited', tooFast],
  ['rate_limited', tooFast],
  ['message_limit_exceeded', { kind: 'wait', cause: 'message_limit' }],
  // the channel
  ['not_in_channel', closed('not_member')],
  ['channel_not_found', closed('unknown_channel')],
  ['is_archived', closed('archived')],
  // What editing in an archived channel is answered.
  ['is_inactive', closed('archived')],
  ['restricted_action', closed('restricted')],
  ['restricted_action_read_only_channel', closed('read_only')],
  ['restricted_action_thread_only_channel', closed('thread_only')],
  ['restricted_action_non_threadable_channel', closed('no_threads')],
  ['restricted_action_thread_locked', closed('thread_locked')],
  ['thread_locked', closed('thread_locked')],
  ['channel_type_not_supported', closed('restricted')],
  ['method_not_supported_for_channel_type', closed('restricted')],
  ['external_channel_migrating', closed('shared_channel')],
  ['slack_connect_file_link_sharing_blocked', closed('shared_channel')],
  ['slack_connect_canvas_sharing_blocked', closed('shared_channel')],
  ['slack_connect_lists_sharing_blocked', closed('shared_channel')],
  // a person
  ['messages_tab_disabled', closed('messages_tab_off')],
  ['user_disabled', closed('person_unreachable')],
  ['user_not_found', closed('person_unreachable')],
  ['user_not_visible', closed('person_unreachable')],
  ['users_not_found', closed('person_unreachable')],
  ['cannot_dm_bot', closed('person_unreachable')],
  ['invalid_user_combination', closed('person_unreachable')],
  // the token and the workspace
  ['invalid_auth', workspace('token')],
  ['not_authed', workspace('token')],
  ['account_inactive', workspace('token')],
  ['token_revoked', workspace('token')],
  ['token_expired', workspace('token')],
  ['missing_scope', workspace('scope')],
  ['not_allowed_token_type', workspace('scope')],
  ['no_permission', workspace('scope')],
  ['as_user_not_supported', workspace('scope')],
  ['ekm_access_denied', workspace('encryption_key')],
  ['team_access_not_granted', workspace('access_not_granted')],
  ['access_denied', workspace('access_not_granted')],
  ['accesslimited', workspace('access_not_granted')],
  ['app_access_restricted', workspace('access_not_granted')],
  ['enterprise_is_restricted', workspace('access_not_granted')],
  ['team_not_found', workspace('access_not_granted')],
  ['org_login_required', workspace('login_required')],
  ['two_factor_setup_required', workspace('login_required')],
]);

/** What a code means; with one that is not listed the message is kept and sent later. */
export function classOfRefusal(code: string): RefusalClass {
  return refusalsByCode.get(code) ?? unlisted;
}

/** Why messages wait, from the code that is stored with them. */
export function causeOfRefusal(code: string): RefusalCause {
  const found = classOfRefusal(code);
  return 'cause' in found ? found.cause : 'unlisted';
}
