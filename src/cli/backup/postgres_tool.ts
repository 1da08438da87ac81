import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import pg from 'pg';
import { tlsModeOf } from '../../config/postgres_tls.ts';
import { CommandError } from '../command_error.ts';

export type Tool = 'pg_dump' | 'pg_restore';

const INSTALL = 'Install the client programs of PostgreSQL (Debian: postgresql-client)';

/** Refuses a tool that is not there, or that is older than the server: it would refuse too, in other words. */
export async function checkTool(tool: Tool, server: number): Promise<void> {
  const { code, output } = await start(tool, ['--version'], {}).catch(() => ({ code: 1, output: '' }));
  const version = Number(/\) (\d+)/.exec(output)?.[1]);
  if (code !== 0 || Number.isNaN(version)) {
    throw new CommandError(
      `${tool} is not on the PATH. ${INSTALL} of version ${server} or newer, and try again.`,
    );
  }
  if (version < server) {
    throw new CommandError(
      `${tool} is version ${version}, and the server is version ${server}. ${INSTALL} of version ${server} or newer, or run this where they are.`,
    );
  }
}

/** Runs a tool on the database of `url`. The password travels in the environment: arguments can be seen by others. */
export async function runTool(tool: Tool, args: readonly string[], url: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'greenroom-authorities-'));
  try {
    const env = await connectionEnvironment(url, join(folder, 'authorities.pem'));
    const { code, output } = await start(tool, args, env);
    if (code !== 0) throw new CommandError(`${tool} failed:\n${output.trim()}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const sslModes = { off: 'disable', unverified: 'require', ca: 'verify-ca', full: 'verify-full' } as const;

/** What libpq reads, for the same database and the same trust that Greenroom finds in the address. */
async function connectionEnvironment(url: string, authorities: string): Promise<Record<string, string>> {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url });
  const asked = new URLSearchParams(url.split('?')[1] ?? '');
  const mode = tlsModeOf(url);
  const needsAuthorities = mode === 'full' && !asked.get('sslrootcert');
  if (needsAuthorities) await writeFile(authorities, await trustedHere());
  const given = {
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    PGPASSWORD: typeof password === 'string' ? password : undefined,
    PGDATABASE: database,
    // Where the address says nothing of TLS, libpq may use it.
    PGSSLMODE: mode === 'off' && !asked.has('sslmode') ? undefined : sslModes[mode],
    PGSSLROOTCERT: needsAuthorities ? authorities : asked.get('sslrootcert'),
    PGSSLCERT: asked.get('sslcert'),
    PGSSLKEY: asked.get('sslkey'),
    PGSSLNEGOTIATION: asked.get('sslnegotiation'),
  };
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** libpq trusts no authority by itself; node-postgres those of Node, and those of NODE_EXTRA_CA_CERTS. */
async function trustedHere(): Promise<string> {
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  const added = extra === undefined ? '' : await readFile(extra, 'utf8').catch(() => '');
  return [...rootCertificates, added].join('\n');
}

function start(
  tool: Tool,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (part: Buffer) => {
      output += part.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
