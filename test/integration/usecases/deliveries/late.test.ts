import { describe, expect, test } from 'vitest';
import { forgetCard } from '../../../../src/store/apps/cards.ts';
import {
  holdsAttempt,
  markDropped,
  markRequeued,
  markResent,
  markSent,
  markUnclear,
} from '../../../../src/store/deliveries/delivery_transitions.ts';
import { cardTs } from '../../../harness/card_ts.ts';
import { until } from '../../../harness/until.ts';
import { historyScopes, type Stage, useStage } from './stage.ts';

const the = useStage(historyScopes);
const now = new Date('2026-03-02T09:00:00Z');

/** Everything that is stored of deliveries and cards. */
const stored = async ({ database: { db } }: Stage) => ({
  deliveries: await db.query('select * from delivery order by seq'),
  cards: await db.query('select * from card'),
});

describe('a process that was frozen and comes back late', () => {
  test('changes nothing of what another one has shown, put back or dropped since, whatever it wants to write', async () => {
    const { stage } = the;
    const { db } = stage.database;
    const card = await stage.draws();
    const late = await stage.takes();
    const steps = [
      () => markSent(db, [{ ...late, ts: '1.1', postedIn: null }], now),
      () => markDropped(db, late, { reason: 'msg_too_long', refusedAt: now }),
      () => markRequeued(db, [{ ...late, code: 'is_archived' }]),
      () => markUnclear(db, late, now),
      () => markResent(db, late, true, now),
      () => holdsAttempt(db, late),
    ];
    const changesNothing = async () => {
      const before = await stored(stage);
      for (const step of steps) {
        expect([[false], [null], false]).toContainEqual(await step());
        expect(await stored(stage)).toEqual(before);
      }
    };
    // Another one has taken it, and is at work.
    await stage.takes();
    await changesNothing();
    // It stands, is edited, and has moved on.
    await stage.runs();
    stage.pass(60_000);
    await stage.runs();
    expect(await stage.states()).toEqual(['sent']);
    await changesNothing();
    await stage.redraws(card);
    await stage.runs();
    await changesNothing();
    const ts = await cardTs(
      db,
      { workspaceId: 'T1', channelId: stage.slack.channelId('#zoom-integration') },
      card.subject,
      card.subjectId,
    );
    expect(ts).not.toBe('1.1');
    await forgetCard(
      db,
      { workspaceId: 'T1', channelId: stage.slack.channelId('#zoom-integration') },
      card,
      '1.1',
    );
    expect((await stored(stage)).cards).toHaveLength(1);
  });

  test('may write down again what it has written, when the answer of the database was lost', async () => {
    const { stage } = the;
    await stage.says('once');
    const mine = { ...(await stage.takes()), ts: '1.1', postedIn: 'C1' };
    expect(await markSent(stage.database.db, [mine], now)).toEqual([true]);
    expect(await markSent(stage.database.db, [mine], now)).toEqual([true]);
  });

  test('of an earlier release, which names neither state nor attempt, changes nothing that is over', async () => {
    const { stage } = the;
    const { db } = stage.database;
    await stage.draws();
    await stage.runs();
    const before = await stored(stage);
    await db.query(`update delivery set state = 'dropped', trouble = 'is_archived'`);
    await db.query(`update delivery set state = 'queued', behind = false`);
    await db.query(
      `with shown as (update delivery set state = 'sent', message_ts = '1.1' returning *)
       insert into card (workspace_id, channel_id, subject, subject_id, message_ts)
       select workspace_id, channel_id, subject, subject_id, message_ts from shown
       on conflict (workspace_id, subject, subject_id, channel_id) do update set message_ts = excluded.message_ts`,
    );
    expect(await stored(stage)).toEqual(before);
  });

  test('while it spoke to Slack notes nothing, and leaves the channel to the other one', async () => {
    const { stage } = the;
    await stage.says('hello');
    stage.slack.faults.slow(1_500, 'chat.postMessage');
    const frozen = stage.runs();
    await until(async () => (await stage.states()).includes('sending'), 'the message to be taken');
    // Another one takes over, and drops it, while the answer of Slack is on its way.
    const other = await stage.takes();
    await markDropped(stage.database.db, other, { reason: 'msg_too_long', refusedAt: now });
    await frozen;
    expect(await stage.states()).toEqual(['dropped']);
    expect(await stage.dueIn()).not.toBeNull();
  });
});
