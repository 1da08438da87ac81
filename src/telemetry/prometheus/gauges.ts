import { Gauge, type Registry } from 'prom-client';
import { jobNames } from '../../core/jobs.ts';
import type { Sources, Statistics } from '../statistics.ts';
import { cachedRead } from './cached_read.ts';

/** Every replica reads the same statistics from one database, so a read in 10 s is enough, however often it is scraped. */
const limits = { everyMs: 10_000, timeoutMs: 2_000 };

/** The gauges. The function that is returned reads their values; it is to be called before each scrape. */
export function gaugeMetrics(registry: Registry, sources: Sources): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });

  const slack = gauge('greenroom_slack_connected', '1 while Slack can reach this process.');
  const database = gauge('greenroom_database_up', '1 when the database answered the last read, seconds ago.');
  const connections = gauge(
    'greenroom_database_connections',
    'Connections of this process for people and messages; waiting: callers without one.',
    ['state'],
  );
  const show = statisticsGauges(gauge);
  const readStatistics = cachedRead(sources.statistics, limits);

  return async () => {
    slack.set(sources.slackConnected() ? 1 : 0);
    for (const [state, count] of Object.entries(sources.connections())) connections.set({ state }, count);
    const statistics = await readStatistics();
    database.set(statistics === null ? 0 : 1);
    show(statistics);
  };
}

/** Without statistics there are no series: an old value must not look like a new one. */
function statisticsGauges(
  gauge: (name: string, help: string, labelNames?: string[]) => Gauge,
): (statistics: Statistics | null) => void {
  const jobs = {
    waiting: gauge('greenroom_jobs_waiting', 'Jobs that could run now, in all replicas.', ['task']),
    running: gauge('greenroom_jobs_running', 'Jobs that run now, in all replicas.', ['task']),
    givenUp: gauge('greenroom_jobs_given_up', 'Jobs that failed for the last time and are kept.', ['task']),
    oldest: gauge('greenroom_jobs_oldest_waiting_seconds', 'For how long the oldest job could run.', [
      'task',
    ]),
  };
  const checks = {
    due: gauge('greenroom_checks_due', 'Checks that are due.', ['check']),
    overdue: gauge('greenroom_checks_overdue', 'Checks that are due for longer than five minutes.', [
      'check',
    ]),
    oldest: gauge(
      'greenroom_check_oldest_look_age_seconds',
      'How long ago the check was last done, of the oldest one.',
      ['check'],
    ),
  };
  const deliveries = {
    waiting: gauge('greenroom_deliveries_waiting', 'Messages that Slack does not show yet.', ['state']),
    oldest: gauge(
      'greenroom_deliveries_oldest_waiting_seconds',
      'For how long the oldest message waits that no closed channel holds back.',
    ),
  };
  const all = [...Object.values(jobs), ...Object.values(checks), ...Object.values(deliveries)];

  return (statistics) => {
    for (const one of all) one.reset();
    if (statistics === null) return deliveries.oldest.remove();
    for (const task of jobNames) {
      const found = statistics.jobs.find((one) => one.task === task);
      jobs.waiting.set({ task }, found?.waiting ?? 0);
      jobs.running.set({ task }, found?.running ?? 0);
      jobs.givenUp.set({ task }, found?.givenUp ?? 0);
      jobs.oldest.set({ task }, found?.oldestWaiting ?? 0);
    }
    for (const { check, due, overdue, oldestLook } of statistics.checks) {
      if (due !== null) checks.due.set({ check }, due);
      if (overdue !== null) checks.overdue.set({ check }, overdue);
      if (oldestLook !== null) checks.oldest.set({ check }, oldestLook);
    }
    const { queued, sending, held, oldestWaiting } = statistics.deliveries;
    for (const [state, count] of Object.entries({ queued, sending, held }))
      deliveries.waiting.set({ state }, count);
    deliveries.oldest.set(oldestWaiting);
  };
}
