import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Bot, startBot, type Transport } from '../../../sandbox/bot.ts';
import type { Simulators } from '../../../sandbox/simulators/start_simulators.ts';
import { startProxy, type TcpProxy } from '../../harness/proxy.ts';
import { type Balancer, openBalancer } from './balancer.ts';
import type { ChaosDatabase } from './database.ts';
import type { Story } from './story.ts';

/** Seals what the run types, and nothing else. */
const vaultKey = `k1:${createHash('sha256').update('the key of the tests').digest('base64')}`;

/** Often enough that nobody waits long, seldom enough that a list of a thousand profiles is read in between. */
const pollCron = '*/2 * * * * *';

export interface Replica {
  readonly index: number;
  /** Its own line to the database. */
  readonly proxy: TcpProxy;
  bot: Bot;
}

/** The equal processes, each with a line of its own to the one database. */
export interface Fleet {
  readonly replicas: readonly Replica[];
  /** kill -9, or SIGTERM, and after a while another process in its place. */
  replace(replica: Replica, how: 'kill' | 'stop', awayMs: number): Promise<void>;
  /** Resident memory of each process, in MB; null where it cannot be told. */
  memory(): Promise<(number | null)[]>;
  /** SIGTERM to all; the exit codes. */
  stop(): Promise<(number | null)[]>;
  /** Ends of processes that nobody asked for, with what they said last. */
  readonly collapses: string[];
  /** What all of them wrote, warnings and worse. */
  output(): string;
}

export interface FleetOptions {
  readonly simulators: Simulators;
  readonly database: ChaosDatabase;
  readonly transport: Transport;
  readonly replicas: number;
  readonly program?: readonly string[] | undefined;
  /** An earlier release: what all of them are at first. Whoever is replaced comes back as `program`. */
  readonly earlier?: readonly string[] | undefined;
  readonly story: Story;
}

export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { simulators, database, transport, story } = options;
  const ports = await freePorts(options.replicas);
  const collapses: string[] = [];
  const outputs: (() => string)[] = [];
  const wanted = new Set<Bot>();
  const balancer: Balancer | null =
    transport === 'http' ? await openBalancer(ports.map((port) => `http://127.0.0.1:${port}`)) : null;

  // Whoever ends the run before its end leaves no process behind.
  process.once('exit', () => {
    for (const bot of wanted) void bot.kill();
  });
  const start = async (index: number, proxy: TcpProxy, program = options.program): Promise<Bot> => {
    const bot = await startBot(simulators, {
      transport,
      port: ports[index] ?? 0,
      ...(program === undefined ? {} : { program }),
      env: {
        DATABASE_URL: `postgresql://greenroom@127.0.0.1:${proxy.port}/greenroom`,
        VAULT_KEYS: vaultKey,
        LOG_LEVEL: 'warn',
        POLL_CRON: pollCron,
      },
    });
    simulators.slack.deliverTo(balancer === null ? null : `${balancer.url}/slack/events`);
    outputs.push(() => bot.output());
    wanted.add(bot);
    void bot.exited.then((code) => {
      if (!wanted.delete(bot)) return;
      collapses.push(`replica ${index} ended by itself (${code}):\n${bot.output().slice(-2_000)}`);
    });
    return bot;
  };

  const replicas: Replica[] = [];
  for (const [index] of ports.entries()) {
    const proxy = await startProxy(database.socket);
    replicas.push({ index, proxy, bot: await start(index, proxy, options.earlier) });
  }
  await Promise.all(replicas.map(({ bot }) => bot.ready()));

  return {
    replicas,
    collapses,
    output: () => outputs.map((each) => each()).join(''),
    async replace(replica, how, awayMs) {
      wanted.delete(replica.bot);
      const code = how === 'kill' ? await replica.bot.kill() : await replica.bot.stop();
      if (how === 'stop' && code !== 0) {
        collapses.push(`replica ${replica.index} was asked to stop and ended with ${code}`);
      }
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      replica.bot = await start(replica.index, replica.proxy);
      await replica.bot.ready();
      story.note('fault', `replica ${replica.index} is ready again`);
    },
    memory: () => Promise.all(replicas.map(({ bot }) => residentMb(bot.pid))),
    async stop() {
      wanted.clear();
      const codes = await Promise.all(replicas.map(({ bot }) => bot.stop()));
      await balancer?.close();
      await Promise.all(replicas.map(({ proxy }) => proxy.close()));
      return codes;
    },
  };
}

/** Below those that the system gives away by itself: they must still be free after a restart. */
async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const server = createServer();
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    ports.add(port);
    await new Promise((resolve) => server.close(resolve));
  }
  return [...ports];
}

async function residentMb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? [];
  return kb === undefined ? null : Math.round(Number(kb) / 1024);
}
