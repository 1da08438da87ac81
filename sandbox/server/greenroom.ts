import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Bot, startBot, type Transport } from '../bot.ts';
import type { Simulators } from '../simulators/start_simulators.ts';
import { nextWorkday } from './next_workday.ts';
import type { GreenroomSeen } from './snapshot/control_panel_seen.ts';

export interface GreenroomOptions {
  readonly transport: Transport;
  /** Seconds between two polls of StackOne. */
  readonly pollSeconds: number;
  /** A database of its own at least: `GREENROOM_DATA_DIR` or `DATABASE_URL`. */
  readonly env: Readonly<Record<string, string>>;
  /** As in `startBot`. */
  readonly program?: readonly string[];
}

export interface Restart {
  readonly how: 'stop' | 'kill';
  readonly transport?: Transport | undefined;
  readonly pollSeconds?: number | undefined;
  /** Days that pass meanwhile; `workday`: the time until the afternoon of the next one (next_workday.ts). */
  readonly pass?: number | 'workday' | undefined;
}

/** The real process, which the control panel may stop, kill and start again on the same database. */
export interface Greenroom {
  seen(): GreenroomSeen;
  /** Resolves when it is ready for people. */
  start(): Promise<void>;
  stop(how?: Restart['how']): Promise<void>;
  restart(restart: Restart): Promise<void>;
  /** Polls StackOne now, then with its interval again. Costs two restarts: the schedule is read at the start. */
  pollNow(): Promise<void>;
  /** Stops the process (SIGSTOP) until it is thawed. */
  freeze(on: boolean): void;
  /** StackOne tells the process of changed accounts, or no longer. */
  takeWebhooks(on: boolean): void;
  /** Called whenever `seen()` has changed. */
  onChange(listener: () => void): void;
}

const dayMs = 24 * 60 * 60_000;
/** Ten years, as CLOCK_OFFSET takes them. */
const mostAheadMs = 3_650 * dayMs;
const LOG_LINES = 40;
const POLLED = '/connector_profiles';
/** Milliseconds for a poll of StackOne to begin. Without anything that needs it, none does. */
const POLL_BEGINS_MS = 15_000;

export function superviseGreenroom(simulators: Simulators, options: GreenroomOptions): Greenroom {
  let { transport, pollSeconds } = options;
  let aheadMs = 0;
  let state: GreenroomSeen['state'] = 'stopped';
  let bot: Bot | null = null;
  let webhooks = false;
  const secret = randomBytes(24).toString('base64url');
  const direct = () => {
    const url = webhooks && bot !== null ? `${bot.url}/stackone/webhook` : null;
    simulators.stackone.sendWebhooks({ url, secret });
  };
  let listener = (): void => {};
  const become = (next: GreenroomSeen['state']) => {
    state = next;
    listener();
  };
  const start = async (seconds = pollSeconds) => {
    if (state !== 'stopped') return;
    become('starting');
    const started = await startBot(simulators, {
      transport,
      env: {
        POLL_CRON: cronOf(seconds),
        STACKONE_WEBHOOK_SECRET: secret,
        ...(aheadMs === 0 ? {} : { CLOCK_OFFSET: `${aheadMs}ms` }),
        ...options.env,
      },
      ...(options.program && { program: options.program }),
    });
    bot = started;
    direct();
    void started.exited.then(() => (bot === started ? become('stopped') : undefined));
    await started.ready();
    become('running');
  };
  const stop = async (how: Restart['how'] = 'stop') => {
    await (how === 'kill' ? bot?.kill() : bot?.stop());
  };
  return {
    seen: () => ({ state, transport, pollSeconds, aheadMs, log: linesOf(bot) }),
    start: () => start(),
    stop,
    async restart(restart) {
      await stop(restart.how);
      transport = restart.transport ?? transport;
      pollSeconds = restart.pollSeconds ?? pollSeconds;
      aheadMs = Math.min(aheadMs + passing(restart.pass ?? 0, aheadMs), mostAheadMs);
      await start();
    },
    async pollNow() {
      await stop();
      const before = simulators.stackone.requests.count(POLLED);
      await start(1);
      const limit = Date.now() + POLL_BEGINS_MS;
      while (simulators.stackone.requests.count(POLLED) === before && Date.now() < limit) await wait(50);
      await stop();
      await start();
    },
    freeze(on) {
      if (state !== (on ? 'running' : 'frozen')) return;
      bot?.freeze(on);
      become(on ? 'frozen' : 'running');
    },
    takeWebhooks(on) {
      webhooks = on;
      direct();
    },
    onChange(next) {
      listener = next;
    },
  };
}

function passing(pass: number | 'workday', aheadMs: number): number {
  if (pass !== 'workday') return pass * dayMs;
  const now = Date.now() + aheadMs;
  return nextWorkday(new Date(now)).getTime() - now;
}

const cronOf = (seconds: number): string => (seconds <= 1 ? '* * * * * *' : `*/${seconds} * * * * *`);

const linesOf = (bot: Bot | null): string[] =>
  bot === null ? [] : bot.output().trimEnd().split('\n').slice(-LOG_LINES);
