import { parseStorage } from '../../config/config.ts';
import type { EnvironmentVariables } from '../../config/parse_variables.ts';
import type { Storage } from '../../config/storage.ts';
import { CommandError } from '../command_error.ts';

/** Where the data is, by the same variables with which Greenroom starts. */
export function findStorage(env: EnvironmentVariables): Storage {
  const storage = parseStorage(env);
  if (storage.ok) return storage.value;
  throw new CommandError(storage.error.map(({ line }) => line).join('\n'));
}
