import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Simulators } from '../../sandbox/simulators/start_simulators.ts';
import { createAuthority } from './certificates.ts';
import { startConnectProxy } from './connect_proxy.ts';
import { type PostgresPrograms, startSystemPostgres } from './system_postgres.ts';
import { startTlsFront } from './tls_front.ts';

/** A Postgres that an administrator of a company hands over. */
export interface CompanyPostgres {
  /** Without a query: `postgres://user:password@localhost:port/greenroom`. */
  readonly address: string;
  readonly password: string;
  /** The certificate of its authority. */
  readonly caFile: string;
  stop(): Promise<void>;
}

/**
 * Postgres with TLS and a private authority, where not everybody may create tables. `grants`: what the administrator runs for the
 * user of the address, who is called `greenroom` in them.
 */
export async function startCompanyPostgres(
  programs: PostgresPrograms | undefined,
  grants: readonly string[],
): Promise<CompanyPostgres> {
  const [role, password] = ['greenroom_app', randomBytes(9).toString('hex')];
  const authority = createAuthority();
  const postgres = await startSystemPostgres(programs);
  await postgres.createDatabase('greenroom');
  const administrator = postgres.administrate('greenroom');
  const client = new pg.Client(administrator);
  await client.connect();
  await client.query(`create role ${role} login password '${password}'`);
  await client.query('revoke create on schema public from public');
  for (const grant of grants) await client.query(grant.replace('TO greenroom;', `TO ${role};`));
  await client.end();
  await postgres.useCertificate(authority.certify('DNS:localhost'));
  return {
    address: `postgres://${role}:${password}@localhost:${administrator.port}/greenroom`,
    password,
    caFile: authority.file,
    async stop() {
      await postgres.stop();
      authority.remove();
    },
  };
}

/** The proxy of a company, behind which the simulators have the names of the real hosts. */
export interface OutboundProxy {
  /** Of the certificates that the hosts show: the proxy of a company signs them anew. */
  readonly caFile: string;
  /** The targets of all tunnels: `slack.com:443`. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** `slackPort`: where the simulated Slack listens; its own address is https://slack.com/. */
export async function startOutboundProxy(
  { zoom, stackone }: Simulators,
  slackPort: number,
  port: number,
): Promise<OutboundProxy> {
  const portOf = (url: string) => Number(new URL(url).port);
  const hostPorts = {
    'slack.com': slackPort,
    'zoom.us': portOf(zoom.url),
    'api.stackone.com': portOf(stackone.url),
  };
  const front = await startTlsFront(hostPorts);
  const hosts = Object.fromEntries(Object.keys(hostPorts).map((name) => [`${name}:443`, front.port]));
  const proxy = await startConnectProxy({ port, hosts });
  return {
    caFile: front.caFile,
    asked: proxy.asked,
    async stop() {
      await proxy.stop();
      await front.stop();
    },
  };
}
