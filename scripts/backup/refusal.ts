/** Why nothing was done, in words for the person, with the way out. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Runs a command of the shell: prints what it says, or why it did nothing. */
export function run(command: (args: readonly string[]) => Promise<readonly string[]>): void {
  command(process.argv.slice(2)).then(
    (lines) => process.stdout.write(`${lines.join('\n')}\n`),
    (error: unknown) => {
      if (error instanceof Refusal || isMistyped(error)) process.stderr.write(`${error.message}\n`);
      else console.error(error);
      process.exitCode = 1;
    },
  );
}

/** What `parseArgs` throws. */
const isMistyped = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
