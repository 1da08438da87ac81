import { scrub } from '../scrub.ts';
import { isDatabaseDown } from '../store/postgres/client/outage.ts';
import { type CliCommand, exitCodes, MistypedError, quoted, type Terminal } from './command.ts';
import { CommandError } from './command_error.ts';
import { type CommandEntry, commands } from './commands.ts';

/** Options that stand for a command, as many programs have them. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
]);

/**
 * Runs `greenroom <command> [words and options]` and resolves with the exit code (`exitCodes`). Without a command it is
 * `start`; `--help` behind a command explains that command.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first = 'start', ...rest] = args;
  const isOption = first.startsWith('-') && !aliases.has(first);
  const name = isOption ? 'start' : (aliases.get(first) ?? first);
  const words = isOption ? args : rest;
  const entry = commands.find((candidate) => candidate.name === name);
  if (entry === undefined) {
    const names = commands.map((candidate) => candidate.name).join(', ');
    terminal.err(`There is no command ${quoted(name)}. There are: ${names}.\n`);
    return exitCodes.mistyped;
  }
  const asksForHelp = words.includes('--help') || words.includes('-h');
  return asksForHelp && name !== 'help'
    ? await runCommandLine(['help', name], terminal)
    : await run(entry, words, terminal);
}

async function run(entry: CommandEntry, words: readonly string[], terminal: Terminal): Promise<number> {
  const command: CliCommand = await entry.load();
  try {
    return await command.run(words, terminal);
  } catch (error) {
    if (error instanceof MistypedError) {
      terminal.err(`${error.message}\nUsage: greenroom ${command.usage}\n`);
      return exitCodes.mistyped;
    }
    terminal.err(`${error instanceof CommandError ? error.message : scrub(failureText(error))}\n`);
    return exitCodes.failed;
  }
}

/**
 * The operating system and Postgres say themselves what is in the way: a full disk, a folder that may not be written. Anything
 * else is a fault of ours, with the place where it happened.
 */
function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return failureText(error.errors[0]);
  const isOfOthers = 'syscall' in error || 'severity' in error || isDatabaseDown(error);
  if (isOfOthers && error.message !== '') return `It could not be done: ${error.message}`;
  return error.stack ?? error.message;
}
