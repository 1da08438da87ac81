import type pg from 'pg';

const GOODBYE_MS = 500;

/** Ends a connection, and breaks it where the server does not answer: node-postgres alone would wait for that for ever. Never throws. */
export async function endClient(client: pg.Client): Promise<void> {
  const breaking = setTimeout(() => client.connection.stream.destroy(), GOODBYE_MS);
  await client.end().catch(() => {});
  clearTimeout(breaking);
}
