import { type Bot, startBot, type Transport } from '../bot.ts';
import type { Worlds } from '../worlds.ts';
import type { GreenroomSeen } from './contract.ts';

export interface GreenroomOptions {
  readonly transport: Transport;
  /** Seconds between two looks at StackOne. */
  readonly pace: number;
  /** A database of its own at least: `GREENROOM_DATA_DIR` or `DATABASE_URL`. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Restart {
  readonly how: 'stop' | 'kill';
  readonly transport?: Transport | undefined;
  readonly pace?: number | undefined;
}

/** The real process, which the control room may stop, kill and start again on the same database. */
export interface Greenroom {
  seen(): GreenroomSeen;
  /** Resolves when it is ready for people. */
  start(): Promise<void>;
  stop(how?: Restart['how']): Promise<void>;
  restart(restart: Restart): Promise<void>;
  /** Called whenever `seen()` has changed. */
  onChange(listener: () => void): void;
}

const LOG_LINES = 40;

export function superviseGreenroom(worlds: Worlds, options: GreenroomOptions): Greenroom {
  let { transport, pace } = options;
  let state: GreenroomSeen['state'] = 'stopped';
  let bot: Bot | null = null;
  let listener = (): void => {};
  const become = (next: GreenroomSeen['state']) => {
    state = next;
    listener();
  };
  const start = async () => {
    if (state !== 'stopped') return;
    become('starting');
    const started = await startBot(worlds, { transport, env: { POLL_CRON: cronOf(pace), ...options.env } });
    bot = started;
    void started.exited.then(() => (bot === started ? become('stopped') : undefined));
    await started.ready();
    become('running');
  };
  const stop = async (how: Restart['how'] = 'stop') => {
    await (how === 'kill' ? bot?.kill() : bot?.stop());
  };
  return {
    seen: () => ({ state, transport, pace, log: linesOf(bot) }),
    start,
    stop,
    async restart(restart) {
      await stop(restart.how);
      transport = restart.transport ?? transport;
      pace = restart.pace ?? pace;
      await start();
    },
    onChange(next) {
      listener = next;
    },
  };
}

const cronOf = (seconds: number): string => (seconds <= 1 ? '* * * * * *' : `*/${seconds} * * * * *`);

const linesOf = (bot: Bot | null): string[] =>
  bot === null ? [] : bot.output().trimEnd().split('\n').slice(-LOG_LINES);
