import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../sandbox/bot.ts';
import { caddyProgram, describeWith } from './needs.ts';
import { until } from './until.ts';

const caddyfile = fileURLToPath(new URL('../../deploy/Caddyfile', import.meta.url));

/** Stories that need a real Caddy. */
export const describeWithCaddy = describeWith('caddy');

export interface CaddyProxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** Debian 12 has 2.6. */
const isOld = (): boolean =>
  /^v?2\.[0-6]\./.test(spawnSync(caddyProgram, ['version'], { encoding: 'utf8' }).stdout);

/** Caddy with the file of compose.yaml, in front of these replicas. */
export async function startCaddy(replicas: readonly string[]): Promise<CaddyProxy> {
  const home = await mkdtemp(join(tmpdir(), 'greenroom-caddy-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(caddyProgram, ['run', '--adapter', 'caddyfile', '--config', caddyfile], {
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
