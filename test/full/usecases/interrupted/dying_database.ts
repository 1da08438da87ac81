import type { Database } from '../../../../src/store/postgres/client/database.ts';

/**
 * The database of a process that is killed after so many changes: commits, and statements outside of transactions. What is not committed
 * by then is rolled back, wherever in its transaction the process was, and the process asks nothing any more.
 */
export function dyingDatabase(db: Database, changes: number): Database & { readonly died: () => boolean } {
  let left = changes;
  const step = () => {
    left -= 1;
    if (left < 0) throw new Error('the process was killed');
  };
  return {
    ...db,
    query: async (sql, values, name) => {
      step();
      return db.query(sql, values, name);
    },
    tx: (work) =>
      db.tx(async (tx) => {
        const result = await work(tx);
        step();
        return result;
      }),
    died: () => left < 0,
  };
}
