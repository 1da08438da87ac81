/** Why a command did nothing, in words for the person, with what to do next. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** What the system calls a fault, `EACCES` for example, to be named in the message of a `CommandError`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
