import { existsSync } from 'node:fs';
import { parseStorage } from '../../src/config/config.ts';
import type { Storage } from '../../src/config/storage.ts';
import { Refusal } from './refusal.ts';

/** Where the data is, by the same variables, and the same file `.env`, with which Greenroom starts. */
export function findStorage(): Storage {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const storage = parseStorage(process.env);
  if (storage.ok) return storage.value;
  throw new Refusal(storage.error.map(({ line }) => line).join('\n'));
}
