import { runCommandLine } from './cli/command_line.ts';

process.exit(
  await runCommandLine(process.argv.slice(2), {
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  }),
);
