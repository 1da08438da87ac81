import { scrub } from '../scrub.ts';
import { judgeStart } from '../store/postgres/start/start_errors.ts';
import { CommandError } from './command_error.ts';

/** Why the database of a command cannot be used, on one line. */
export function databaseError(error: unknown): CommandError {
  const judged = judgeStart(error);
  if (judged.kind === 'fault') return new CommandError(judged.line);
  const said = error instanceof Error ? scrub(error.message).replaceAll(/\s+/g, ' ').slice(0, 200) : '';
  const reason = judged.kind === 'outage' || said === '' ? judged.reason : said;
  return new CommandError(
    `The database of DATABASE_URL does not answer: ${reason}. "greenroom doctor" says what to do.`,
  );
}
