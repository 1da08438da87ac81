import { Secret } from '../src/core/secrets/secret.ts';
import { newId } from '../src/ids.ts';
import { createLog } from '../src/log.ts';
import { createStackOne } from '../src/stackone/stackone.ts';
import type { Database } from '../src/store/postgres/client/database.ts';
import type { Context } from '../src/usecases/changes/context.ts';
import { createVault } from '../src/vault/vault.ts';
import { createZoom } from '../src/zoom/zoom.ts';
import { type Server, startServer } from './processes.ts';

/** Zoom and StackOne in a process of their own; each answer takes `latencyMs`. */
export function startHosts(latencyMs: number, profiles = 0): Promise<Server> {
  return startServer({
    program: 'bench/programs/host_stub.mjs',
    env: { LATENCY: String(latencyMs), PROFILES: String(profiles) },
  });
}

/** What the use cases need, with `concurrency` probes at Zoom at once and no delay between two calls to StackOne. */
export function contextFor(
  db: Database,
  host: Server,
  concurrency: number,
): { ctx: Context; close: () => Promise<void> } {
  const log = createLog({ level: 'silent' });
  const clock = { now: () => new Date() };
  const common = { version: 'bench', clock, log };
  const zoom = createZoom({ ...common, oauthUrl: host.url, concurrency });
  const apiKey = new Secret('bench');
  const stackone = createStackOne({ ...common, apiUrl: host.url, apiKey, minIntervalMs: 0 });
  const vault = createVault([{ id: 'k1', base64: new Secret(Buffer.alloc(32, 7).toString('base64')) }]);
  const day = 24 * 60 * 60_000;
  const settings = { remindAfterMs: day, outageNoticeAfterMs: day, stackoneKey: 'bench', version: 'bench' };
  return {
    ctx: { db, vault, zoom, stackone, clock, newId, log, settings },
    close: async () => {
      await zoom.close();
      await stackone.close();
    },
  };
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Does `work` `times` times, `atOnce` at a time. */
export async function pump(times: number, atOnce: number, work: () => Promise<unknown>): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
