import { expect, test } from 'vitest';
import { jobNames } from '../../../../src/core/jobs.ts';
import { createDeliveryTasks, createTasks } from '../../../../src/jobs/tasks.ts';
import * as words from '../../../../src/telemetry/metrics.ts';
import { createPrometheus } from '../../../../src/telemetry/prometheus/prometheus.ts';
import type { Sources, Statistics } from '../../../../src/telemetry/statistics.ts';
import { sample, samplesIn } from '../exposition.ts';

const some: Statistics = {
  jobs: [{ task: 'sweep', waiting: 2, running: 1, givenUp: 3, oldestWaiting: 4.5 }],
  checks: [
    { check: 'credentials', due: 7, overdue: 5, oldestLook: 86_400 },
    { check: 'connector_profile', due: null, overdue: null, oldestLook: 30 },
    { check: 'linked_account', due: 0, overdue: 0, oldestLook: null },
  ],
  deliveries: { queued: 9, sending: 1, held: 2, oldestWaiting: 12 },
};

function prometheus(sources: Partial<Sources> = {}) {
  const made = createPrometheus('1.2.3', {
    statistics: async () => some,
    connections: () => ({ idle: 3, busy: 2, waiting: 1 }),
    slackConnected: () => true,
    ...sources,
  });
  const see = async () => samplesIn(await made.page());
  return { ...made, see };
}

test('what is reported becomes a series in seconds', async () => {
  const { metrics, see } = prometheus();
  metrics.acknowledged('command', 'in_time', 0.02);
  metrics.answered('submit', 'failed', 4);
  metrics.jobRan('sweep', 'done', 0.5);
  metrics.hostCall('zoom', 'timeout', 10);
  metrics.circuitOpen('zoom', true);
  metrics.delivery('shown', 2);
  const seen = await see();
  const acknowledgement = 'greenroom_acknowledgement_duration_seconds';
  const commands = { surface: 'command', outcome: 'in_time' };
  expect(sample(seen, `${acknowledgement}_count`, commands)).toBe(1);
  expect(sample(seen, `${acknowledgement}_sum`, commands)).toBe(0.02);
  expect(sample(seen, `${acknowledgement}_bucket`, { ...commands, le: '0.01' })).toBe(0);
  expect(sample(seen, `${acknowledgement}_bucket`, { ...commands, le: '0.025' })).toBe(1);
  expect(
    sample(seen, 'greenroom_answer_duration_seconds_sum', { surface: 'submit', outcome: 'failed' }),
  ).toBe(4);
  expect(sample(seen, 'greenroom_job_duration_seconds_count', { task: 'sweep', outcome: 'done' })).toBe(1);
  expect(
    sample(seen, 'greenroom_outside_call_duration_seconds_count', { host: 'zoom', outcome: 'timeout' }),
  ).toBe(1);
  expect(sample(seen, 'greenroom_circuit_open', { host: 'zoom' })).toBe(1);
  expect(sample(seen, 'greenroom_circuit_open', { host: 'slack' })).toBe(0);
  expect(sample(seen, 'greenroom_delivery_wait_seconds_sum', { outcome: 'shown' })).toBe(2);
});

test('what the database knows is looked up, and nothing is made up where it knows nothing', async () => {
  const seen = await prometheus().see();
  expect(sample(seen, 'greenroom_info', { version: '1.2.3' })).toBe(1);
  expect(sample(seen, 'greenroom_slack_connected')).toBe(1);
  expect(sample(seen, 'greenroom_database_up')).toBe(1);
  expect(sample(seen, 'greenroom_database_connections', { state: 'waiting' })).toBe(1);
  expect(sample(seen, 'greenroom_jobs_waiting', { task: 'sweep' })).toBe(2);
  expect(sample(seen, 'greenroom_jobs_waiting', { task: 'deliver' })).toBe(0);
  expect(sample(seen, 'greenroom_jobs_given_up', { task: 'sweep' })).toBe(3);
  expect(sample(seen, 'greenroom_jobs_oldest_waiting_seconds', { task: 'sweep' })).toBe(4.5);
  expect(sample(seen, 'greenroom_checks_due', { check: 'credentials' })).toBe(7);
  expect(sample(seen, 'greenroom_checks_overdue', { check: 'connector_profile' })).toBeUndefined();
  expect(sample(seen, 'greenroom_check_oldest_look_age_seconds', { check: 'connector_profile' })).toBe(30);
  expect(
    sample(seen, 'greenroom_check_oldest_look_age_seconds', { check: 'linked_account' }),
  ).toBeUndefined();
  expect(sample(seen, 'greenroom_deliveries_waiting', { state: 'held' })).toBe(2);
  expect(sample(seen, 'greenroom_deliveries_oldest_waiting_seconds')).toBe(12);
});

test('the page stands while the database is away, and shows no old figure as a new one', async () => {
  const { see } = prometheus({ statistics: () => Promise.reject(new Error('connection refused')) });
  const seen = await see();
  expect(sample(seen, 'greenroom_database_up')).toBe(0);
  expect(sample(seen, 'greenroom_slack_connected')).toBe(1);
  expect(seen.filter(({ name }) => /^greenroom_(jobs|checks?|deliveries)_/.test(name))).toEqual([]);
});

test('two processes in one do not share their series', async () => {
  const [one, other] = [prometheus(), prometheus()];
  one.metrics.jobRan('sweep', 'done', 1);
  const done = { task: 'sweep', outcome: 'done' };
  expect(sample(await one.see(), 'greenroom_job_duration_seconds_count', done)).toBe(1);
  expect(sample(await other.see(), 'greenroom_job_duration_seconds_count', done)).toBe(0);
});

test('every label is one of a closed set of words, and no text from outside becomes one', async () => {
  const { metrics, see } = prometheus();
  metrics.jobRan('U0ANA', 'done', 1);
  const closed: Readonly<Record<string, readonly string[]>> = {
    surface: words.surfaces,
    outcome: [
      ...words.acknowledgements,
      ...words.answerOutcomes,
      ...words.jobOutcomes,
      ...words.callOutcomes,
      ...Object.values(words.deliveryOutcomes),
      ...words.webhookOutcomes,
    ],
    reason: words.refusedRequests,
    host: words.hosts,
    task: jobNames,
    check: words.watchedChecks,
    state: ['idle', 'busy', 'waiting', 'queued', 'sending', 'held'],
    version: ['1.2.3'],
  };
  const ours = (await see()).filter(({ name }) => name.startsWith('greenroom_'));
  expect(ours.length).toBeGreaterThan(100);
  const strays = ours.flatMap(({ name, labels }) =>
    Object.entries(labels)
      .filter(([label, value]) => label !== 'le' && !closed[label]?.includes(value))
      .map(([label, value]) => `${name}{${label}="${value}"}`),
  );
  expect(strays).toEqual([]);
});

test('knows every kind of job', () => {
  const nothing = async () => {};
  const usecases = {
    probeCredentials: nothing,
    checkCredentials: nothing,
    pollConnectSessions: nothing,
    pollStackone: nothing,
    checkAccounts: nothing,
    refreshActions: async () => 'listed' as const,
    checkConnector: nothing,
    compareApps: nothing,
    reviewScopes: nothing,
    sweep: nothing,
    deleteOldDeliveries: nothing,
    deleteNotedAccountEvents: nothing,
    applyRetention: nothing,
  };
  const tasks = { ...createTasks(usecases), ...createDeliveryTasks(nothing) };
  expect(Object.keys(tasks).sort()).toEqual([...jobNames].sort());
});
