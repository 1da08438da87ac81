import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { section } from '../blocks/layout.ts';
import { note } from '../messages/text_view.ts';
import { parseHomeOpened } from '../requests/event_payload.ts';

type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

export interface Denial {
  readonly message: string;
  /** Our token is that of the app's installation; otherwise only responses that need no call are possible. */
  readonly canCall: boolean;
  /** The form stays open with what was typed: it may be submitted again. */
  readonly keepsForm: boolean;
}

/**
 * Shows one short text in the way that the payload allows: an ephemeral response to a command, an ephemeral message or a modal
 * after a button, no options in a select, another view in place of a form, the person's App Home.
 */
export async function replyDenied(args: Arguments, { message, canCall, keepsForm }: Denial): Promise<void> {
  if ('command' in args) await args.ack({ response_type: 'ephemeral', text: message });
  else if ('options' in args) await args.ack({ options: [] });
  else if ('view' in args) await denyInView(args, message, keepsForm);
  else if ('action' in args) await denyAction(args, message, canCall);
  else if ('shortcut' in args) await denyShortcut(args, message, canCall);
  else if ('event' in args) await (canCall ? publishInstead(args, message) : undefined);
}

type Of<Kind extends string> = Extract<Arguments, Record<Kind, unknown>>;

async function denyInView({ ack, body }: Of<'view'>, message: string, keepsForm: boolean): Promise<void> {
  if (body.type === 'view_submission')
    await ack({ response_action: keepsForm ? 'push' : 'update', view: note('Greenroom', message) });
  else await ack();
}

async function denyAction(args: Of<'action'>, message: string, canCall: boolean): Promise<void> {
  const { ack, body, client, respond } = args;
  await ack();
  if ('response_url' in body && body.response_url) {
    await respond({ response_type: 'ephemeral', replace_original: false, text: message });
    return;
  }
  if (!canCall || !('trigger_id' in body) || !('view' in body)) return;
  const shown = { trigger_id: body.trigger_id, view: note('Greenroom', message) };
  await (body.view?.type === 'modal' ? client.views.push(shown) : client.views.open(shown));
}

async function denyShortcut(args: Of<'shortcut'>, message: string, canCall: boolean): Promise<void> {
  const { ack, body, client, respond } = args;
  await ack();
  if ('response_url' in body && body.response_url) {
    await respond({ response_type: 'ephemeral', replace_original: false, text: message });
  } else if (canCall) {
    await client.views.open({ trigger_id: body.trigger_id, view: note('Greenroom', message) });
  }
}

async function publishInstead({ event, client }: Of<'event'>, message: string): Promise<void> {
  if (event.type !== 'app_home_opened') return;
  const opened = parseHomeOpened(event);
  if (opened === null) return;
  await client.views.publish({ user_id: opened.userId, view: { type: 'home', blocks: [section(message)] } });
}
