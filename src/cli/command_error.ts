/** Why a command did nothing, in words for the person, with what to do next. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
