import { describe, expect, test as plain } from 'vitest';
import { type Schedule, type ScheduleClock, startClock } from '../../../../src/jobs/scheduler/scheduler.ts';
import type { Log } from '../../../../src/log.ts';
import { createDatabase } from '../../../../src/store/postgres/client/database.ts';
import {
  type MachineTime,
  startDatabaseClock,
} from '../../../../src/store/postgres/client/database_clock.ts';
import { claimFiring, forgetOldFirings } from '../../../../src/store/postgres/jobs/schedule_run.ts';
import { quietLog, recordedLog } from '../../../harness/log.ts';
import { createPlainDatabase, type TestDatabase } from '../../../harness/postgres.ts';
import { until } from '../../../harness/until.ts';
import { MIGRATIONS } from '../../store/postgres/migrations.ts';

type Start = (schedules: readonly Schedule[], log?: Log, machine?: MachineTime) => Promise<ScheduleClock>;

/** Each test has a database of its own, so that all of them can wait for their seconds at the same time. */
const it = plain.extend<{ database: TestDatabase; start: Start }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the parameters
  database: async ({}, use) => {
    const database = await createPlainDatabase(MIGRATIONS);
    await use(database);
    await database.drop();
  },
  /** A clock with a pool of its own, as in another process; stopped before the database goes. */
  start: async ({ database }, use) => {
    const stops: (() => Promise<void>)[] = [];
    await use(async (schedules, log = quietLog, machine = movable().machine) => {
      const db = createDatabase({ connection: database.connection, log: quietLog });
      const time = startDatabaseClock({ db, log, machine });
      await time.compare();
      const clock = startClock({ db, schedules, clock: time, log });
      stops.push(async () => {
        await clock.stop();
        time.stop();
        await db.stop();
      });
      return clock;
    });
    await Promise.all(stops.map((stop) => stop()));
  },
});

/** This machine's time, with a wall clock that can be moved, and a sleep during which only that goes on. */
function movable() {
  let [wall, slept] = [0, 0];
  return {
    machine: {
      wallMs: () => Date.now() + wall,
      monotonicMs: () => performance.now() - slept,
    },
    moveWall: (ms: number) => {
      wall += ms;
    },
    sleep: (ms: number) => {
      slept += ms;
    },
  };
}

/** Moves the clock of this database: its functions of time are found in a schema before Postgres' own. */
async function moveDatabase({ db, connection }: TestDatabase, ms: number): Promise<void> {
  const shifted = (name: string) =>
    `create or replace function moved.${name}() returns timestamptz language sql as
       'select pg_catalog.${name}() + ${ms} * interval ''1 millisecond'''`;
  await db.query('create schema if not exists moved');
  for (const name of ['now', 'clock_timestamp']) await db.query(shifted(name));
  await db.query(`alter database ${connection.database} set search_path = moved, pg_catalog, public`);
}

function everySecond(name: string, run: (firing: Date) => Promise<void>): Schedule {
  return { name, cron: '* * * * * *', run };
}

describe.concurrent('a schedule', () => {
  it('of three replicas fires once for each planned time', async ({ start }) => {
    const firings: number[] = [];
    const note = everySecond('poll', async (firing) => {
      firings.push(firing.getTime());
    });
    for (const _ of [1, 2, 3]) await start([note]);
    await until(() => firings.length >= 3);
    expect(new Set(firings).size).toBe(firings.length);
    expect(firings.every((time) => time % 1_000 === 0)).toBe(true);
  });

  it('does not take the firings of another schedule at the same time', async ({ start }) => {
    const fired = new Set<string>();
    const note = (name: string) => everySecond(name, async () => void fired.add(name));
    await start([note('one'), note('two')]);
    await until(() => fired.size === 2);
  });

  it('goes on after a run that failed, whatever way it failed', async ({ start }) => {
    const { log, lines } = recordedLog();
    let count = 0;
    const bad = everySecond('bad', () => {
      count += 1;
      if (count === 1) throw new Error('at once');
      return Promise.reject(new Error('later'));
    });
    await start([bad], log);
    await until(() => count >= 3);
    expect(lines.join()).toContain('at once');
    expect(lines.join()).toContain('later');
  });

  it('goes on when the database was away for a while, and fires nothing meanwhile', async ({
    database,
    start,
  }) => {
    const firings: number[] = [];
    const { log, lines } = recordedLog();
    await start([everySecond('poll', async (firing) => void firings.push(firing.getTime()))], log);
    await until(() => firings.length > 0);
    await database.db.query('alter table schedule_run rename to away');
    await until(() => lines.join().includes('A firing cannot be claimed'), 'a firing without its table');
    const before = firings.length;
    await database.db.query('alter table away rename to schedule_run');
    await database.db.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await until(() => firings.length > before, 'the clock to fire again');
  });

  it('does not fire after it was stopped, and stopping waits for the run that is under way', async ({
    start,
  }) => {
    let finish = () => {};
    let runs = 0;
    const clock = await start([
      everySecond('slow', () => {
        runs += 1;
        return new Promise((resolve) => {
          finish = resolve;
        });
      }),
    ]);
    await until(() => runs === 1);
    let stopped = false;
    const stopping = clock.stop().then(() => {
      stopped = true;
    });
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(runs).toBe(1);
  });
});

const hour = 3_600_000;

describe.concurrent('a schedule of every second, when time jumps', () => {
  const moved = 'The clock moved';
  const jumpLines = (lines: readonly string[]) => lines.filter((line) => line.includes(moved)).length;

  /** Goes on after the jump, and says so once. */
  async function survives(start: Start, jump: (time: ReturnType<typeof movable>) => void) {
    const firings: number[] = [];
    const { log, lines } = recordedLog();
    const time = movable();
    // As many as there really are.
    const names = ['poll', 'check', 'sweep', 'forget', 'list'];
    await start(
      names.map((name) =>
        everySecond(name, async (at) => void (name === 'poll' && firings.push(at.getTime()))),
      ),
      log,
      time.machine,
    );
    await until(() => firings.length >= 2, 'the first firings');
    jump(time);
    await until(() => jumpLines(lines) > 0, 'a line about it');
    const before = firings.length;
    await until(() => firings.length >= before + 3, 'the schedule to go on');
    expect(jumpLines(lines)).toBe(1);
    expect(lines.filter((line) => JSON.parse(line).level >= 40)).toHaveLength(1);
    return firings;
  }

  it.for([-24 * 365 * hour, -hour, -30_000, -5_000, 5_000, 8 * hour, 24 * 365 * hour])(
    "the machine's clock, by %d ms: no firing is missed or doubled",
    async (ms, { start }) => {
      const firings = await survives(start, (time) => time.moveWall(ms));
      expect(firings.map((at) => at - (firings[0] ?? 0))).toEqual(firings.map((_, index) => index * 1_000));
    },
  );

  it.for([30_000, 8 * hour, 400 * 24 * hour])('a laptop that slept for %d ms', async (ms, { start }) => {
    const firings = await survives(start, (time) => time.sleep(ms));
    expect(firings.length).toBeLessThan(30);
  });
});

describe.concurrent("a schedule of every second, when the database's clock jumps", () => {
  it.for([-hour, -30_000, 8 * hour])(
    'by %d ms goes on, at the times that are then',
    async (ms, { database, start }) => {
      await moveDatabase(database, 0);
      await database.db.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
      );
      const firings: number[] = [];
      const { log, lines } = recordedLog();
      const time = movable();
      await start([everySecond('poll', async (at) => void firings.push(at.getTime()))], log, time.machine);
      await until(() => firings.length >= 2, 'the first firings');
      await moveDatabase(database, ms);
      // On the same machine both are moved.
      time.moveWall(ms);
      await until(() => lines.join().includes('The clock moved'), 'a line about it');
      const before = firings.length;
      await until(() => firings.length >= before + 3, 'the schedule to go on');
      const offBy = (firings.at(-1) ?? 0) - Date.now() - ms;
      expect(Math.abs(offBy)).toBeLessThan(10_000);
      expect(lines.filter((line) => line.includes('The clock moved'))).toHaveLength(1);
    },
  );
});

describe.concurrent('replicas whose clocks are off by hours', () => {
  it('fire at the same seconds as the others, once each, and say that their clock is off', async ({
    start,
  }) => {
    const firings: number[] = [];
    const { log, lines } = recordedLog();
    const run = async (at: Date) => void firings.push(at.getTime());
    for (const ms of [0, -5 * hour, 3 * hour]) {
      const time = movable();
      time.moveWall(ms);
      await start([everySecond('poll', run)], log, time.machine);
    }
    await until(() => firings.length >= 4);
    const late = firings.slice(1);
    expect(new Set(firings).size).toBe(firings.length);
    for (const at of late) expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
    expect(lines.filter((line) => line.includes('differs from the database'))).toHaveLength(2);
  });
});

describe.concurrent('the note that a firing was taken', () => {
  it('is given to one of many', async ({ database }) => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => claimFiring(database.db, 'poll:12:00')),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('is forgotten after a day', async ({ database }) => {
    await database.db.query(
      `insert into schedule_run values ('old', now() - interval '25 hours'), ('new', now() - interval '1 hour')`,
    );
    await forgetOldFirings(database.db);
    expect(await database.db.query('select key from schedule_run')).toEqual([{ key: 'new' }]);
  });
});
