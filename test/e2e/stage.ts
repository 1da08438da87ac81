import { afterAll, beforeAll, expect } from 'vitest';
import { type Bot, startBot, type Transport } from '../../sandbox/bot.ts';
import type { Modal, Person, SlackOptions } from '../../sandbox/slack/index.ts';
import { startWorlds, type Worlds } from '../../sandbox/worlds.ts';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.ts';

export const transports: readonly Transport[] = ['socket', 'http'];

/** A whole world for one file of stories: simulated Slack, Zoom and StackOne, a database, and the real bot process. */
export interface Stage {
  readonly worlds: Worlds;
  readonly bot: Bot;
  readonly database: TestDatabase;
  /** By handle: `ana` owns things, `zoe` is the Zoom admin, `ben` waits. */
  person(name: string): Person;
  /** Stops the bot the hard way, or kindly, and starts it again on the same database. */
  restart(how: 'kill' | 'stop', env?: Readonly<Record<string, string>>): Promise<void>;
}

export interface StageOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly slack?: Partial<SlackOptions>;
}

export const vaultKey = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/**
 * Sets the stage before the stories of a file and takes it down after them. Fails the file when the bot ever broke a rule
 * of Slack's platform, or wrote something secret to its log.
 */
export function useStage(transport: Transport, options: StageOptions = {}): Stage {
  let worlds: Worlds | null = null;
  let database: TestDatabase | null = null;
  let bot: Bot | null = null;
  const present = <T>(value: T | null): T => {
    if (value === null) throw new Error('the stage is not set');
    return value;
  };
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    bot = await startBot(present(worlds), {
      transport,
      env: {
        DATABASE_URL: present(database).connectionString,
        VAULT_KEYS: vaultKey,
        LOG_LEVEL: 'debug',
        ...options.env,
        ...env,
      },
    });
    await bot.ready();
  };
  beforeAll(async () => {
    worlds = await startWorlds({ limits: { patienceMs: 20_000 }, ...options.slack });
    database = await createTestDatabase();
    await start();
  });
  afterAll(async () => {
    const output = bot?.output() ?? '';
    await bot?.stop();
    const broken = worlds?.slack.inspector.violations() ?? [];
    await worlds?.stop();
    await database?.drop();
    expect(broken).toEqual([]);
    expect(output).not.toMatch(/xox[bp]-|xapp-/);
  });
  return {
    get worlds() {
      return present(worlds);
    },
    get bot() {
      return present(bot);
    },
    get database() {
      return present(database);
    },
    person: (name) => present(worlds).slack.person(name),
    async restart(how, env) {
      await (how === 'kill' ? present(bot).kill() : present(bot).stop());
      await start(env);
    },
  };
}

export interface Registration {
  readonly name: string;
  readonly managementType?: 'Admin-managed' | 'User-managed';
  readonly environments?: readonly ('Development' | 'Production')[];
  readonly scopes?: string;
  readonly channel?: string;
}
