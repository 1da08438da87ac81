import type {
  ActionRequest,
  CloseRequest,
  CommandRequest,
  HomeRequest,
  SubmitRequest,
  SuggestionGroup,
  SuggestRequest,
} from './requests.ts';

/** The handlers: by slash command, by `action_id` without its `#` part, by `callback_id`. */
export interface Listeners {
  readonly commands: Readonly<Record<string, (call: CommandRequest) => Promise<void>>>;
  readonly actions: Readonly<Record<string, (call: ActionRequest) => Promise<void>>>;
  readonly submits: Readonly<Record<string, (call: SubmitRequest) => Promise<void>>>;
  readonly closes: Readonly<Record<string, (call: CloseRequest) => Promise<void>>>;
  readonly suggestions: Readonly<
    Record<string, (call: SuggestRequest) => Promise<readonly SuggestionGroup[]>>
  >;
  readonly homeOpened: (call: HomeRequest) => Promise<void>;
}
