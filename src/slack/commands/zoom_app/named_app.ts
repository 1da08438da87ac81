import { nameKey } from '../../../core/apps/app_name.ts';
import type { ZoomApp, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import { type EnvironmentKind, environmentKinds } from '../../../core/checks/check.ts';
import type { Activity } from '../../../core/roles/activities.ts';
import { deniedIn } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { appName } from '../command_words.ts';

/** The app that a command names; null after an error text was sent. */
export async function theApp(
  context: HandlerContext,
  request: CommandRequest,
  typed: string,
  subcommand: string,
): Promise<ZoomAppCard | null> {
  const text = appName(typed);
  if (text === '') {
    await request.reply(errorTexts.appMissing(`${request.command} ${subcommand}`));
    return null;
  }
  return appCalled(context, request, text);
}

/** The app of this name; null after an error text was sent. */
export async function appCalled(
  context: HandlerContext,
  request: CommandRequest,
  text: string,
): Promise<ZoomAppCard | null> {
  const found = await context.usecases.findZoomApp({ workspaceId: request.person.workspaceId, text });
  if (found.kind === 'found') return found.card;
  const answer =
    found.kind === 'several'
      ? errorTexts.several(text, found.names)
      : errorTexts.notFound(text, found.suggestions, found.any);
  await request.reply(answer);
  return null;
}

/** Does the text say the id or the whole name? It says more than the beginning of another name. */
export function isCalledExactly({ id, name }: Pick<ZoomApp, 'id' | 'name'>, text: string): boolean {
  return id === text || nameKey(name) === nameKey(text);
}

/** The same, for commands that not everybody may use (core/roles). The use case checks it again. */
export async function myApp(
  context: HandlerContext,
  request: CommandRequest,
  typed: string,
  subcommand: string,
  activity: Activity = 'edit',
): Promise<ZoomAppCard | null> {
  const card = await theApp(context, request, typed, subcommand);
  if (card === null) return null;
  if (card.app.archivedAt !== null) {
    await request.reply(errorTexts.archived());
    return null;
  }
  const denied = await deniedIn(context, request.person, card.app, activity);
  if (denied !== null) await request.reply(denied);
  return denied === null ? card : null;
}

/** A last word may name the environment, or belong to the name: "Acme Production". */
export async function nameAndKind(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<{ name: string; kind: EnvironmentKind | null }> {
  const word = rest.split(/\s/).at(-1) ?? '';
  const name = rest.slice(0, -word.length).trimEnd();
  if (name === '' || !/^(?:development|production|dev|prod)$/i.test(word)) return { name: rest, kind: null };
  const whole = await context.usecases.findZoomApp({
    workspaceId: request.person.workspaceId,
    text: appName(rest),
  });
  if (whole.kind === 'found') return { name: rest, kind: null };
  const kind = environmentKinds.find((each) => each.startsWith(word.toLowerCase())) ?? null;
  return { name, kind };
}
