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
    if (!(error instanceof CommandError)) throw error;
    terminal.err(`${error.message}\n`);
    return exitCodes.failed;
  }
}
