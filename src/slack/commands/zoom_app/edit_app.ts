import { type EnvironmentKind, environmentKinds } from '../../../core/checks/check.ts';
import type { Room } from '../../handler_context.ts';
import { statusCard } from '../../messages/card/status_card.ts';
import { refusalMessages } from '../../messages/error_texts.ts';
import type { CommandCall } from '../../requests/requests.ts';
import { editBasicsView } from '../../views/edit/edit_basics.ts';
import { replaceCredentialsView } from '../../views/edit/edit_credentials.ts';
import { editScopesView } from '../../views/edit/edit_scopes.ts';
import { appName } from '../command_words.ts';
import { myApp } from './named_app.ts';

/** `/zoom-app edit <app>` */
export async function edit(room: Room, call: CommandCall, rest: string): Promise<void> {
  call.hold();
  const card = await myApp(room, call, rest, 'edit');
  if (card !== null) await call.open(() => editBasicsView(card.app));
}

/** `/zoom-app scopes <app>` */
export async function scopes(room: Room, call: CommandCall, rest: string): Promise<void> {
  call.hold();
  const card = await myApp(room, call, rest, 'scopes');
  if (card !== null) await call.open(() => editScopesView(card.app));
}

/** `/zoom-app rotate <app> [development|production]`: with two environments and none named, the card has a button for each. */
export async function rotate(room: Room, call: CommandCall, rest: string): Promise<void> {
  call.hold();
  const { name, kind } = await nameAndKind(room, call, rest);
  const card = await myApp(room, call, name, 'rotate');
  if (card === null) return;
  const [only, other] = card.environments;
  const chosen = other === undefined ? only : card.environments.find((each) => each.kind === kind);
  if (chosen !== undefined) await call.open(() => replaceCredentialsView(card, chosen));
  else if (only === undefined) await call.reply(refusalMessages.gone());
  else await call.reply(statusCard(card, room.clock.now(), 'me'));
}

/** A last word may name the environment, or belong to the name: "Acme Production". */
async function nameAndKind(
  room: Room,
  call: CommandCall,
  rest: string,
): Promise<{ name: string; kind: EnvironmentKind | null }> {
  const word = rest.split(/\s/).at(-1) ?? '';
  const name = rest.slice(0, -word.length).trimEnd();
  if (name === '' || !/^(?:development|production|dev|prod)$/i.test(word)) return { name: rest, kind: null };
  const whole = await room.usecases.findZoomApp({
    workspaceId: call.person.workspaceId,
    text: appName(rest),
  });
  if (whole.kind === 'found') return { name: rest, kind: null };
  const kind = environmentKinds.find((each) => each.startsWith(word.toLowerCase())) ?? null;
  return { name, kind };
}
