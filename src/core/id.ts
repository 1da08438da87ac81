/**
 * A uuid v7 (RFC 9562, 5.7): 48 bits of milliseconds, then randomness, so that ids sort by the time they were made.
 * `nowMs` is milliseconds since the epoch; `random` is a uuid v4, whose last 74 random bits are taken.
 */
export function uuidV7(nowMs: number, random: string): string {
  const time = Math.trunc(nowMs).toString(16).padStart(12, '0');
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
  if (!isUuid(id)) throw new RangeError('uuidV7 takes its randomness from a uuid v4');
  return id;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Ids come in from buttons, forms and typed commands. A text that is no uuid must not reach SQL, where it would be an error of
 * the database instead of a row that is not found.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
