/** The embedded database cannot be used here. The message is for people and ends with the fix. */
export class EmbeddedUnavailable extends Error {
  override readonly name = 'EmbeddedUnavailable';
}

export const ELSE_SET_URL = 'or set DATABASE_URL to a Postgres of your own';
