import { setTimeout as wait } from 'node:timers/promises';
import cron, { type RunCoordinator, type ScheduledTask } from 'node-cron';
import type { Log } from '../../log.ts';
import type { Queryable } from '../../store/postgres/database.ts';
import { claimFiring, forgetOldFirings } from '../../store/postgres/schedule_run.ts';

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
  readonly log: Log;
}

export interface ScheduleClock {
  /** No more firings; waits for the running ones, 5 s at most. */
  stop(): Promise<void>;
}

/**
 * Says when. Each firing runs once in the whole cluster: the replica that writes the firing's row first runs it. A firing
 * that fails, or falls while the database is away, is logged and left out; the next one comes as planned.
 */
export function startClock(options: ClockOptions): ScheduleClock {
  const { db, log } = options;
  const running = new Set<Promise<void>>();
  const coordinator: RunCoordinator = { shouldRun: (key) => claimFiring(db, key) };
  const schedules = [
    ...options.schedules,
    { name: 'forget old firings', cron: '17 * * * *', run: () => forgetOldFirings(db) },
  ];
  const tasks = schedules.map((schedule) => plan(schedule, coordinator, log, running));
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
      await Promise.race([Promise.all(running), wait(5_000, undefined, { ref: false })]);
    },
  };
}

function plan(
  schedule: Schedule,
  runCoordinator: RunCoordinator,
  log: Log,
  running: Set<Promise<void>>,
): ScheduledTask {
  const fire = async ({ date }: { date: Date }) => {
    const firing = runOnce(schedule, date).catch((error: unknown) => {
      log.error(
        { err: error, schedule: schedule.name },
        'A scheduled run failed; the next one comes as planned',
      );
    });
    running.add(firing);
    await firing;
    running.delete(firing);
  };
  return cron.schedule(schedule.cron, fire, {
    name: schedule.name,
    timezone: 'UTC',
    distributed: true,
    runCoordinator,
    noOverlap: true,
    logger: cronLogger(log, schedule.name),
  });
}

/** Async, so that a schedule that throws at once fails like any other. */
async function runOnce(schedule: Schedule, firing: Date): Promise<void> {
  await schedule.run(firing);
}

/** node-cron logs each skipped firing while the database is away; the reason is what matters. */
function cronLogger(log: Log, schedule: string) {
  return {
    debug: (message: string | Error) => log.debug({ schedule }, String(message)),
    info: (message: string) => log.debug({ schedule }, message),
    warn: (message: string) => log.warn({ schedule }, message),
    error: (message: string | Error, error?: Error) =>
      log.error({ schedule, reason: error?.message }, String(message)),
  };
}
