import { answerAction } from './dispatch_action.ts';
import { answerCommand } from './dispatch_command.ts';
import { answerEvent } from './dispatch_event.ts';
import type {
  ArgumentsOf,
  CloseArguments,
  DispatchParts,
  RequestArguments,
  SubmitArguments,
  SuggestionArguments,
} from './dispatch_parts.ts';
import { answerShortcut } from './dispatch_shortcut.ts';
import { answerSuggestion } from './dispatch_suggestion.ts';
import { answerClose, answerSubmit } from './dispatch_view.ts';

/** Milliseconds since the request arrived: the time that authorization took counts towards Slack's 3 s. */
type Elapsed = () => number;

/**
 * Dispatches every request of Slack to its handler. Acknowledges first; a submitted view is acknowledged with its response, a
 * command may be. One Bolt middleware for all: Bolt would match a request against every listener, and copy the arguments each
 * time.
 */
export function answerWith(
  parts: DispatchParts,
): (args: RequestArguments, elapsedMs: Elapsed) => Promise<void> {
  return async (args, elapsedMs) => {
    if ('command' in args) await answerCommand(args, parts, elapsedMs());
    else if ('options' in args && isSuggestion(args)) await answerSuggestion(args, parts);
    else if ('action' in args) await answerAction(args, parts);
    else if ('view' in args && isSubmit(args)) await answerSubmit(args, parts, elapsedMs());
    else if ('view' in args && isClose(args)) await answerClose(args, parts);
    else if ('shortcut' in args) await answerShortcut(args, parts);
    else if ('event' in args) await answerEvent(args, parts);
    // A payload of an older surface (dialog, message menu) has no handler: acknowledged at once.
    else if ('ack' in args && args.ack !== undefined) await args.ack();
  };
}

const isSuggestion = (args: ArgumentsOf<'options'>): args is SuggestionArguments =>
  args.body.type === 'block_suggestion';
const isSubmit = (args: ArgumentsOf<'view'>): args is SubmitArguments => args.body.type === 'view_submission';
const isClose = (args: ArgumentsOf<'view'>): args is CloseArguments => args.body.type === 'view_closed';
