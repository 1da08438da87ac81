import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  Context,
  SlackOptionsMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { SupportContact } from '../../core/support_contact.ts';
import type { Log } from '../../log.ts';
import type { MessageView } from '../blocks/block_types.ts';
import type { Handlers } from '../requests/handlers_by_name.ts';
import type { Person } from '../requests/requests.ts';
import type { BlockSupport } from '../responses/block_support.ts';
import { Gone } from '../stale_input.ts';

/** What the dispatch of each kind of request needs: Bolt's arguments, our parts, and whose request it is. */

export type RequestArguments = AnyMiddlewareArgs & AllMiddlewareArgs;
export type ArgumentsOf<Kind extends string> = Extract<RequestArguments, Record<Kind, unknown>>;
export type SuggestionArguments = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;
export type SubmitArguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
export type CloseArguments = SlackViewMiddlewareArgs<ViewClosedAction> & AllMiddlewareArgs;

/** Sets how the person of a request is reached, where the request came from, when it fails unexpectedly. */
export type ReplyOnError = (context: Context, reply: (message: MessageView) => Promise<unknown>) => void;

export interface DispatchParts {
  readonly handlers: Handlers;
  readonly log: Log;
  readonly support: BlockSupport;
  readonly replyOnError: ReplyOnError;
  readonly supportContact: SupportContact | null;
}

/** `workspaceId` was set by `authorize`. */
export function personOf(context: Context, userId: string): Person {
  const workspaceId: unknown = context.workspaceId;
  if (typeof workspaceId !== 'string') throw new Error('a request passed without its workspace');
  return { workspaceId, userId };
}

/** Runs `show` when the button or form was drawn for a state that is over. */
export async function orGone(work: Promise<void>, show: () => Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    await show();
  }
}
