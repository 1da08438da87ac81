import { exitCodes } from './cli/command.ts';
import { runCommandLine } from './cli/command_line.ts';
import { createOutput } from './cli/output.ts';

const [out, err] = [createOutput(() => process.stdout), createOutput(() => process.stderr)];
const code = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  out: out.write,
  err: err.write,
});
// An exit drops what a pipe has not taken yet.
const [whole] = await Promise.all([out.written(), err.written()]);
process.exit(whole ? code : Math.max(code, exitCodes.failed));
