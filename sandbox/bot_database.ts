/**
 * The database of a bot that the sandbox starts: one of its own below this folder, or the empty one that `DATABASE_URL` names, where
 * no embedded Postgres runs (musl).
 */
export function botDatabase(folder: string): Readonly<Record<string, string>> {
  const { DATABASE_URL } = process.env;
  return { GREENROOM_DATA_DIR: folder, ...(DATABASE_URL ? { DATABASE_URL } : {}) };
}
