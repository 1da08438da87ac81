import { beforeEach, describe, expect, test } from 'vitest';
import { type Delivery, threadOf } from '../../../../src/core/deliveries/delivery.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { newId } from '../../../../src/ids.ts';
import { forgetCard } from '../../../../src/store/apps/cards.ts';
import { claimDeliveries } from '../../../../src/store/deliveries/claim_deliveries.ts';
import {
  countRepeatedDeliveries,
  countWaitingDeliveries,
  deleteEndedDeliveries,
} from '../../../../src/store/deliveries/deliveries.ts';
import {
  markDropped,
  markRequeued,
  markResent,
  markSent,
  markUnclear,
} from '../../../../src/store/deliveries/delivery_transitions.ts';
import {
  cardsDrawnSince,
  queueCard,
  queueCards,
  queueDeliveries,
} from '../../../../src/store/deliveries/queue_deliveries.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { cardTs } from '../../../harness/card_ts.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';
import { until } from '../../../harness/until.ts';

const now = new Date('2026-03-02T09:00:00Z');
const to = { workspaceId: 'T1', channelId: 'C1' };
const app = { subject: 'zoom_app', subjectId: newId() } as const;
const other = { subject: 'zoom_app', subjectId: newId() } as const;

const store = useTestDatabase();
beforeEach(async () => {
  await saveWorkspace(store.database.db, { id: 'T1', name: 'Acme', botUserId: 'UBOT' }, now);
});

const card = (subject: typeof app | typeof other = app, channelId = 'C1') =>
  queueCard(store.database.db, { ...to, channelId }, { id: newId(), ...subject }, now);

function message(since: string, thread: typeof app | typeof other | null = null, channelId = 'C1') {
  const said: Message = { kind: 'stackone_back', since };
  return queueDeliveries(
    store.database.db,
    to.workspaceId,
    [{ id: newId(), channelId, card: thread, message: said }],
    now,
  );
}

async function takeNext(channel: typeof to, at = now): Promise<Delivery | null> {
  const [delivery] = await claimDeliveries(store.database.db, [channel], at);
  return delivery ?? null;
}

async function take(channelId = 'C1'): Promise<Delivery> {
  const delivery = await takeNext({ ...to, channelId });
  if (delivery === null) throw new Error('nothing waits');
  return delivery;
}

const at = ({ id, attempt }: Delivery) => ({ workspaceId: 'T1', id, attempt });
const sent = (one: Delivery, ts = '1.1') =>
  markSent(store.database.db, [{ ...at(one), ts, postedIn: null }], now);
const back = (one: Delivery) => markRequeued(store.database.db, [{ ...at(one), code: null }]);
const drop = (one: Delivery) =>
  markDropped(store.database.db, at(one), { reason: 'msg_too_long', refusedAt: now });

/** What Slack would show, in order, as long as it takes everything. */
async function rest(channelId = 'C1'): Promise<string[]> {
  const shown: string[] = [];
  for (;;) {
    const delivery = await takeNext({ ...to, channelId });
    if (delivery === null) return shown;
    shown.push(
      delivery.message?.kind === 'stackone_back'
        ? delivery.message.since
        : `card ${delivery.subjectId === app.subjectId ? 'app' : 'other'}`,
    );
    await sent(delivery);
  }
}

describe('what waits for a channel', () => {
  test('is taken oldest first, each channel for itself', async () => {
    await message('one');
    await message('elsewhere', null, 'C2');
    await card();
    await message('two', app);
    expect(await rest()).toEqual(['one', 'card app', 'two']);
    expect(await rest('C2')).toEqual(['elsewhere']);
    expect(await countWaitingDeliveries(store.database.db, 'T1')).toBe(0);
  });

  test('says where it goes', async () => {
    await message('by itself');
    const first = await take();
    expect(first).toMatchObject({ subject: null, subjectId: null, cardTs: null, unclearSince: null });
    await sent(first);
    await card();
    await sent(await take(), '2.2');
    await message('in the thread', app);
    const last = await take();
    expect(last).toMatchObject({ ...app, cardTs: '2.2' });
    expect([threadOf(first), threadOf(last)]).toEqual([null, '2.2']);
  });

  test('stays first, and is known as unclear, when nobody saw how its sending ended', async () => {
    await message('one');
    await message('two');
    const first = await take();
    expect(await take()).toEqual({ ...first, attempt: 2, unclearSince: now });
    expect(await rest()).toEqual(['one', 'two']);
  });

  test('waits again in every channel that was refused at the same moment, and in no other', async () => {
    await message('one');
    await message('two', null, 'C2');
    await message('three', null, 'C3');
    const [first, second] = [await take(), await take('C2'), await take('C3')];
    await markRequeued(
      store.database.db,
      [first, second].map((one) => ({ ...at(one), code: null })),
    );
    expect([await take(), await take('C2')]).toEqual([first, second].map((one) => ({ ...one, attempt: 2 })));
    expect(await take('C3')).toMatchObject({ unclearSince: now });
  });

  test('is tried again as one of which nothing is known, or as one that may stand twice', async () => {
    const later = new Date(now.getTime() + 60_000);
    await message('one');
    const first = await take();
    const again = (attempt: number, blindly: boolean) =>
      markResent(store.database.db, { ...at(first), attempt }, blindly, later);
    const takeLater = () => takeNext(to, later);
    await markUnclear(store.database.db, at(first), later);
    expect(await takeLater()).toEqual({ ...first, attempt: 2, unclearSince: later });
    await again(2, false);
    expect(await takeLater()).toEqual({ ...first, attempt: 3, unclearSince: now });
    expect(await countRepeatedDeliveries(store.database.db, 'T1')).toBe(0);
    await again(3, true);
    await back({ ...first, attempt: 3 });
    // Refused this time, but it may stand since the try before.
    expect(await takeLater()).toEqual({ ...first, attempt: 4, repeated: true, unclearSince: now });
    expect(await countRepeatedDeliveries(store.database.db, 'T1')).toBe(1);
  });

  test('left under way by an earlier release, without a time, may stand since it was queued', async () => {
    await message('one');
    await store.database.db.query(`update delivery set state = 'sending'`);
    const later = new Date(now.getTime() + 60_000);
    expect(await takeNext(to, later)).toMatchObject({ triedAt: now, unclearSince: now });
  });

  test('stays first, and is clear, when Slack asked for patience', async () => {
    await message('one');
    await message('two');
    const first = await take();
    await back(first);
    expect(await take()).toEqual({ ...first, attempt: 2 });
    expect(await countWaitingDeliveries(store.database.db, 'T1')).toBe(2);
  });

  test('is gone when Slack will never take it', async () => {
    await message('one');
    await drop(await take());
    expect(await rest()).toEqual([]);
  });

  test('is one job a channel, whatever waits', async () => {
    for (const text of ['one', 'two']) await message(text);
    await card();
    await message('elsewhere', null, 'C2');
    const jobs = await store.database.db.query('select key from graphile_worker.jobs order by key');
    expect(jobs).toEqual([{ key: 'deliver:T1:C1' }, { key: 'deliver:T1:C2' }]);
  });
});

describe('what is over', () => {
  test('is forgotten when it is old enough, a part at a time; what waits is not', async () => {
    const later = new Date(now.getTime() + 1000);
    for (const words of ['one', 'two', 'three']) await message(words);
    await sent(await take());
    await drop(await take());
    const forget = (before: Date, most: number) =>
      deleteEndedDeliveries(store.database.db, 'T1', before, most);
    expect(await forget(now, 10)).toBe(0);
    expect(await deleteEndedDeliveries(store.database.db, 'T2', later, 10)).toBe(0);
    expect([await forget(later, 1), await forget(later, 10), await forget(later, 10)]).toEqual([1, 1, 0]);
    expect(await rest()).toEqual(['three']);
  });
});

describe('a card', () => {
  test('waits once, however often it is to be drawn', async () => {
    for (let count = 0; count < 5; count += 1) await card();
    await card(other);
    await card(app, 'C2');
    expect(await rest()).toEqual(['card app', 'card other']);
    expect(await rest('C2')).toEqual(['card app']);
  });

  test('is drawn again for a change that comes while it is on its way', async () => {
    await card();
    const first = await take();
    await card();
    await card();
    await sent(first);
    expect(await rest()).toEqual(['card app']);
  });

  test('that waits already is not drawn before the change that wants it is written', async () => {
    await card();
    const order: string[] = [];
    const blocked = () =>
      store.database.db.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
    let taken: Promise<unknown> = Promise.resolve();
    await store.database.db.tx(async (tx) => {
      await queueCard(tx, to, { id: newId(), ...app }, now);
      taken = take().then(() => order.push('taken'));
      await until(async () => order.length > 0 || (await blocked()).length > 0, 'the one who waits');
      order.push('written');
    });
    await taken;
    expect(order).toEqual(['written', 'taken']);
  });

  test('that is put back keeps its place before its thread, and needs no second drawing', async () => {
    await card();
    await message('registered', app);
    const first = await take();
    await card();
    await card(other);
    await back(first);
    expect(await rest()).toEqual(['card app', 'registered', 'card other']);
  });

  test('that is put back does not take the place of the same card elsewhere', async () => {
    await card();
    const first = await take();
    await card(app, 'C2');
    await back(first);
    expect([await rest(), await rest('C2')]).toEqual([['card app'], ['card app']]);
  });

  test('that was sent is not put back', async () => {
    await card();
    const first = await take();
    await sent(first);
    await card();
    await back(first);
    expect(await rest()).toEqual(['card app']);
  });

  test('may be queued with many others at once, some of which wait already', async () => {
    await card(other);
    const many = [app, other, app].map((one) => ({ id: newId(), channelId: 'C1', ...one }));
    await queueCards(store.database.db, 'T1', [...many, { id: newId(), channelId: 'C2', ...app }], now);
    await queueCards(store.database.db, 'T1', [], now);
    await message('news');
    expect(await rest()).toEqual(['card other', 'news', 'card app']);
    expect(await rest('C2')).toEqual(['card app']);
    const jobs = await store.database.db.query('select key from graphile_worker.jobs order by key');
    expect(jobs).toHaveLength(2);
  });

  test('that waits behind the news comes forward when it has news to show itself', async () => {
    const redraw = { id: newId(), channelId: 'C1', ...app };
    await queueCards(store.database.db, 'T1', [redraw], now);
    await message('one');
    await card();
    await queueCards(store.database.db, 'T1', [{ ...redraw, id: newId() }], now);
    expect(await rest()).toEqual(['card app', 'one']);
  });

  test('is known to have been drawn since a moment, once a channel', async () => {
    const later = new Date(now.getTime() + 1000);
    await card();
    await sent(await take());
    for (let count = 0; count < 2; count += 1) {
      await queueCard(store.database.db, to, { id: newId(), ...other }, later);
      await sent(await take());
    }
    expect(await cardsDrawnSince(store.database.db, 'T1', later)).toEqual([
      { channelId: 'C1', appId: other.subjectId },
    ]);
    expect(await cardsDrawnSince(store.database.db, 'T1', now)).toHaveLength(2);
    expect(await cardsDrawnSince(store.database.db, 'T2', now)).toEqual([]);
  });

  test('is remembered where it stands, and forgotten when it stands nowhere', async () => {
    const stands = (where = to) => cardTs(store.database.db, where, app.subject, app.subjectId);
    expect(await stands()).toBeNull();
    for (const ts of ['1.1', '2.2', '2.2']) {
      await card();
      await sent(await take(), ts);
    }
    await message('in its thread', app);
    expect(await take()).toMatchObject({ cardTs: '2.2' });
    expect(await stands()).toBe('2.2');
    expect(await stands({ ...to, channelId: 'C2' })).toBeNull();
    await forgetCard(store.database.db, to, app, '1.1');
    expect(await stands()).toBe('2.2');
    await forgetCard(store.database.db, to, app, '2.2');
    expect(await stands()).toBeNull();
  });

  test('of many channels is taken, and noted as shown, in one go', async () => {
    const channels = ['C1', 'C2', 'C3'];
    for (const channelId of channels.slice(0, 2)) await card(app, channelId);
    await message('behind it', app);
    const asked = [...channels, 'C4'].map((channelId) => ({ ...to, channelId }));
    const taken = await claimDeliveries(store.database.db, asked.toReversed(), now);
    expect(taken.map((delivery) => delivery?.channelId ?? null)).toEqual([null, null, 'C2', 'C1']);
    const shown = taken.flatMap((delivery) =>
      delivery === null ? [] : [{ ...at(delivery), ts: `1.${delivery.channelId}`, postedIn: null }],
    );
    await markSent(store.database.db, shown, now);
    const ts = (channelId: string) =>
      cardTs(store.database.db, { ...to, channelId }, app.subject, app.subjectId);
    expect([await ts('C1'), await ts('C2')]).toEqual(['1.C1', '1.C2']);
    expect(await rest()).toEqual(['behind it']);
  });
});
