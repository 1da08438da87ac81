import { afterEach, beforeEach, expect } from 'vitest';
import type { MessageHandle, Person, SimulatedSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { type JsonObject, objectAt } from '../../../../sandbox/simulators/slack/json.ts';
import type { Card, Delivery } from '../../../../src/core/deliveries/delivery.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { directOutbound } from '../../../../src/http_client/outbound.ts';
import { newId } from '../../../../src/ids.ts';
import { manifest } from '../../../../src/slack/manifest.ts';
import { createSender } from '../../../../src/slack/sender/create_sender.ts';
import { createDeliveryClient } from '../../../../src/slack/web_api/web_clients.ts';
import { insertZoomApp } from '../../../../src/store/apps/save_zoom_app.ts';
import { claimDeliveries } from '../../../../src/store/deliveries/claim_deliveries.ts';
import { queueCard, queueDeliveries } from '../../../../src/store/deliveries/queue_deliveries.ts';
import { insertQuestion } from '../../../../src/store/profiles/profile_questions.ts';
import { insertOwnWatch } from '../../../../src/store/watches/watches.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { noTelemetry } from '../../../../src/telemetry/telemetry.ts';
import { readCardContent } from '../../../../src/usecases/apps/read_card_content.ts';
import { createDeliver } from '../../../../src/usecases/deliveries/deliver_channel.ts';
import { quietLog } from '../../../harness/log.ts';
import { type TestDatabase, useTestDatabase } from '../../../harness/postgres.ts';

const workspaceId = 'T1';

/** The sender of stored messages against a simulated Slack and a real database, with a clock that can be put forward. */
export interface Stage {
  readonly slack: SimulatedSlack;
  readonly database: TestDatabase;
  readonly ana: Person;
  /** A channel watches a Zoom app that nobody owns. */
  watches(where?: string): Promise<void>;
  /** Why watches are paused. */
  paused(): Promise<string[]>;
  /** The sender's next attempt, as another process that has been away since it took a message sees it. */
  takes(where?: string): Promise<Delivery>;
  /** Queues something to say in a channel (by `#name`, or a user id), and returns the words by which it is known. */
  says(words: string, where?: string, thread?: Card | null): Promise<string>;
  /** Queues a question about profiles, which stands and is edited like every card. */
  draws(where?: string): Promise<Card>;
  redraws(card: Card, where?: string): Promise<void>;
  /** Runs the job of a channel once. */
  runs(where?: string): Promise<void>;
  /** In how many milliseconds the job of a channel is due again; null when nothing waits for it. */
  dueIn(where?: string): Promise<number | null>;
  /** Time goes by, here and at Slack. */
  pass(ms: number): void;
  /** Messages in a channel that contain these words and are not deleted. */
  posted(words: string, where?: string): MessageHandle[];
  /** The payload of the mark of each post, as Slack got it. */
  marks(): JsonObject[];
  states(): Promise<string[]>;
}

export const historyScopes = ['channels:history', 'groups:history', 'im:history', 'im:write'];

/** A fresh stage before every test of a group; fails the test when a rule of Slack's platform was broken. */
export function useStage(scopes: readonly string[]): { readonly stage: Stage } {
  const store = useTestDatabase();
  let stage: (Stage & { close(): Promise<void> }) | null = null;
  beforeEach(async () => {
    stage = await setStage(store.database, scopes);
  });
  afterEach(async () => {
    const broken = stage?.slack.inspector.violations() ?? [];
    await stage?.close();
    expect(broken).toEqual([]);
  });
  return {
    get stage() {
      if (stage === null) throw new Error('the stage is not set');
      return stage;
    },
  };
}

async function setStage(
  database: TestDatabase,
  scopes: readonly string[],
): Promise<Stage & { close(): Promise<void> }> {
  const slack = await startSlack({ manifest: manifest(), scopes: ['commands', 'chat:write', ...scopes] });
  const { db } = database;
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  await saveWorkspace(db, { id: workspaceId, name: 'Acme', botUserId: 'UBOT' }, clock.now());
  const sender = createSender({
    client: createDeliveryClient(slack.botToken, slack.apiUrl, quietLog, noTelemetry, directOutbound),
    clock,
    readCardContent: (delivery) => readCardContent({ db }, delivery),
  });
  const deliver = createDeliver({ db, clock, newId, log: quietLog, telemetry: noTelemetry, sender });
  const to = (where: string) => ({
    workspaceId,
    channelId: where.startsWith('#') ? slack.channelId(where) : where,
  });
  const ana = slack.person('ana');
  return {
    slack,
    database,
    ana,
    async watches(where = channel) {
      const appId = newId();
      const { channelId } = to(where);
      const fields = { name: 'Watched', managementType: 'admin', purpose: '', scopeDescription: '' } as const;
      await insertZoomApp(db, { ...fields, workspaceId, id: appId, channelId }, ana.id, clock.now());
      await insertOwnWatch(db, { workspaceId, channelId, appId }, ana.id, clock.now());
    },
    async paused() {
      const rows = await db.query<{ reason: string }>(
        'select paused_reason as reason from watch where paused_at is not null',
      );
      return rows.map(({ reason }) => reason);
    },
    async says(words, where = channel, thread = null) {
      const message: Message = { kind: 'registered', by: ana.id, appId: newId(), appName: words };
      await queueDeliveries(
        db,
        workspaceId,
        [{ id: newId(), channelId: to(where).channelId, card: thread, message }],
        clock.now(),
      );
      return words;
    },
    async draws(where = channel) {
      const card = { subject: 'profile_question', subjectId: newId() } as const;
      const { channelId } = to(where);
      const question = { workspaceId, id: card.subjectId, channelId, profileIds: [] };
      await insertQuestion(db, question, clock.now());
      await queueCard(db, to(where), { id: newId(), ...card }, clock.now());
      return card;
    },
    redraws: (card, where = channel) => queueCard(db, to(where), { id: newId(), ...card }, clock.now()),
    async runs(where = channel) {
      await db.query('delete from graphile_worker._private_jobs');
      await deliver({ ...to(where), failures: 0 }, new AbortController().signal);
    },
    async takes(where = channel) {
      const [taken] = await claimDeliveries(db, [to(where)], clock.now());
      if (taken === null || taken === undefined) throw new Error('nothing waits');
      return taken;
    },
    async dueIn(where = channel) {
      // Counted by the database's clock, which does not go ahead with the stage's.
      const [job] = await db.query<{ ms: number }>(
        'select (extract(epoch from run_at - now()) * 1000)::float8 as ms from graphile_worker.jobs where key = $1',
        [`deliver:${workspaceId}:${to(where).channelId}`],
      );
      return job === undefined ? null : job.ms;
    },
    pass(ms) {
      ahead += ms;
      slack.advance(ms);
    },
    posted: (words, where = channel) =>
      ana.messages(where).filter((message) => !message.isDeleted() && message.text().includes(words)),
    marks: () =>
      slack.inspector
        .calls('chat.postMessage')
        .map(({ request }) => objectAt(request, 'metadata', 'event_payload')),
    async states() {
      const rows = await db.query<{ state: string }>('select state from delivery order by seq');
      return rows.map(({ state }) => state);
    },
    async close() {
      await slack.stop();
    },
  };
}

const channel = '#zoom-integration';
