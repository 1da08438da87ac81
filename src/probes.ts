import type { Config } from './config/config.ts';
import type { Clock } from './core/clock.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Log } from './log.ts';
import type { Slack } from './slack/transport/bolt_app.ts';
import { type Database, noConnections } from './store/postgres/client/database.ts';
import { readStatistics } from './store/workspaces/statistics.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { startMetrics } from './telemetry/start_telemetry.ts';
import { version } from './version.ts';
import type { Web } from './web/listen.ts';
import { startMetricsPage } from './web/metrics_page.ts';
import { startWeb } from './web/server.ts';
import type { StackOneWebhook } from './web/stackone_webhook/receiver.ts';

/** The parts that the metrics and the readiness probe read before they are there. */
export interface Parts {
  database: Database | null;
  clock: Clock;
  slack: Slack | null;
  /** Why there is no database yet. */
  waitingFor: string | null;
}

/** What Prometheus scrapes, on a port of its own when one is set. */
export async function openMetrics(
  config: Config,
  parts: Readonly<Parts>,
  lifecycle: Lifecycle,
  log: Log,
): Promise<Metrics> {
  const { metrics, prometheus } = await startMetrics({
    wanted: config.metricsPort !== null,
    version,
    sources: {
      statistics: async () => parts.database && readStatistics(parts.database, parts.clock.now()),
      connections: () => parts.database?.connections() ?? noConnections,
      slackConnected: () => parts.slack?.connected() ?? false,
    },
  });
  if (prometheus !== null && config.metricsPort !== null) {
    const address = { port: config.metricsPort, host: config.metricsHost };
    const page = await startMetricsPage(address, prometheus, log);
    lifecycle.onClose(() => page.stop());
  }
  return metrics;
}

/** The port for Slack's requests, StackOne's webhooks and the probes. From `aborted` on proxies send requests to other replicas. */
export function openWeb(
  config: Config,
  slack: Slack,
  parts: Readonly<Parts>,
  aborted: AbortSignal,
  webhook: StackOneWebhook,
): Promise<Web> {
  const trouble = async () =>
    parts.database === null ? (parts.waitingFor ?? 'starting') : parts.database.trouble();
  return startWeb({
    port: config.port,
    host: config.host,
    version,
    slack: slack.requestListener ?? undefined,
    stackone: webhook.handle ?? undefined,
    serving: () => slack.serving() && !aborted.aborted,
    readiness: async () => ({ database: (await trouble()) ?? true, slack: slack.connected() }),
  });
}
