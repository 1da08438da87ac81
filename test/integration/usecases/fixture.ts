import { runOnce } from 'graphile-worker';
import { afterEach, beforeEach } from 'vitest';
import { type StackOneSandbox, startStackOne } from '../../../sandbox/simulators/stackone/index.ts';
import { startZoom, type ZoomSandbox } from '../../../sandbox/simulators/zoom/index.ts';
import type { DraftAnswers, Environment, ZoomAppCard } from '../../../src/core/apps/zoom_app.ts';
import type { Check, CheckName, EnvironmentKind } from '../../../src/core/checks/check.ts';
import type { Subject } from '../../../src/core/deliveries/delivery.ts';
import type { Message } from '../../../src/core/deliveries/message.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { newId } from '../../../src/ids.ts';
import { createSchedules } from '../../../src/jobs/schedules.ts';
import { createDeliveryTasks, createTasks } from '../../../src/jobs/tasks.ts';
import { taskList } from '../../../src/jobs/worker/task_list.ts';
import { createStackOne } from '../../../src/stackone/stackone.ts';
import { readEnvironment } from '../../../src/store/apps/environments.ts';
import type { StoredEvent } from '../../../src/store/apps/events.ts';
import { workerLogger } from '../../../src/store/postgres/jobs/worker_logger.ts';
import { saveWorkspace } from '../../../src/store/workspaces/workspaces.ts';
import { bindUseCases, type UseCases } from '../../../src/usecases/bind_use_cases.ts';
import type { Context } from '../../../src/usecases/changes/context.ts';
import { createVault } from '../../../src/vault/vault.ts';
import { createZoom } from '../../../src/zoom/zoom.ts';
import { quietLog } from '../../harness/log.ts';
import { type TestDatabase, useTestDatabase } from '../../harness/postgres.ts';
import { until } from '../../harness/until.ts';

export const T1 = 'T0ACME';
export const ana = 'UANA';
export const zoe = 'UZOE';
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** What is queued for Slack, as a person would see it: a card, or the words of a message. */
export interface Said {
  readonly channel: string;
  readonly where: 'channel' | 'thread';
  readonly card: Subject | null;
  readonly subjectId: string | null;
  readonly message: Message | null;
  /** Of a message that was sent before. */
  readonly isEdit: boolean;
}

export interface Registered {
  readonly appId: string;
  readonly card: ZoomAppCard;
  readonly environments: Readonly<Record<EnvironmentKind, string>>;
  readonly pairs: Readonly<Record<EnvironmentKind, Pair>>;
}

export interface Pair {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A workspace with its database, a simulated Zoom and StackOne, and a clock that stands still until told otherwise. */
export interface Fixture {
  readonly ctx: Context;
  readonly usecases: UseCases;
  readonly database: TestDatabase;
  readonly zoom: ZoomSandbox;
  readonly stackone: StackOneSandbox;
  /** Milliseconds go by; nothing happens. */
  pass(ms: number): void;
  /** Runs every job that is due, and those they queue, as the queue would; a job that fails fails the test. */
  runJobs(): Promise<void>;
  /** Half a minute goes by (or `ms`), and the clock's two firings with all their work are done. */
  tick(ms?: number): Promise<void>;
  /** Registers an app whose pairs Zoom knows; no job has run yet. */
  register(answers?: Answers): Promise<Registered>;
  /** An app whose development environment is live: credentials, redirect, test, profile. */
  registerLive(name?: string): Promise<Registered & { environmentId: string; profileId: string }>;
  environment(id: string): Promise<Environment>;
  check(environmentId: string, name: CheckName): Promise<Check>;
  /** Everything queued for Slack since the last call, in the order Slack will show it. */
  notifications(): Promise<Said[]>;
  /** Only the words of it: `channel: kind` or `thread: kind`; without what follows a regression (regressions.test.ts). */
  words(): Promise<string[]>;
  events(appId: string): Promise<StoredEvent[]>;
  close(): Promise<void>;
}

export interface Answers extends Partial<DraftAnswers> {
  readonly workspaceId?: string;
  readonly actor?: string;
  readonly pairs?: Partial<Record<EnvironmentKind, Pair>>;
  /** When nothing goes without saying: exactly these kinds have a secret. */
  readonly secretsFor?: readonly EnvironmentKind[];
}

/** What its owners are asked, and edits that say what became of it. */
export const followsRegression = ({ message, isEdit }: Said): boolean =>
  message?.kind === 'regression_due' || (message?.kind === 'regressed' && isEdit);

/** A maker of ids that fails so many times first: what writes something then cannot. */
export function failingIds(times: number): Context['newId'] {
  let left = times;
  return () => {
    left -= 1;
    if (left >= 0) throw new Error('no id');
    return newId();
  };
}

/** A fresh world before every test of a file; the database is one, and emptied between tests. */
export function useFixture(options: Partial<FixtureOptions> = {}): { readonly fixture: Fixture } {
  const store = useTestDatabase();
  let fixture: Fixture | null = null;
  beforeEach(async () => {
    fixture = await createFixture(store.database, options);
  });
  afterEach(() => fixture?.close());
  return {
    get fixture() {
      if (fixture === null) throw new Error('the world does not turn yet');
      return fixture;
    },
  };
}

export interface FixtureOptions {
  readonly stackoneKey: 'known' | 'none';
  /** Whoever reads the clock twice reads two times, as outside of tests. */
  readonly isLaterAtEachRead: boolean;
  readonly timeoutMs: number;
}

async function createFixture(
  database: TestDatabase,
  { stackoneKey = 'known', isLaterAtEachRead = false, timeoutMs = 60_000 }: Partial<FixtureOptions>,
): Promise<Fixture> {
  let now = new Date('2026-03-02T09:00:00Z');
  const clock = {
    now() {
      if (isLaterAtEachRead) now = new Date(now.getTime() + 1);
      return now;
    },
  };
  const [zoom, stackone] = await Promise.all([
    startZoom({ now: clock.now }),
    startStackOne({ now: clock.now }),
  ]);
  const hostCalls = { version: '1.2.3', clock, timeoutMs, circuit: { failures: 1_000_000, restMs: 1 } };
  const zoomClient = createZoom({ oauthUrl: zoom.url, ...hostCalls });
  const apiKey = stackoneKey === 'known' ? new Secret(stackone.apiKey) : null;
  const stackoneClient = createStackOne({ apiUrl: stackone.url, apiKey, minIntervalMs: 0, ...hostCalls });
  const ctx: Context = {
    db: database.db,
    vault: createVault([{ id: 'k1', base64: new Secret(Buffer.alloc(32, 7).toString('base64')) }]),
    zoom: zoomClient,
    stackone: stackoneClient,
    clock,
    newId,
    log: quietLog,
    settings: {
      remindAfterMs: 24 * hour,
      outageNoticeAfterMs: 10 * minute,
      stackoneKey: apiKey === null ? null : 'first key',
      version: '1.2.3',
    },
  };
  await saveWorkspace(database.db, { id: T1, name: 'Acme', botUserId: 'UBOT' }, now);
  const usecases = bindUseCases(ctx);
  const firings = createSchedules(database.db, '* * * * *');
  let lastSeq = 0;

  const runJobs = async (): Promise<void> => {
    // What is delivered waits to be looked at; what speaks to Zoom and StackOne is real.
    const tasks = taskList({
      ...createTasks(usecases),
      ...createDeliveryTasks(async () => {}),
    });
    await runOnce({
      pgPool: database.db.pool,
      taskList: tasks,
      logger: workerLogger(quietLog),
      noHandleSignals: true,
    });
    // `runOnce` does not wait until the end of its last jobs is written.
    const { failed } = await until(async () => {
      const left = await database.db.query<{ task_identifier: string; last_error: string | null }>(
        'select task_identifier, last_error from graphile_worker.jobs where last_error is not null or locked_at is not null',
      );
      return left.every(({ last_error }) => last_error !== null) && { failed: left };
    }, 'the end of every job');
    if (failed.length > 0) throw new Error(`a job failed: ${JSON.stringify(failed)}`);
  };
  const environment = async (id: string): Promise<Environment> => {
    const found = await readEnvironment(database.db, T1, id);
    if (found === null) throw new Error('no such environment');
    return found;
  };
  const notifications = async (): Promise<Said[]> => {
    const rows = await database.db.query<Said & { seq: string }>(
      `select seq, channel_id as channel, case when in_thread then 'thread' else 'channel' end as where,
              case when kind = 'card' then subject end as card, subject_id as "subjectId", message,
              edits is not null as "isEdit"
       from delivery where seq > $1 order by seq`,
      [lastSeq],
    );
    lastSeq = Number(rows.at(-1)?.seq ?? lastSeq);
    return rows.map(({ seq: _, ...said }) => said);
  };
  const fixture: Fixture = {
    ctx,
    usecases,
    database,
    zoom,
    stackone,
    pass(ms) {
      now = new Date(now.getTime() + ms);
    },
    runJobs,
    async tick(ms = 30 * second) {
      fixture.pass(ms);
      for (const firing of firings) await firing.run(now);
      await runJobs();
    },
    register: (answers = {}) => register(ctx, usecases, zoom, answers),
    async registerLive(name = 'Acme Zoom') {
      const app = await fixture.register({ name });
      await runJobs();
      const environmentId = app.environments.development;
      await attestAll(usecases, environmentId);
      fixture.pass(second);
      const profileId = stackone.createProfile({ name }).id;
      await fixture.tick();
      const { stage } = await environment(environmentId);
      if (stage !== 'live') throw new Error(`meant to be live, and is at ${stage}`);
      return { ...app, environmentId, profileId };
    },
    environment,
    async check(environmentId, name) {
      const check = (await environment(environmentId)).checks.find((one) => one.name === name);
      if (check === undefined) throw new Error(`no check ${name}`);
      return check;
    },
    notifications,
    words: async () =>
      (await notifications()).flatMap((said) =>
        said.message === null || followsRegression(said) ? [] : [`${said.where}: ${said.message.kind}`],
      ),
    async events(appId) {
      const { events } = await usecases.readHistory({ workspaceId: T1, appId });
      return [...events].reverse();
    },
    async close() {
      await Promise.all([zoomClient.close(), stackoneClient.close()]);
      await Promise.all([zoom.close(), stackone.close()]);
    },
  };
  return fixture;
}

async function attestAll(usecases: UseCases, environmentId: string): Promise<void> {
  for (const what of ['redirect', 'test_status'] as const) {
    await usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what });
  }
}

export const someScopes = ['user:read:user:admin', 'meeting:read:list_meetings:admin'];

/** The draft as the modal would save it, and what Zoom knows about it. */
export async function draft(
  { ctx, usecases, zoom }: Pick<Fixture, 'ctx' | 'usecases' | 'zoom'>,
  answers: Answers = {},
): Promise<{ draftId: string; workspaceId: string; actor: string; pairs: Record<EnvironmentKind, Pair> }> {
  const { workspaceId = T1, actor = ana, pairs: given, secretsFor, ...typed } = answers;
  const pairs = {
    development: given?.development ?? zoom.addApp(),
    production: given?.production ?? zoom.addApp(),
  };
  const draftId = ctx.newId();
  const kinds = secretsFor ?? typed.environments ?? ['development'];
  await usecases.saveDraft({
    workspaceId,
    actor,
    draftId,
    answers: {
      name: 'Acme Zoom',
      managementType: 'admin',
      environments: ['development'],
      owners: [actor],
      channelId: 'C1',
      clientIds: { development: pairs.development.clientId, production: pairs.production.clientId },
      pickedScopes: someScopes,
      ...typed,
    },
    secrets: Object.fromEntries(kinds.map((kind) => [kind, new Secret(pairs[kind].clientSecret)])),
  });
  return { draftId, workspaceId, actor, pairs };
}

async function register(
  ctx: Context,
  usecases: UseCases,
  zoom: ZoomSandbox,
  answers: Answers,
): Promise<Registered> {
  const { pairs, ...submitted } = await draft({ ctx, usecases, zoom }, answers);
  const result = await usecases.registerZoomApp(submitted);
  if (!result.ok) throw new Error(`registering was refused: ${result.error}`);
  const { card } = result.value;
  const idOf = (kind: EnvironmentKind) => card.environments.find((env) => env.kind === kind)?.id ?? '';
  return {
    appId: card.app.id,
    card,
    environments: { development: idOf('development'), production: idOf('production') },
    pairs,
  };
}
