import { version } from '../../version.ts';
import { defineCommand, exitCodes } from '../command.ts';

export const printVersion = defineCommand({
  usage: 'version',
  options: {},
  words: { least: 0, most: 0 },
  async run(_typed, { out }) {
    out(`${version}\n`);
    return exitCodes.done;
  },
});
