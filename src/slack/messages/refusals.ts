import type { MessageView } from '../blocks/block_types.ts';
import type { Command } from './help.ts';

const plain = (text: string): MessageView => ({ text, blocks: [] });

/** Why something was not done, and what to do instead. */
export const refusalMessages = {
  /** `any`: the workspace has at least one Zoom app. */
  notFound: (typed: string, suggestions: readonly string[], any: boolean): MessageView =>
    plain(`${typed}${suggestions}${any}`),
  several: (typed: string, names: readonly string[]): MessageView => plain(`${typed}${names}`),
  /** A command that needs `<app>` came without it: `/zoom-app show`. */
  appMissing: (command: string): MessageView => plain(command),
  unknownCommand: (command: Command, typed: string): MessageView => plain(`${command}${typed}`),
  notOwner: (owners: readonly string[] = []): MessageView => plain(`${owners}`),
  archived: (): MessageView => plain(''),
  /** The thing behind a button is gone. */
  gone: (): MessageView => plain(''),
  secretTyped: (): MessageView => plain(''),
  tooSoon: (): MessageView => plain(''),
  environmentExists: (): MessageView => plain(''),
  profileGone: (): MessageView => plain(''),
  profileTaken: (): MessageView => plain(''),
  hasProfile: (): MessageView => plain(''),
  noProfile: (): MessageView => plain(''),
  databaseDown: (reference: string): MessageView => plain(reference),
  unexpected: (reference: string): MessageView => plain(reference),
} as const;
