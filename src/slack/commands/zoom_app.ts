import { own } from '../../core/own.ts';
import type { CommandCall } from '../bolt/calls.ts';
import type { Room } from '../room.ts';
import { check } from './check.ts';
import { edit, rotate, scopes } from './edit.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { list } from './list.ts';
import { ping } from './ping.ts';
import { register } from './register.ts';
import { show } from './show.ts';
import { unknownCommand } from './unknown.ts';
import { split } from './words.ts';

type Subcommand = (room: Room, call: CommandCall, rest: string) => Promise<void>;

const subcommands: Readonly<Record<string, Subcommand>> = {
  register,
  list,
  show,
  edit,
  scopes,
  rotate,
  check,
  history,
  ping,
  help,
};

/** Words people try first. */
const otherWords: Readonly<Record<string, string>> = {
  '': 'help',
  '?': 'help',
  '--help': 'help',
  '-h': 'help',
  new: 'register',
  add: 'register',
  create: 'register',
  ls: 'list',
  status: 'show',
  scope: 'scopes',
  secret: 'rotate',
  log: 'history',
};

/** `/zoom-app <subcommand> …` */
export async function zoomApp(room: Room, call: CommandCall): Promise<void> {
  const { first, rest } = split(call.text);
  const subcommand = own(subcommands, own(otherWords, first) ?? first);
  if (subcommand === undefined) return unknownCommand(call, '/zoom-app', first, Object.keys(subcommands));
  await subcommand(room, call, rest);
}
