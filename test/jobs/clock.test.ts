import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Schedule, startClock } from '../../src/jobs/clock/clock.ts';
import { createDatabase } from '../../src/store/postgres/database.ts';
import { claimFiring, forgetOldFirings } from '../../src/store/postgres/schedule_run.ts';
import { quietLog, recordedLog } from '../harness/log.ts';
import { createPlainDatabase, type TestDatabase } from '../harness/postgres.ts';
import { until } from '../harness/until.ts';
import { MIGRATIONS } from '../store/postgres/migrations.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await createPlainDatabase(MIGRATIONS);
  // Registered first, it runs last: after everything that uses the database has stopped.
  onTestFinished(() => test.drop());
});

/** A clock with a pool of its own, as in another process. */
function start(schedules: readonly Schedule[], log = quietLog) {
  const db = createDatabase({ connection: test.connection, log: quietLog });
  const clock = startClock({ db, schedules, log });
  onTestFinished(async () => {
    await clock.stop();
    await db.stop();
  });
  return clock;
}

function everySecond(name: string, run: (firing: Date) => Promise<void>): Schedule {
  return { name, cron: '* * * * * *', run };
}

describe('a schedule', () => {
  it('of three replicas fires once for each planned time', async () => {
    const firings: number[] = [];
    const note = everySecond('poll', async (firing) => {
      firings.push(firing.getTime());
    });
    for (const _ of [1, 2, 3]) start([note]);
    await until(() => firings.length >= 3);
    expect(new Set(firings).size).toBe(firings.length);
    expect(firings.every((time) => time % 1_000 === 0)).toBe(true);
  });

  it('does not take the firings of another schedule at the same time', async () => {
    const fired = new Set<string>();
    const note = (name: string) => everySecond(name, async () => void fired.add(name));
    start([note('one'), note('two')]);
    await until(() => fired.size === 2);
  });

  it('goes on after a run that failed, whatever way it failed', async () => {
    const { log, lines } = recordedLog();
    let count = 0;
    const bad = everySecond('bad', () => {
      count += 1;
      if (count === 1) throw new Error('at once');
      return Promise.reject(new Error('later'));
    });
    start([bad], log);
    await until(() => count >= 3);
    expect(lines.join()).toContain('at once');
    expect(lines.join()).toContain('later');
  });

  it('goes on when the database was away for a while, and fires nothing meanwhile', async () => {
    const firings: number[] = [];
    const { log, lines } = recordedLog();
    start([everySecond('poll', async (firing) => void firings.push(firing.getTime()))], log);
    await until(() => firings.length > 0);
    await test.db.query('alter table schedule_run rename to away');
    await until(() => lines.join().includes('Run coordinator failed'), 'a firing without its table');
    const before = firings.length;
    await test.db.query('alter table away rename to schedule_run');
    await test.db.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await until(() => firings.length > before, 'the clock to fire again');
  });

  it('does not fire after it was stopped, and stopping waits for the run that is under way', async () => {
    let finish = () => {};
    let runs = 0;
    const clock = start([
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

describe('the note that a firing was taken', () => {
  it('is given to one of many', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimFiring(test.db, 'poll:12:00')));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('is forgotten after a day', async () => {
    await test.db.query(
      `insert into schedule_run values ('old', now() - interval '25 hours'), ('new', now() - interval '1 hour')`,
    );
    await forgetOldFirings(test.db);
    expect(await test.db.query('select key from schedule_run')).toEqual([{ key: 'new' }]);
  });
});
