import { own } from '../../../core/own_property.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { split } from '../command_words.ts';
import { help } from '../help_command.ts';
import { unknownCommand } from '../unknown_command.ts';
import { history } from './app_history.ts';
import { archive } from './archive/archive_app.ts';
import { deleteCommand } from './archive/delete_app.ts';
import { merge } from './archive/merge_apps.ts';
import { restoreCommand } from './archive/restore_app.ts';
import { check } from './check_app.ts';
import { digest } from './digest/digest_here.ts';
import { edit, editScopes, rotate } from './edit_app.ts';
import { list } from './list_apps.ts';
import { appManifest } from './manifest_app.ts';
import { handOverApp } from './ownership/hand_over_app.ts';
import { ownerGroups } from './ownership/owner_groups_command.ts';
import { takeOver } from './ownership/take_over.ts';
import { ping } from './ping.ts';
import { prove } from './proof/prove_app.ts';
import { register } from './register_app.ts';
import { report } from './report_app.ts';
import { settings } from './settings/settings_command.ts';
import { show } from './show_app.ts';
import { unwatch, watch, watches } from './watches/watch_app.ts';

type Subcommand = (context: HandlerContext, request: CommandRequest, rest: string) => Promise<void>;

const subcommands: Readonly<Record<string, Subcommand>> = {
  register,
  list,
  show,
  edit,
  scopes: editScopes,
  rotate,
  archive,
  restore: restoreCommand,
  delete: deleteCommand,
  merge,
  check,
  handover: handOverApp,
  takeover: takeOver,
  groups: ownerGroups,
  manifest: appManifest,
  prove,
  watch,
  unwatch,
  watches,
  history,
  digest,
  report,
  settings,
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
  unarchive: 'restore',
  remove: 'archive',
  archived: 'restore',
  'hand-over': 'handover',
  'take-over': 'takeover',
  proof: 'prove',
  test: 'prove',
  verify: 'prove',
  validate: 'prove',
  connect: 'prove',
  log: 'history',
  admin: 'settings',
  admins: 'settings',
  config: 'settings',
  subscribe: 'watch',
  follow: 'watch',
  unsubscribe: 'unwatch',
  unfollow: 'unwatch',
  subscriptions: 'watches',
  watching: 'watches',
};

/** `/zoom-app <subcommand> …` */
export async function zoomApp(context: HandlerContext, request: CommandRequest): Promise<void> {
  const { first, rest } = split(request.text);
  const subcommand = own(subcommands, own(otherWords, first) ?? first);
  if (subcommand === undefined) return unknownCommand(request, '/zoom-app', first, Object.keys(subcommands));
  await subcommand(context, request, rest);
}
