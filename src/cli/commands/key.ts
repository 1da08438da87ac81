import { randomBytes } from 'node:crypto';
import { defineCommand, exitCodes } from '../command.ts';

/**
 * Prints a value for `VAULT_KEYS`, and nothing else, so that it can be piped into a store of secrets. Without an id: its
 * fingerprint is one, and never that of an earlier key.
 */
export const makeKey = defineCommand({
  usage: 'key',
  details: [
    'Prints 32 random bytes in base64. To rotate, put a new key in front of the present VAULT_KEYS, with a comma between them.',
  ],
  options: {},
  words: { least: 0, most: 0 },
  async run(_typed, { out }) {
    out(`${randomBytes(32).toString('base64')}\n`);
    return exitCodes.done;
  },
});
