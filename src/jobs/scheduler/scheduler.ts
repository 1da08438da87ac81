import { setTimeout as wait } from 'node:timers/promises';
import cron from 'node-cron';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../log.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import {
  claimFiring,
  forgetFutureFirings,
  forgetOldFirings,
} from '../../store/postgres/jobs/schedule_run.ts';
import { everySecondOf } from './every_second.ts';

export interface Schedule {
  /** The same in every replica, and different from all other schedules. */
  readonly name: string;
  /** Five fields, or six with seconds first. In UTC. */
  readonly cron: string;
  /** `firing` is the planned time. Short: claim or add jobs, and leave the work to the queue. */
  run(firing: Date): Promise<void>;
}

export interface ClockOptions {
  readonly db: Queryable;
  readonly schedules: readonly Schedule[];
  /** The database's, so that all replicas mean the same second. */
  readonly clock: Clock;
  readonly log: Log;
}

export interface ScheduleClock {
  /** No more firings; waits for the running ones, 5 s at most. */
  stop(): Promise<void>;
}

/**
 * Runs the schedules. Each firing runs once in the whole cluster: the replica that writes the firing's row first runs it. A firing
 * that fails, or falls while the database is away, is logged and left out; the next one comes as planned. node-cron says
 * which seconds a schedule means; its own timers follow the wall clock, and stop when that is moved back.
 */
export function startClock(options: ClockOptions): ScheduleClock {
  const { db, log } = options;
  const schedules = [
    ...options.schedules,
    { name: 'forget old firings', cron: '17 * * * *', run: () => forgetOldFirings(db) },
  ];
  const runners = schedules.map((schedule) => createRunner(schedule, options));
  const seconds = everySecondOf(options.clock, {
    onSecond: (second) => {
      for (const runner of runners) runner.at(second);
    },
    onMovedBack: () =>
      void forgetFutureFirings(db).catch((error: unknown) =>
        log.debug({ err: error }, 'Firings of a moved clock are still noted'),
      ),
  });
  return {
    async stop() {
      seconds.stop();
      const running = Promise.all(runners.map((runner) => runner.stop()));
      await Promise.race([running, wait(5_000, undefined, { ref: false })]);
    },
  };
}

function createRunner(schedule: Schedule, { db, log }: Pick<ClockOptions, 'db' | 'log'>) {
  const task = cron.createTask(schedule.cron, () => {}, { name: schedule.name, timezone: 'UTC' });
  let running: Promise<void> | null = null;
  let claimable = true;

  /** One line when the database goes away, not one for each firing. */
  async function mayRun(second: Date): Promise<boolean> {
    try {
      const mine = await claimFiring(db, `${schedule.name}:${second.toISOString()}`);
      claimable = true;
      return mine;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log[claimable ? 'error' : 'debug'](
        { schedule: schedule.name, reason },
        'A firing cannot be claimed and is left out',
      );
      claimable = false;
      return false;
    }
  }

  async function fire(second: Date): Promise<void> {
    if (!(await mayRun(second))) return;
    try {
      await schedule.run(second);
    } catch (error) {
      log.error(
        { err: error, schedule: schedule.name },
        'A scheduled run failed; the next one comes as planned',
      );
    }
  }

  return {
    at(second: Date): void {
      if (!task.match(second)) return;
      if (running !== null) {
        log.debug({ schedule: schedule.name }, 'The run before has not ended: this firing is left out');
        return;
      }
      running = fire(second).finally(() => {
        running = null;
      });
    },
    async stop(): Promise<void> {
      await task.destroy();
      await running;
    },
  };
}
