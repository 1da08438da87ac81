import { type CliCommand, defineCommand, exitCodes, MistypedError, quoted } from '../command.ts';
import { commands } from '../commands.ts';

export const printHelp: CliCommand = defineCommand({
  usage: 'help [command]',
  options: {},
  words: { least: 0, most: 1 },
  async run({ positionals: [name] }, { out }) {
    out(`${(name === undefined ? overview() : await explained(name)).join('\n')}\n`);
    return exitCodes.done;
  },
});

function overview(): string[] {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Usage: greenroom <command>',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`),
    '',
    'In a checkout: npm run <command> -- [options]. With the image: docker run --rm <image> <command> [options].',
    'Exit codes: 0 done, 1 it could not be done or a problem was found, 2 there is no such command or option.',
  ];
}

async function explained(name: string): Promise<string[]> {
  const entry = commands.find((candidate) => candidate.name === name);
  if (entry === undefined) {
    const names = commands.map((candidate) => candidate.name).join(', ');
    throw new MistypedError(`There is no command ${quoted(name)}. There are: ${names}.`);
  }
  const { usage, details } = await entry.load();
  return [`Usage: greenroom ${usage}`, '', `${entry.summary}.`, ...details];
}
