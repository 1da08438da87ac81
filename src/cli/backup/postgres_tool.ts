import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import pg from 'pg';
import { tlsModeOf } from '../../config/postgres/postgres_tls.ts';
import { CommandError, errorCode } from '../command_error.ts';

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
  // Only where it is needed: a container's file system may be read-only.
  const folder = needsAuthorities(url) ? await makeTemporaryFolder() : null;
  try {
    const authorities = folder === null ? null : join(folder, 'authorities.pem');
    if (authorities !== null) await writeFile(authorities, await trustedHere());
    const { code, output } = await start(tool, args, connectionEnvironment(url, authorities));
    if (code !== 0) throw new CommandError(`${tool} failed:\n${output.trim()}`);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true });
  }
}

async function makeTemporaryFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'greenroom-authorities-'));
  } catch (error) {
    throw new CommandError(
      `Nothing can be written into ${tmpdir()} (${errorCode(error)}): set TMPDIR to a folder where it can.`,
    );
  }
}

const sslModes = { off: 'disable', unverified: 'require', ca: 'verify-ca', full: 'verify-full' } as const;

function needsAuthorities(url: string): boolean {
  return tlsModeOf(url) === 'full' && !parametersOf(url).get('sslrootcert');
}

function parametersOf(url: string): URLSearchParams {
  return new URLSearchParams(url.split('?')[1] ?? '');
}

/** What libpq reads, for the same database and the same trust that Greenroom finds in the address. `authorities`: a file of them. */
function connectionEnvironment(url: string, authorities: string | null): Record<string, string> {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url });
  const asked = parametersOf(url);
  const mode = tlsModeOf(url);
  const given = {
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    PGPASSWORD: typeof password === 'string' ? password : undefined,
    PGDATABASE: database,
    // Where the address says nothing of TLS, libpq may use it.
    PGSSLMODE: mode === 'off' && !asked.has('sslmode') ? undefined : sslModes[mode],
    PGSSLROOTCERT: authorities ?? asked.get('sslrootcert'),
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
