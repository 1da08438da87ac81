import { beforeEach, describe, expect, test } from 'vitest';
import type { Attempt } from '../../../../src/core/deliveries/delivery.ts';
import {
  type DeliveryState,
  type DeliveryTransition,
  deliveryStates,
  deliveryTransitions,
  stateAfter,
} from '../../../../src/core/deliveries/delivery_states.ts';
import { newId } from '../../../../src/ids.ts';
import { claimDeliveries } from '../../../../src/store/deliveries/claim_deliveries.ts';
import {
  markDeferred,
  markDropped,
  markRequeued,
  markResent,
  markSent,
  markUnclear,
} from '../../../../src/store/deliveries/delivery_transitions.ts';
import { supersedeWaiting } from '../../../../src/store/deliveries/direct_messages.ts';
import { queueDeliveries } from '../../../../src/store/deliveries/queue_deliveries.ts';
import type { Database } from '../../../../src/store/postgres/client/database.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';

const now = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T09:01:00Z');
const channel = { workspaceId: 'T1', channelId: 'C1' };
const topic = 'stackone_back';

const store = useTestDatabase();
beforeEach(async () => {
  await saveWorkspace(store.database.db, { id: 'T1', name: 'Acme', botUserId: 'UBOT' }, now);
});

/** The statement of each transition, made to leave a trace in the row also where the state stays. */
const statements: Readonly<
  Record<DeliveryTransition, (db: Database, delivery: Attempt) => Promise<unknown>>
> = {
  claim: (db) => claimDeliveries(db, [channel], later),
  record_sent: (db, delivery) => markSent(db, [{ ...delivery, ts: '1.1', postedIn: 'C1' }], later),
  mark_unclear: (db, delivery) => markUnclear(db, delivery, later),
  resend: (db, delivery) => markResent(db, delivery, true, later),
  requeue: (db, delivery) => markRequeued(db, [{ ...delivery, code: 'is_archived' }]),
  defer: (db, delivery) => markDeferred(db, delivery),
  drop: (db, delivery) => markDropped(db, delivery, { reason: 'msg_too_long', refusedAt: later }),
  supersede: (db) => supersedeWaiting(db, 'T1', topic, { except: [] }),
};

const pathTo: Readonly<Record<DeliveryState, readonly DeliveryTransition[]>> = {
  queued: [],
  sending: ['claim'],
  sent: ['claim', 'record_sent'],
  dropped: ['claim', 'drop'],
};

interface Row extends Attempt {
  readonly state: DeliveryState;
  readonly all: string;
}

async function readRow(id: string): Promise<Row> {
  const [row] = await store.database.db.query<Row>(
    `select workspace_id as "workspaceId", id, attempt, state, to_jsonb(delivery)::text as all
     from delivery where id = $1`,
    [id],
  );
  if (row === undefined) throw new Error('no such delivery');
  return row;
}

/** A delivery in this state, before another one of its channel. */
async function deliveryIn(state: DeliveryState): Promise<Row> {
  const { db } = store.database;
  const id = newId();
  const message = { kind: topic, since: now.toISOString() } as const;
  const { workspaceId, channelId } = channel;
  const deliveries = [id, newId()].map((one) => ({ id: one, channelId, card: null, message }));
  await queueDeliveries(db, workspaceId, deliveries, now);
  for (const transition of pathTo[state]) await statements[transition](db, await readRow(id));
  const row = await readRow(id);
  expect(row.state).toBe(state);
  return row;
}

const pairs = deliveryStates.flatMap((state) =>
  deliveryTransitions.map((transition) => [transition, state] as const),
);

describe('the table of transitions is what the statements do', () => {
  test.each(pairs)('%s from %s', async (transition, state) => {
    const before = await deliveryIn(state);
    await statements[transition](store.database.db, before);
    const after = await readRow(before.id);
    const expected = stateAfter(state, transition);
    expect(after.state).toBe(expected ?? state);
    expect(after.all === before.all).toBe(expected === null);
  });

  test.each(deliveryTransitions.filter((transition) => !['claim', 'supersede'].includes(transition)))(
    '%s changes nothing for an earlier attempt, or from another workspace',
    async (transition) => {
      const before = await deliveryIn(transition === 'defer' ? 'queued' : 'sending');
      const { db } = store.database;
      await statements[transition](db, { ...before, attempt: before.attempt - 1 });
      await statements[transition](db, { ...before, workspaceId: 'T2' });
      expect(await readRow(before.id)).toEqual(before);
    },
  );
});
