import type { CliCommand } from './command.ts';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command's file. Only the command that is called is loaded: a start needs nothing of the others. */
  load(): Promise<CliCommand>;
}

/** The commands of the program, in the order of `greenroom help`. One more is a file in `commands/` and a row here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'start Greenroom; also without any command',
    load: async () => (await import('./commands/start.ts')).start,
  },
  {
    name: 'doctor',
    summary: 'look at everything that Greenroom needs, and say what to do',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'manifest',
    summary: 'print the manifest of the Slack app',
    load: async () => (await import('./commands/manifest.ts')).printManifest,
  },
  {
    name: 'key',
    summary: 'make a key for VAULT_KEYS',
    load: async () => (await import('./commands/key.ts')).makeKey,
  },
  {
    name: 'backup',
    summary: 'make a backup of the database',
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'put a backup back',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  {
    name: 'forget',
    summary: 'forget a person or a whole workspace',
    load: async () => (await import('./commands/forget.ts')).forgetCommand,
  },
  {
    name: 'version',
    summary: 'print the version',
    load: async () => (await import('./commands/version.ts')).printVersion,
  },
  {
    name: 'help',
    summary: 'list the commands, or explain one: help backup',
    load: async () => (await import('./commands/help.ts')).printHelp,
  },
];
