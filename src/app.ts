import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { systemClock } from './clock.ts';
import type { Config } from './config/config.ts';
import type { Clock } from './core/clock.ts';
import { Err, Ok, type Result } from './core/result.ts';
import { warmUps } from './core/scopes/warm_up.ts';
import { runOneByOne } from './event_loop.ts';
import { newId } from './ids.ts';
import { type ScheduleClock, startClock } from './jobs/scheduler/scheduler.ts';
import { createRareSchedules, createSchedules } from './jobs/schedules.ts';
import { createDeliveryTasks, createTasks } from './jobs/tasks.ts';
import { type Queue, startQueue } from './jobs/worker/job_queue.ts';
import type { Log } from './log.ts';
import { createListeners } from './slack/handlers.ts';
import { createSender } from './slack/sender/create_sender.ts';
import { createBolt, type Slack } from './slack/transport/bolt_app.ts';
import { tokenRefusedText } from './slack/web_api/refused_tokens.ts';
import { createStackOne, type StackOne } from './stackone/stackone.ts';
import { createDatabase, type Database, noConnections } from './store/postgres/client/database.ts';
import { startDatabaseClock } from './store/postgres/client/database_clock.ts';
import { refuseSharedSessions } from './store/postgres/client/pooler.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './store/postgres/embedded/start.ts';
import { EmbeddedUnavailable } from './store/postgres/embedded/unavailable.ts';
import { migrate } from './store/postgres/start/migrate.ts';
import { type Waiting, waitForDatabase } from './store/postgres/start/wait_for_database.ts';
import { readBlockSupport, saveBlockSupport } from './store/workspaces/block_support.ts';
import { readStatistics } from './store/workspaces/statistics.ts';
import { noteAccessDoubt, readAccessDoubt, saveWorkspace } from './store/workspaces/workspaces.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { startMetrics } from './telemetry/start.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { Tracing } from './telemetry/tracing.ts';
import { readCardContent } from './usecases/apps/read_card_content.ts';
import { bindUseCases } from './usecases/bind_use_cases.ts';
import type { Context } from './usecases/changes/context.ts';
import { channelsAtOnce, createDeliver } from './usecases/deliveries/deliver_channel.ts';
import { loadKeyFile } from './vault/key_file.ts';
import { createVault, type Vault } from './vault/vault.ts';
import { version } from './version.ts';
import type { Web } from './web/listen.ts';
import { startMetricsPage } from './web/metrics_page.ts';
import { startWeb } from './web/server.ts';
import { createZoom, type Zoom } from './zoom/zoom.ts';

/** How long a stop waits for what people are doing right now. */
const drainMs = 10_000;
const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
/** An outside host that failed five times in a row is left alone for so long. */
const circuit = { failures: 5, restMs: 10_000 };

export interface Greenroom {
  readonly port: number;
  /** Takes nothing new, finishes what is under way, closes. Safe to call twice. */
  stop(): Promise<void>;
}

/** Everything that was opened, to be closed in the opposite order. */
class Opened {
  #closers: (() => Promise<unknown>)[] = [];
  #closed: Promise<void> = Promise.resolve();
  add(close: () => Promise<unknown>): void {
    this.#closers.unshift(close);
  }
  /** Whoever asks second waits for the first too: the process ends when this resolves. */
  close(log: Log): Promise<void> {
    this.#closed = this.#closed.then(() => this.#closeAll(log));
    return this.#closed;
  }
  async #closeAll(log: Log): Promise<void> {
    for (const close of this.#closers.splice(0)) {
      await close().catch((error: unknown) => log.warn({ err: error }, 'Could not close everything'));
    }
  }
}

/**
 * Wires every service once and starts the process's work. An error is one sentence with the fix. Slack or the database
 * being down is no error: the process is alive, not ready, and goes on when they are back.
 */
export async function startGreenroom(
  config: Config,
  log: Log,
  aborted: AbortSignal,
  tracing: Tracing,
): Promise<Result<Greenroom, string>> {
  const opened = new Opened();
  opened.add(() => tracing.stop());
  // Asked to stop while it waits for Slack or the database.
  aborted.addEventListener('abort', () => void opened.close(log), { once: true });
  try {
    const started = await start(config, log, opened, aborted, tracing);
    if (started.ok) return Ok({ port: started.value, stop: () => opened.close(log) });
    await opened.close(log);
    return started;
  } catch (error) {
    await opened.close(log);
    throw error;
  }
}

/** The port that people and probes reach, or one sentence with the fix. */
async function start(
  config: Config,
  log: Log,
  opened: Opened,
  aborted: AbortSignal,
  tracing: Tracing,
): Promise<Result<number, string>> {
  const ready: Ready = { database: null, clock: systemClock, slack: null, waiting: null };
  const telemetry: Telemetry = { metrics: await openMetrics(config, ready, opened), tracing };
  const slack = createBolt({ config: config.slack, log, telemetry });
  ready.slack = slack;
  const web = await openWeb(config, slack, ready, opened);
  const vault = await openVault(config);
  if (!vault.ok) return vault;
  const postgres = await openPostgres(config, log, opened);
  if (!postgres.ok) return postgres;
  const connection = postgres.value;
  const waiting = { log, aborted, onWait: noteIn(ready) };
  const usable = await prepareDatabase(connection, config, waiting);
  if (!usable.ok) return usable;
  const db = createDatabase({ connection, log, traceparent: tracing.traceparent });
  opened.add(() => db.stop());
  const clock = startDatabaseClock({ db, log });
  opened.add(async () => clock.stop());
  // Before anything is planned by it.
  await clock.compare();
  ready.database = db;
  ready.clock = clock;

  const ctx = createContext(
    config,
    { log, db, clock, vault: vault.value, telemetry, memberStatusesOf: slack.memberStatusesOf },
    opened,
  );
  const usecases = bindUseCases(ctx, tracing);
  slack.listen(createListeners({ usecases, clock: ctx.clock, newId, slackAnswers: slack.answers, log }));
  opened.add(() => slack.drain(drainMs));
  opened.add(stopperOf(startQueue({ connection, tasks: createTasks(usecases), log, telemetry })));
  const sender = createSender({
    client: slack.deliveryClient,
    clock,
    readCardContent: (delivery) => readCardContent(ctx, delivery),
  });
  const deliver = createDeliver({ db, clock, newId, log, telemetry, sender });
  const tasks = createDeliveryTasks(deliver);
  opened.add(stopperOf(startQueue({ connection, tasks, log, telemetry, concurrency: channelsAtOnce })));
  const schedules = [...createSchedules(db, config.pollCron), ...createRareSchedules(db)];
  opened.add(stopperOf(startClock({ db, schedules, clock, log })));
  const connected = await connect(slack, ctx, waiting);
  if (!connected.ok) return connected;
  void prepareScopes(log);
  return Ok(web.port);
}

type Backoff = Omit<Waiting, 'unknown'>;

/** Looks at the database before anything is done with it, then brings it up to date. */
async function prepareDatabase(
  connection: EmbeddedPostgres['connection'],
  config: Config,
  waiting: Backoff,
): Promise<Result<void, string>> {
  if (config.database.kind === 'external') {
    const seen = await waitForDatabase({ ...waiting, unknown: 'wait' }, () =>
      refuseSharedSessions(connection),
    );
    if (!seen.ok) return seen;
  }
  return await waitForDatabase({ ...waiting, unknown: 'throw' }, () =>
    migrate(connection, migrations, waiting.log, waiting.aborted),
  );
}

function stopperOf(running: Queue | ScheduleClock): () => Promise<void> {
  return () => running.stop();
}

/** What comes into being one after the other, and may be asked for before. */
interface Ready {
  database: Database | null;
  clock: Clock;
  slack: Slack | null;
  /** Why the database is not there yet. */
  waiting: string | null;
}

/** In turns of the event loop, beside the first requests. What is missing is built when it is asked for. */
async function prepareScopes(log: Log): Promise<void> {
  await runOneByOne(warmUps).catch((error: unknown) =>
    log.error({ err: error }, 'Could not prepare the catalogue of scopes'),
  );
}

function noteIn(ready: Ready): (reason: string | null) => void {
  return (reason) => {
    ready.waiting = reason;
  };
}

/** Metrics come first: they tell of a process that waits for its database. */
async function openMetrics(config: Config, ready: Readonly<Ready>, opened: Opened): Promise<Metrics> {
  const { metrics, prometheus } = await startMetrics({
    wanted: config.metricsPort !== null,
    version,
    sources: {
      statistics: async () => ready.database && readStatistics(ready.database, ready.clock.now()),
      connections: () => ready.database?.connections() ?? noConnections,
      slackConnected: () => ready.slack?.connected() ?? false,
    },
  });
  if (prometheus !== null && config.metricsPort !== null) {
    const page = await startMetricsPage(config.metricsPort, prometheus);
    opened.add(() => page.stop());
  }
  return metrics;
}

async function openWeb(config: Config, slack: Slack, ready: Readonly<Ready>, opened: Opened): Promise<Web> {
  const web = await startWeb({
    port: config.port,
    version,
    slack: slack.requestListener ?? undefined,
    readiness: async () => {
      const trouble =
        ready.database === null ? (ready.waiting ?? 'starting') : await ready.database.trouble();
      return { database: trouble ?? true, slack: slack.connected() };
    },
  });
  opened.add(() => web.stop());
  return web;
}

async function openVault(config: Config): Promise<Result<Vault, string>> {
  if (config.vault.kind === 'keys') return Ok(createVault(config.vault.keys));
  const keys = await loadKeyFile(config.vault.path);
  return keys.ok ? Ok(createVault(keys.value)) : keys;
}

async function openPostgres(
  config: Config,
  log: Log,
  opened: Opened,
): Promise<Result<EmbeddedPostgres['connection'], string>> {
  if (config.database.kind === 'external') return Ok({ connectionString: config.database.url.reveal() });
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: config.database.dataDir, log });
    opened.add(() => postgres.stop());
    return Ok(postgres.connection);
  } catch (error) {
    if (error instanceof EmbeddedUnavailable) return Err(error.message);
    throw error;
  }
}

function createContext(
  config: Config,
  parts: Pick<Context, 'log' | 'db' | 'clock' | 'vault' | 'memberStatusesOf'> & {
    readonly telemetry: Telemetry;
  },
  opened: Opened,
): Context {
  const { telemetry, ...own } = parts;
  const shared = { version, clock: own.clock, log: own.log, circuit, telemetry };
  const zoom: Zoom = createZoom({ oauthUrl: config.zoom.oauthUrl, ...shared });
  const stackone: StackOne = createStackOne({ ...config.stackone, ...shared });
  opened.add(() => zoom.close());
  opened.add(() => stackone.close());
  return {
    ...own,
    zoom,
    stackone,
    newId,
    settings: {
      remindAfterMs: config.remindAfterMs,
      outageNoticeAfterMs: config.outageNoticeAfterMs,
      stackoneKey: keyFingerprint(config),
      version,
    },
  };
}

/** Enough to see that the key was replaced, and of no use for anything else. */
function keyFingerprint({ stackone: { apiKey } }: Config): string | null {
  return apiKey === null ? null : createHash('sha256').update(apiKey.reveal()).digest('hex').slice(0, 12);
}

/** The error is the sentence for a token that Slack refuses; waits as long as Slack is down. */
async function connect(slack: Slack, ctx: Context, waiting: Backoff): Promise<Result<void, string>> {
  const identity = await slack.identify();
  if (!identity.ok)
    return identity.error === 'aborted' ? Ok(undefined) : Err(tokenRefusedText(identity.error));
  const { workspaceId: id, name, botUserId } = identity.value;
  const saved = await waitForDatabase({ ...waiting, unknown: 'throw' }, () =>
    saveWorkspace(ctx.db, { id, name, botUserId }, ctx.clock.now()),
  );
  if (!saved.ok) return saved;
  await slack.shareBlockSupport({
    load: () => readBlockSupport(ctx.db, id),
    save: (finding) => saveBlockSupport(ctx.db, id, finding),
  });
  slack.shareDoubts({
    note: (workspaceId) => noteAccessDoubt(ctx.db, workspaceId),
    last: (workspaceId) => readAccessDoubt(ctx.db, workspaceId),
  });
  const line = await slack.openLine();
  return line.ok || line.error === 'aborted' ? Ok(undefined) : Err(tokenRefusedText(line.error));
}
