import { describe, expect, test } from 'vitest';
import { startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { systemClock } from '../../../../src/clock.ts';
import { manifest } from '../../../../src/slack/manifest.ts';
import { createBolt } from '../../../../src/slack/transport/bolt_app.ts';
import { connectSlack } from '../../../../src/slack/transport/connect_slack.ts';
import type { Queryable } from '../../../../src/store/postgres/client/database.ts';
import { quietLog, recordedLog } from '../../../harness/log.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';
import { configOf } from '../stage.ts';

const stage = useTestDatabase();
const few = ['commands', 'chat:write'];

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

interface Given {
  readonly scopes?: readonly string[];
  readonly admins?: readonly string[];
}

async function connect(db: Queryable, { scopes, admins = [] }: Given = {}) {
  const granted = scopes === undefined ? {} : { scopes };
  const slack = await startSlack({ manifest: manifest(), limits: { timeoutMs: 8_000 }, ...granted });
  const { log, lines } = recordedLog();
  const backoff = { firstMs: 10, longestMs: 50 };
  const bolt = createBolt({ config: configOf('socket', slack), log: quietLog, backoff });
  const waited: (string | null)[] = [];
  const waiting = {
    log,
    aborted: new AbortController().signal,
    onWait: (reason: string | null) => void waited.push(reason),
  };
  try {
    const { ok } = await connectSlack(bolt, { db, clock: systemClock, admins }, waiting);
    return { ok, waited, said: lines.join('\n') };
  } finally {
    await bolt.drain(1_000);
    await slack.stop();
  }
}

describe('a process that connects to Slack', () => {
  test('waits for the database, whichever of its statements fails', async () => {
    const { db } = stage.database;
    const whole = breaking(db, null);
    expect(await connect(whole)).toMatchObject({ ok: true, waited: [null] });
    expect(whole.statements()).toBeGreaterThan(1);
    for (let lost = 1; lost <= whole.statements(); lost += 1) {
      const { ok, waited } = await connect(breaking(db, lost));
      expect([lost, ok, waited.length, waited.at(-1)]).toEqual([lost, true, 2, null]);
    }
  });
  test.each<[string, Given, boolean]>([
    ['nobody is named, and Slack does not say who administers the workspace', { scopes: few }, true],
    ['somebody is named', { scopes: few, admins: ['U1'] }, false],
    ['Slack says who administers the workspace', {}, false],
  ])('asks for the first admin where there can be none: %s', async (_what, given, isAsked) => {
    const { said } = await connect(stage.database.db, given);
    expect(said.includes('Nobody is named as an admin: set GREENROOM_ADMINS')).toBe(isAsked);
  });
});
