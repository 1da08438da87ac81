import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import { freePort } from '../../sandbox/bot.ts';
import { until } from './until.ts';

const program = '/usr/bin/caddy';
const caddyfile = fileURLToPath(new URL('../../deploy/Caddyfile', import.meta.url));

function isThere(): boolean {
  if (existsSync(program)) return true;
  const words = 'NOT RUN: the stories behind the proxy of compose.yaml. They need the Debian package caddy.';
  if (process.env.CI) throw new Error(words);
  console.error(`\n${'!'.repeat(words.length)}\n${words}\n${'!'.repeat(words.length)}\n`);
  return false;
}

/** Stories that need a real Caddy; skipped, loudly, where there is none. */
export const describeWithCaddy = describe.skipIf(!isThere());

export interface CaddyProxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** Debian 12 has 2.6. */
const isOld = (): boolean =>
  /^v?2\.[0-6]\./.test(spawnSync(program, ['version'], { encoding: 'utf8' }).stdout);

/** Caddy with the file of compose.yaml, in front of these replicas. */
export async function startCaddy(replicas: readonly string[]): Promise<CaddyProxy> {
  const home = await mkdtemp(join(tmpdir(), 'greenroom-caddy-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(program, ['run', '--adapter', 'caddyfile', '--config', caddyfile], {
    stdio: 'ignore',
    env: {
      HOME: home,
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: home,
      CADDY_ADMIN: `unix/${home}/admin.sock`,
      GREENROOM_SITE: url,
      ...(isOld() && { GREENROOM_BUFFER: 'buffer_requests' }),
      GREENROOM_REPLICAS: replicas.map((replica) => new URL(replica).host).join(' '),
    },
  });
  const gone = once(child, 'exit');
  await until(async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok, 'Caddy and a replica');
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await rm(home, { recursive: true, force: true });
    },
  };
}
