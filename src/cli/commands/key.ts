import { randomBytes } from 'node:crypto';
import { defineCommand, exitCodes } from '../command.ts';

/** Prints a value for `VAULT_KEYS`, and nothing else, so that it can be piped into a store of secrets. */
export const makeKey = defineCommand({
  usage: 'key',
  options: {},
  words: { least: 0, most: 0 },
  async run(_typed, { out }) {
    out(`k1:${randomBytes(32).toString('base64')}\n`);
    return exitCodes.done;
  },
});
