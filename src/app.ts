import { systemClock } from './clock.ts';
import type { Config } from './config/config.ts';
import { Err, Ok, type Result } from './core/result.ts';
import { warmUps } from './core/scopes/warm_up.ts';
import { runOneByOne } from './event_loop.ts';
import type { Outbound } from './http_client/outbound.ts';
import { newId } from './ids.ts';
import { startClock } from './jobs/scheduler/scheduler.ts';
import { createRareSchedules, createSchedules } from './jobs/schedules.ts';
import { createDeliveryTasks, createTasks } from './jobs/tasks.ts';
import { startQueue } from './jobs/worker/job_queue.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import type { Log } from './log.ts';
import { openMetrics, openWeb, type Parts } from './probes.ts';
import { createHandlers } from './slack/handlers.ts';
import { createSender } from './slack/sender/create_sender.ts';
import { redrawEndedLink } from './slack/sender/redraw_ended_link.ts';
import { createBolt } from './slack/transport/bolt_app.ts';
import { connectSlack } from './slack/transport/connect_slack.ts';
import { createStackOne, keyFingerprint } from './stackone/stackone.ts';
import { createDatabase } from './store/postgres/client/database.ts';
import { startDatabaseClock } from './store/postgres/client/database_clock.ts';
import { openPostgres } from './store/postgres/start/open_postgres.ts';
import type { Tracing } from './telemetry/tracing.ts';
import { readCardContent } from './usecases/apps/read_card_content.ts';
import { bindUseCases } from './usecases/bind_use_cases.ts';
import type { Context } from './usecases/changes/context.ts';
import { channelsAtOnce, createDeliver } from './usecases/deliveries/deliver_channel.ts';
import { openVault } from './vault/open_vault.ts';
import { version } from './version.ts';
import { CannotListen } from './web/listen.ts';
import { createStackOneWebhook } from './web/stackone_webhook/receiver.ts';
import { createZoom } from './zoom/zoom.ts';

/** How long a stop waits for the requests in progress. */
const DRAIN_MS = 10_000;
/** After five failures in a row a host gets no calls for this long. */
const CIRCUIT = { failures: 5, restMs: 10_000 };

export interface Greenroom {
  readonly port: number;
  /** Takes nothing new, finishes what runs, closes. Safe to call twice. */
  stop(): Promise<void>;
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
  outbound: Outbound,
): Promise<Result<Greenroom, string>> {
  const lifecycle = createLifecycle(log);
  lifecycle.onClose(() => tracing.stop());
  // Also while it waits for Slack or the database.
  aborted.addEventListener('abort', () => void lifecycle.close(), { once: true });
  try {
    const started = await start({ config, log, aborted, tracing, outbound }, lifecycle);
    if (started.ok) return Ok({ port: started.value, stop: lifecycle.close });
    await lifecycle.close();
    return started;
  } catch (error) {
    await lifecycle.close();
    if (error instanceof CannotListen) return Err(error.message);
    throw error;
  }
}

interface Needs {
  readonly config: Config;
  readonly log: Log;
  readonly aborted: AbortSignal;
  readonly tracing: Tracing;
  readonly outbound: Outbound;
}

/** The port that people and probes reach, or one sentence with the fix. */
async function start(
  { config, log, aborted, tracing, outbound }: Needs,
  lifecycle: Lifecycle,
): Promise<Result<number, string>> {
  const parts: Parts = { database: null, clock: systemClock, slack: null, waitingFor: null };
  const closeLater = (part: { stop(): unknown }) => lifecycle.onClose(async () => part.stop());
  const onWait = (reason: string | null) => {
    parts.waitingFor = reason;
  };
  const waiting = { log, aborted, onWait };

  // First, so that a process that waits for its database is seen.
  const telemetry = { metrics: await openMetrics(config, parts, lifecycle, log), tracing };
  const { supportContact } = config;
  const slack = createBolt({ config: config.slack, log, telemetry, outbound, supportContact });
  parts.slack = slack;
  const webhook = createStackOneWebhook({
    secrets: config.stackoneWebhookSecrets,
    log,
    metrics: telemetry.metrics,
  });
  const web = await openWeb(config, slack, parts, aborted, webhook);
  closeLater(web);

  const vault = await openVault(config.vault);
  if (!vault.ok) return vault;
  const postgres = await openPostgres(config.database, waiting, lifecycle);
  if (!postgres.ok) return postgres;
  // Told to stop while it migrated: all is closed by now, and what is opened here would wait for Slack.
  if (aborted.aborted) return Ok(web.port);
  const connection = postgres.value;
  const db = createDatabase({ connection, log, traceparent: tracing.traceparent });
  closeLater(db);
  const clock = startDatabaseClock({ db, log, aheadMs: config.clockAheadMs });
  closeLater(clock);
  // Before anything is planned by it.
  await clock.compare();
  parts.database = db;
  parts.clock = clock;

  const shared = { version, clock, log, circuit: CIRCUIT, telemetry, outbound };
  const zoom = createZoom({ oauthUrl: config.zoom.oauthUrl, ...shared });
  const stackone = createStackOne({ ...config.stackone, ...shared });
  lifecycle.onClose(() => zoom.close());
  lifecycle.onClose(() => stackone.close());
  const { remindAfterMs, outageNoticeAfterMs, historyRetentionMs, secrets } = config;
  const stackoneKey = keyFingerprint(config.stackone.apiKey);
  const context: Context = {
    ...{ db, clock, newId, log, zoom, stackone, vault: vault.value },
    speaksFor: slack.speaksFor,
    memberStatusesOf: slack.memberStatusesOf,
    timeZonesOf: slack.timeZonesOf,
    isWorkspaceAdmin: slack.isWorkspaceAdmin,
    userGroups: slack.userGroups,
    admins: config.admins,
    connectSessionEnded: redrawEndedLink({ client: slack.deliveryClient, supportContact }),
    settings: { remindAfterMs, outageNoticeAfterMs, historyRetentionMs, stackoneKey, secrets, version },
  };
  const usecases = bindUseCases(context, tracing);
  slack.listen(
    createHandlers({
      usecases,
      clock,
      newId,
      slackAnswers: slack.answers,
      files: slack.files,
      isGranted: slack.isGranted,
      log,
      supportContact,
    }),
  );
  webhook.listen(usecases.noteAccountEvents);
  lifecycle.onClose(() => webhook.stop());
  lifecycle.onClose(() => slack.drain(DRAIN_MS));
  // A request that arrives after the drain would find the database closed; refused here, a proxy gives it to another replica.
  closeLater(web);

  const tasks = createTasks(usecases);
  closeLater(startQueue({ connection, tasks, log, telemetry }));
  const sender = createSender({
    client: slack.deliveryClient,
    clock,
    readCardContent: (delivery) => readCardContent(context, delivery),
    supportContact,
    blockSupport: slack.blockSupport,
  });
  const deliver = createDeliver({ db, clock, newId, log, telemetry, sender });
  const deliveryTasks = createDeliveryTasks(deliver);
  const queue = { connection, tasks: deliveryTasks, log, telemetry, concurrency: channelsAtOnce };
  closeLater(startQueue(queue));
  const schedules = [...createSchedules(db, config.pollCron), ...createRareSchedules(db)];
  closeLater(startClock({ db, schedules, clock, log }));

  const connected = await connectSlack(slack, { db, clock, admins: config.admins }, waiting);
  if (!connected.ok) return connected;
  // In chunks, so that the first requests run in between; an index that is missing is built when it is used.
  runOneByOne(warmUps).catch((err: unknown) =>
    log.error({ err }, 'Could not prepare the catalogue of scopes'),
  );
  return Ok(web.port);
}
