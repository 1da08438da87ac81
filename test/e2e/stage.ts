import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { type Bot, startBot, type Transport } from '../../sandbox/bot.ts';
import type { LogEntry, Person, SlackOptions } from '../../sandbox/simulators/slack/index.ts';
import { type Simulators, startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { letters } from '../../sandbox/simulators/zoom/apps.ts';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.ts';
import { leaksOf, type Pair } from './leaks.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The transports of a lane: its stories are told over each of them (vitest.config.ts). */
    transports: readonly ('socket' | 'http')[];
  }
}

export const transports: readonly Transport[] = inject('transports');

/** A whole world for one file of stories: simulated Slack, Zoom and StackOne, a database, and the real bot process. */
export interface Stage {
  readonly simulators: Simulators;
  readonly bot: Bot;
  readonly database: TestDatabase;
  /** By handle: `ana` owns things, `zoe` is the Zoom admin, `ben` waits. */
  person(name: string): Person;
  /** A new app in the simulated Zoom. Its secret must never turn up outside the vault: the end of the file looks for it. */
  pair(): Pair;
  /** The same for a secret that Zoom does not know. */
  wrongSecret(): string;
  /** Stops the bot the hard way, or kindly, and starts it again on the same database. */
  restart(how: 'kill' | 'stop', env?: Readonly<Record<string, string>>): Promise<void>;
  /** One more process on the same database. Over HTTP, requests go to the one that was started last. */
  replica(): Promise<Bot>;
}

type Variables = Readonly<Record<string, string>>;

export interface StageOptions {
  /** Variables of the bot; those that depend on where the simulators are, as a function. */
  readonly env?: Variables | ((simulators: Simulators) => Promise<Variables>);
  readonly slack?: Partial<SlackOptions>;
  /** The address under which the bot reaches its database. Default: the database's own. */
  readonly databaseUrl?: (database: TestDatabase) => Promise<string>;
}

export const vaultKey = `k1:${createHash('sha256').update('the key of the tests').digest('base64')}`;

/** Characters of the end of each bot's log that are printed with a failure. */
const LOG_OF_FAILURE = 8_000;

/**
 * Sets the stage before the stories of a file and takes it down after them. Fails the file when the bot ever broke a rule
 * of Slack's platform, wrote something secret to its log, lost a job, or ended without being asked to.
 */
export function useStage(transport: Transport, options: StageOptions = {}): Stage {
  let simulators: Simulators | null = null;
  let database: TestDatabase | null = null;
  let databaseUrl = '';
  let variables: Variables = {};
  let bot: Bot | null = null;
  const bots: Bot[] = [];
  const secrets = new Set<string>();
  const present = <T>(value: T | null): T => {
    if (value === null) throw new Error('the stage is not set');
    return value;
  };
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    const started = await startBot(present(simulators), {
      transport,
      program: [inject('program')],
      env: {
        DATABASE_URL: databaseUrl,
        VAULT_KEYS: vaultKey,
        LOG_LEVEL: 'debug',
        ...variables,
        ...env,
      },
    });
    bots.push(started);
    await started.ready();
    return started;
  };
  beforeAll(async () => {
    simulators = await startSimulators({ limits: { timeoutMs: 60_000 }, ...options.slack });
    variables = typeof options.env === 'function' ? await options.env(simulators) : (options.env ?? {});
    database = await createTestDatabase();
    databaseUrl = (await options.databaseUrl?.(database)) ?? database.connectionString;
    bot = await start();
  });
  // A story that ends with a stopped bot, or fails while there is none, leaves nothing to the next one.
  beforeEach(async () => {
    if (present(bot).hasExited()) bot = await start();
  });
  // What a person did not see is often told by the log alone: a call that was tried again, a job that waited.
  afterEach(({ task }) => {
    if (task.result?.state !== 'fail') return;
    const lines = bots.map((each) => each.output().slice(-LOG_OF_FAILURE));
    console.warn(`The log before "${task.name}" failed:\n${lines.join('\n')}`);
  });
  afterAll(async () => {
    const crashed = bots.filter((each) => each.hasCrashed()).map((each) => each.output().slice(-2_000));
    await Promise.all(bots.map((each) => each.stop()));
    const output = bots.map((each) => each.output()).join('');
    const broken = simulators?.slack.inspector.violations() ?? [];
    warnOfGrantedTime(simulators?.slack.inspector.entries() ?? []);
    const leaks = simulators && database ? await leaksOf({ simulators, database, output, secrets }) : [];
    await simulators?.stop();
    await database?.drop();
    expect(crashed).toEqual([]);
    expect(broken).toEqual([]);
    expect(output).not.toMatch(/xox[bp]-|xapp-/);
    expect(leaks).toEqual([]);
    // The sweep queues it (usecases/deliveries/queue_missing_jobs.ts), and would hide the fault.
    expect(output, 'a job that delivers was lost').not.toContain('Messages waited without a job');
  });
  return {
    get simulators() {
      return present(simulators);
    },
    get bot() {
      return present(bot);
    },
    get database() {
      return present(database);
    },
    person: (name) => present(simulators).slack.person(name),
    pair() {
      const pair = present(simulators).zoom.addApp({ clientSecret: newSecret() });
      secrets.add(pair.clientSecret);
      return pair;
    },
    wrongSecret() {
      const secret = newSecret();
      secrets.add(secret);
      return secret;
    },
    async restart(how, env) {
      await (how === 'kill' ? present(bot).kill() : present(bot).stop());
      bot = await start(env);
    },
    replica: () => start(),
  };
}

/** A busy machine is no fault of the app's, and is told. */
function warnOfGrantedTime(entries: readonly LogEntry[]): void {
  const granted = entries.filter(({ grantedMs }) => grantedMs > 0);
  if (granted.length === 0) return;
  const most = Math.max(...granted.map(({ grantedMs }) => grantedMs));
  console.warn(
    `The machine was too busy: Slack waited longer for ${granted.length} acknowledgements, by ${Math.round(most)} ms at most`,
  );
}

export interface Registration {
  readonly name: string;
  readonly managementType?: 'Admin-managed' | 'User-managed';
  readonly environments?: readonly ('Development' | 'Production')[];
  readonly scopes?: string;
  readonly channel?: string;
}

/** As Zoom makes them. The end holds what tells any secret from a name: of quite random ones Greenroom takes one in a thousand for a name. */
function newSecret(): string {
  return `${letters(20)}x4Qz7Wk2Vb9T`;
}
