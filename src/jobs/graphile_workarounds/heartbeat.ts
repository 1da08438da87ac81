import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { announceWorker } from '../../store/postgres/jobs/worker_heartbeat.ts';
import { aborted } from '../aborted.ts';

export interface Heartbeat {
  /** Resolves when the worker's connection was lost for the first time. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/** Keeps this worker known as alive, over new connections when one is lost, until it is released. */
export function holdHeartbeat(connection: pg.ClientConfig, workerId: string): Heartbeat {
  const leaving = new AbortController();
  let noteLoss = () => {};
  const lost = new Promise<void>((resolve) => {
    noteLoss = resolve;
  });
  const held = keep(connection, workerId, leaving.signal, noteLoss);
  return {
    lost,
    async release() {
      leaving.abort();
      await held;
    },
  };
}

async function keep(
  connection: pg.ClientConfig,
  workerId: string,
  leaving: AbortSignal,
  noteLoss: () => void,
): Promise<void> {
  const left = aborted(leaving);
  for (let pauseMs = 100; !leaving.aborted; pauseMs = Math.min(pauseMs * 2, 2_000)) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000, keepAlive: true });
    const ended = new Promise<void>((resolve) => client.once('end', resolve).once('error', () => resolve()));
    client.on('error', () => {});
    try {
      await client.connect();
      const announced = announceWorker(
        { query: async (sql, values = []) => (await client.query(sql, [...values])).rows },
        workerId,
      );
      await Promise.race([announced.then(() => Promise.race([ended, left])), left]);
      pauseMs = 100;
    } catch {
      // The server is away: try again.
    }
    void client.end().catch(() => {});
    await Promise.race([ended, wait(1_000, undefined, { ref: false })]);
    if (leaving.aborted) return;
    noteLoss();
    await wait(pauseMs, undefined, { signal: leaving }).catch(() => {});
  }
}
