import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { EnvironmentVariables } from '../config/parse_variables.ts';

type ParseArgsOptions = NonNullable<ParseArgsConfig['options']>;

/** What every command exits with. */
export const exitCodes = {
  done: 0,
  /** The command could not do its work, or found a problem. */
  failed: 1,
  /** What was typed is no command, or no option of it. Nothing was done. */
  mistyped: 2,
} as const;

/** Where a command reads its settings and writes its lines. */
export interface Terminal {
  readonly env: EnvironmentVariables;
  /** Writes to stdout as it is; lines end with `\n`. */
  out(text: string): void;
  /** The same on stderr. */
  err(text: string): void;
}

/** One command of the program, as the table in `commands.ts` loads it. */
export interface CliCommand {
  /** What is typed behind `greenroom`: `backup [folder] [--with-key]`. */
  readonly usage: string;
  /** More lines for `greenroom help <command>`. */
  readonly details: readonly string[];
  /** Runs with the words behind the command's name; resolves with the exit code. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

interface Specification<Options extends ParseArgsOptions> {
  readonly usage: string;
  readonly details?: readonly string[];
  readonly options: Options;
  /** How many words the command takes beside its options. */
  readonly words: { readonly least: number; readonly most: number };
  run(typed: Typed<Options>, terminal: Terminal): Promise<number>;
}

type Typed<Options extends ParseArgsOptions> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>;

/** What was typed does not fit the command. `message` says what is wrong. */
export class MistypedError extends Error {
  override readonly name = 'MistypedError';
}

/** A command whose words and options are parsed before it runs. Throws `MistypedError` for any other word. */
export function defineCommand<const Options extends ParseArgsOptions>(
  specification: Specification<Options>,
): CliCommand {
  const { usage, details = [], options, words, run } = specification;
  return {
    usage,
    details,
    run(args, terminal) {
      const typed = parse(args, options);
      const [extra] = typed.positionals.slice(words.most);
      if (extra !== undefined) throw new MistypedError(`${quoted(extra)} is one word too many.`);
      if (typed.positionals.length < words.least) throw new MistypedError('A word is missing.');
      return run(typed, terminal);
    },
  };
}

function parse<Options extends ParseArgsOptions>(args: readonly string[], options: Options): Typed<Options> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      // Node adds how an argument that begins with a dash could be passed on; no command takes one.
      throw new MistypedError(`${error.message.split(/\. |\n/, 1)[0]?.replace(/\.$/, '')}.`);
    }
    throw error;
  }
}

const LONGEST_QUOTED = 40;

/** A word as it was typed, without control characters and bounded. */
export function quoted(word: string): string {
  const points = [...word];
  const cut = points.length > LONGEST_QUOTED ? `${points.slice(0, LONGEST_QUOTED).join('')}…` : word;
  return JSON.stringify(cut);
}
