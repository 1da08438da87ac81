import type {
  ActionRequest,
  ChannelClosed,
  ChannelJoined,
  CloseRequest,
  CommandRequest,
  HomeRequest,
  ShortcutRequest,
  SubmitRequest,
  SuggestionGroup,
  SuggestRequest,
} from './requests.ts';

/** The handlers: by slash command, by `action_id` without its `#` part, by `callback_id`. */
export interface Handlers {
  readonly commands: Readonly<Record<string, (request: CommandRequest) => Promise<void>>>;
  readonly actions: Readonly<Record<string, (request: ActionRequest) => Promise<void>>>;
  readonly submits: Readonly<Record<string, (request: SubmitRequest) => Promise<void>>>;
  readonly closes: Readonly<Record<string, (request: CloseRequest) => Promise<void>>>;
  readonly suggestions: Readonly<
    Record<string, (request: SuggestRequest) => Promise<readonly SuggestionGroup[]>>
  >;
  /** By the `callback_id` of the manifest. */
  readonly shortcuts: Readonly<Record<string, (request: ShortcutRequest) => Promise<void>>>;
  readonly channelJoined: (joined: ChannelJoined) => Promise<void>;
  readonly channelClosed: (closed: ChannelClosed) => Promise<void>;
  readonly homeOpened: (request: HomeRequest) => Promise<void>;
}
