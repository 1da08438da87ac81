import { afterEach, beforeEach, expect } from 'vitest';
import type { MessageHandle, Person, SimulatedSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { type JsonObject, objectAt } from '../../../../sandbox/simulators/slack/json.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { newId } from '../../../../src/ids.ts';
import { manifest } from '../../../../src/slack/manifest.ts';
import { createSender } from '../../../../src/slack/sender/create_sender.ts';
import { createDeliveryClient } from '../../../../src/slack/web_api/web_clients.ts';
import type { Subject } from '../../../../src/store/apps/cards.ts';
import { type Delivery, takeDeliveries } from '../../../../src/store/deliveries/deliveries.ts';
import { queueCard, queueMessage } from '../../../../src/store/deliveries/queue_deliveries.ts';
import { insertQuestion } from '../../../../src/store/profiles/profile_questions.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { noTelemetry } from '../../../../src/telemetry/telemetry.ts';
import { dropDelivery, type RefusedMessage } from '../../../../src/usecases/deliveries/drop_delivery.ts';
import { quietLog } from '../../../harness/log.ts';
import { type TestDatabase, useTestDatabase } from '../../../harness/postgres.ts';

const workspaceId = 'T1';

/** The sender of stored messages against a simulated Slack and a real database, with a clock that can be put forward. */
export interface Stage {
  readonly slack: SimulatedSlack;
  readonly database: TestDatabase;
  readonly ana: Person;
  /** Why channels were paused, each time. */
  readonly paused: string[];
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
  /** What stands in a channel and says so. */
  memberStatus(words: string, where?: string): MessageHandle[];
  /** The payload of the mark of each post, as Slack got it. */
  marks(): JsonObject[];
  states(): Promise<string[]>;
}

export interface Card {
  readonly subject: Subject;
  readonly subjectId: string;
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
  const paused: string[] = [];
  const deliver = createSender({
    db,
    clock,
    log: quietLog,
    client: createDeliveryClient(slack.botToken, slack.apiUrl, quietLog, noTelemetry),
    telemetry: noTelemetry,
    usecases: {
      pauseWatches: async ({ why }: { why: string }) => void paused.push(why),
      resumeChannel: async () => {},
      dropDelivery: (refused: RefusedMessage) => dropDelivery({ db, clock, newId }, refused),
    },
  });
  const to = (where: string) => ({
    workspaceId,
    channelId: where.startsWith('#') ? slack.channelId(where) : where,
  });
  const ana = slack.person('ana');
  return {
    slack,
    database,
    ana,
    paused,
    async says(words, where = channel, thread = null) {
      const message: Message = { kind: 'registered', by: ana.id, appId: newId(), appName: words };
      await queueMessage(db, to(where), { id: newId(), message, thread }, clock.now());
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
      const [taken] = await takeDeliveries(db, [to(where)], clock.now());
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
    memberStatus: (words, where = channel) =>
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
