import { performance } from 'node:perf_hooks';
import type { Clock } from '../../../core/clock.ts';
import type { Log } from '../../../log.ts';
import type { Queryable } from './database.ts';

export interface DatabaseClock extends Clock {
  /** Compares the clocks now, and says in one line what moved. Never throws. */
  compare(): Promise<void>;
  stop(): void;
}

/** What this machine knows of time; tests move it. */
export interface MachineTime {
  /** The wall clock: people and NTP move it, sleep does not stop it. */
  wallMs(): number;
  /** Never goes back, and stops while the machine sleeps. */
  monotonicMs(): number;
}

const machineTime: MachineTime = { wallMs: () => Date.now(), monotonicMs: () => performance.now() };

const lookEveryMs = 1_000;
/** At every tenth comparison the database is asked even if the clocks of this machine agree. */
const askEvery = 10;
/** Smaller differences are not logged: slewing, or a slow answer. */
const worthALineMs = 2_000;
const worthFollowingMs = 250;
/** An answer that took longer says too little about when it was given, unless the clock is off by more than that. */
const slowestAnswerMs = 1_000;
const stillMs = 10_000;

/**
 * The time of the database, which all replicas share: what one of them plans is due for all at the same moment, and a
 * machine whose clock is wrong, is moved, or slept does nothing at the wrong time. Between two questions it goes on by
 * the monotonic clock. Until the first answer it is the machine's own.
 */
export function startDatabaseClock(options: {
  readonly db: Queryable;
  readonly log: Log;
  readonly machine?: MachineTime;
  /** Milliseconds by which the time is ahead of the database's, to let days pass in a sandbox. Default 0. */
  readonly aheadMs?: number;
}): DatabaseClock {
  const { db, log, machine = machineTime, aheadMs = 0 } = options;
  const wallOffset = () => machine.wallMs() - machine.monotonicMs();
  let offset = wallOffset();
  let known = { wallOffset: offset, lookedMs: machine.monotonicMs() };
  let looks = 0;
  let asked = false;
  let looking: Promise<void> | null = null;

  /** How far the database's time is from what was believed; null when it gave no (good) answer. */
  async function follow(): Promise<number | null> {
    const from = machine.monotonicMs();
    const rows = await db
      .query<{ ms: number }>('select extract(epoch from clock_timestamp())::float8 * 1000 as ms')
      .catch(() => []);
    const to = machine.monotonicMs();
    const [row] = rows;
    if (row === undefined) return null;
    // The answer was given somewhere between question and answer. What agrees with that has not moved: a slow answer must
    // not set the clock forward now, and back with the next quick one.
    const moved = row.ms - to > offset ? row.ms - to - offset : Math.min(0, row.ms - from - offset);
    // Hours are followed, however slow the answer: it is right but for the seconds that it took.
    if (to - from > Math.max(slowestAnswerMs, Math.abs(moved))) return null;
    if (Math.abs(moved) > worthFollowingMs) offset = row.ms - (from + to) / 2;
    return moved;
  }

  async function readTime(): Promise<void> {
    const monotonic = machine.monotonicMs();
    const before = known;
    known = { wallOffset: wallOffset(), lookedMs: monotonic };
    const machineMoved = known.wallOffset - before.wallOffset;
    const stood = monotonic - before.lookedMs;
    const odd = Math.abs(machineMoved) > worthALineMs || stood > stillMs;
    looks += 1;
    if (!odd && looks % askEvery !== 0 && asked) return;
    const databaseMoved = await follow();
    const first = !asked;
    asked ||= databaseMoved !== null;
    if (first && !odd) sayDifference(databaseMoved);
    else if (odd || Math.abs(databaseMoved ?? 0) > worthALineMs) say(machineMoved, stood, databaseMoved);
  }

  function sayDifference(databaseMoved: number | null): void {
    if (Math.abs(databaseMoved ?? 0) <= worthALineMs) return;
    log.warn(
      { databaseAheadSeconds: seconds(databaseMoved) },
      "This machine's clock differs from the database's, which counts: synchronise it (NTP)",
    );
  }

  function say(machineMoved: number, stood: number, databaseMoved: number | null): void {
    log.warn(
      {
        machineMovedSeconds: seconds(machineMoved),
        databaseMovedSeconds: seconds(databaseMoved),
        stoodStillSeconds: stood > stillMs ? seconds(stood) : 0,
      },
      "The clock moved, or this process stood still: schedules go on by the database's clock, and what fell into the gap is left out",
    );
  }

  function compare(): Promise<void> {
    looking ??= readTime().finally(() => {
      looking = null;
    });
    return looking;
  }

  const timer = setInterval(() => void compare(), lookEveryMs);
  timer.unref();
  void compare();
  return {
    now: () => new Date(machine.monotonicMs() + offset + aheadMs),
    compare,
    stop: () => clearInterval(timer),
  };
}

const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 100) / 10);
