import { describe, expect, test } from 'vitest';
import { startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { systemClock } from '../../../../src/clock.ts';
import { manifest } from '../../../../src/slack/manifest.ts';
import { createBolt } from '../../../../src/slack/transport/bolt_app.ts';
import { connectSlack } from '../../../../src/slack/transport/connect_slack.ts';
import type { Queryable } from '../../../../src/store/postgres/client/database.ts';
import { quietLog } from '../../../harness/log.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';
import { configOf } from '../stage.ts';

const stage = useTestDatabase();

/** Counts statements; the one with the number `lost` ends as if the connection had broken. */
function breaking(db: Queryable, lost: number | null): Queryable & { readonly statements: () => number } {
  let statements = 0;
  return {
    query(text, values, name) {
      statements += 1;
      if (statements === lost) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      return db.query(text, values, name);
    },
    statements: () => statements,
  };
}

async function connect(db: Queryable): Promise<{ ok: boolean; waited: (string | null)[] }> {
  const slack = await startSlack({ manifest: manifest(), limits: { timeoutMs: 8_000 } });
  const backoff = { firstMs: 10, longestMs: 50 };
  const bolt = createBolt({ config: configOf('socket', slack), log: quietLog, backoff });
  const waited: (string | null)[] = [];
  const waiting = {
    log: quietLog,
    aborted: new AbortController().signal,
    onWait: (reason: string | null) => void waited.push(reason),
  };
  try {
    const { ok } = await connectSlack(bolt, { db, clock: systemClock, admins: [] }, waiting);
    return { ok, waited };
  } finally {
    await bolt.drain(1_000);
    await slack.stop();
  }
}

describe('a process that connects to Slack', () => {
  test('waits for the database, whichever of its statements fails', async () => {
    const { db } = stage.database;
    const whole = breaking(db, null);
    expect(await connect(whole)).toEqual({ ok: true, waited: [null] });
    expect(whole.statements()).toBeGreaterThan(1);
    for (let lost = 1; lost <= whole.statements(); lost += 1) {
      const { ok, waited } = await connect(breaking(db, lost));
      expect([lost, ok, waited.length, waited.at(-1)]).toEqual([lost, true, 2, null]);
    }
  });
});
