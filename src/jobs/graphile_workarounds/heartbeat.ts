import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { retry } from '../../concurrency/retry.ts';
import { aborted } from '../aborted.ts';

/**
 * How a worker is known to be alive: it holds a session lock for as long as its connection lives. When its process is killed,
 * the server releases the lock, and others may take its jobs (reclaim_jobs.ts). graphile-worker alone would keep them locked
 * for four hours.
 *
 * Upstream: https://github.com/graphile/worker/issues/222 (closed: part of the paid Worker Pro)
 */
export interface Heartbeat {
  /** Resolves when the worker's connection was lost, or not obtained, for the first time. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/** "grnr": keeps these locks apart from other advisory locks. */
export const LOCK_CLASS = 0x67726e72;

/** Holds the lock of this worker, over new connections when one is lost, until it is released. */
export function holdHeartbeat(connection: pg.ClientConfig, workerId: string): Heartbeat {
  const leaving = new AbortController();
  let noteLoss = () => {};
  const lost = new Promise<void>((resolve) => {
    noteLoss = resolve;
  });
  const held = holdUntil(leaving.signal, connection, workerId, noteLoss);
  return {
    lost,
    async release() {
      leaving.abort();
      await held;
    },
  };
}

async function holdUntil(
  leaving: AbortSignal,
  connection: pg.ClientConfig,
  workerId: string,
  noteLoss: () => void,
): Promise<void> {
  while (!leaving.aborted) {
    const lock = await retry(() => takeLock(connection, workerId, leaving), {
      delay: { firstMs: 100, longestMs: 2_000 },
      signal: leaving,
      onRetry: noteLoss,
    }).catch(() => null);
    await lock?.lost;
    if (!leaving.aborted) noteLoss();
  }
}

/** `lost`: the connection ended, by itself or because of `leaving`. */
async function takeLock(
  connection: pg.ClientConfig,
  workerId: string,
  leaving: AbortSignal,
): Promise<{ readonly lost: Promise<void> }> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000, keepAlive: true });
  const ended = new Promise<void>((resolve) => client.once('end', resolve).once('error', () => resolve()));
  client.on('error', () => {});
  const close = () => void client.end().catch(() => {});
  const left = aborted(leaving);
  try {
    await client.connect();
    await Promise.race([announce(client, workerId), left]);
  } catch (error) {
    close();
    throw error;
  }
  // A connection that does not answer may never end: it is given a second.
  const given = left.then(close).then(() => wait(1_000, undefined, { ref: false }));
  return { lost: Promise.race([ended, given]) };
}

/** Waits while another connection still holds the lock: that of this worker, which the server does not know to be dead. */
async function announce(client: pg.Client, workerId: string): Promise<void> {
  // A machine that vanished closes no connection: the server is to notice within half a minute.
  await client.query(`select set_config('tcp_keepalives_idle', '15', false),
    set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '3', false)`);
  await client.query('select pg_advisory_lock($1::int, hashtext($2))', [LOCK_CLASS, workerId]);
}
