import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type JobName, jobNames } from '../../core/jobs.ts';
import * as words from '../metrics.ts';

/** The counters and histograms. Every combination of labels exists from the start, so that a rate never begins with a gap. */
export function counterMetrics(registry: Registry): words.Metrics {
  const registers = [registry];
  const histogram = (name: string, help: string, labels: Labels, buckets: number[]) => {
    const made = new Histogram({ name, help, labelNames: Object.keys(labels), buckets, registers });
    for (const one of combinations(labels)) made.zero(one);
    return made;
  };

  const acknowledgement = histogram(
    'greenroom_acknowledgement_duration_seconds',
    'From a request of Slack, checked, to its acknowledgement.',
    { surface: words.surfaces, outcome: words.acknowledgements },
    [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
  );
  const answer = histogram(
    'greenroom_answer_duration_seconds',
    'From a request of Slack to the last thing the person was shown for it.',
    { surface: words.surfaces, outcome: words.answerOutcomes },
    [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  );
  const job = histogram(
    'greenroom_job_duration_seconds',
    'How long jobs ran.',
    { task: jobNames, outcome: words.jobOutcomes },
    [0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60],
  );
  const call = histogram(
    'greenroom_outside_call_duration_seconds',
    'Calls to Slack, Zoom and StackOne; each try counts.',
    { host: words.hosts, outcome: words.callOutcomes },
    [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  );
  const delivery = histogram(
    'greenroom_delivery_wait_seconds',
    'From the change that caused a message to the end of an attempt to send it.',
    { outcome: [...new Set(Object.values(words.deliveryOutcomes))] },
    [0.1, 0.5, 1, 2.5, 5, 15, 60, 300, 1_800],
  );
  const blind = new Counter({
    name: 'greenroom_delivery_blind_repeats_total',
    help: 'Messages that may stand twice: sent again after an unclear end, without a lookup.',
    registers,
  });
  const refused = new Counter({
    name: 'greenroom_requests_refused_total',
    help: 'Requests over HTTP that were refused, by reason.',
    labelNames: ['reason'],
    registers,
  });
  for (const reason of words.refusedRequests) refused.inc({ reason }, 0);
  const webhook = new Counter({
    name: 'greenroom_stackone_webhooks_total',
    help: "StackOne's webhooks about accounts, by what became of them.",
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of words.webhookOutcomes) webhook.inc({ outcome }, 0);
  const circuit = new Gauge({
    name: 'greenroom_circuit_open',
    help: '1 while a host is not called because it failed several times in a row.',
    labelNames: ['host'],
    registers,
  });
  for (const host of words.hosts) circuit.set({ host }, 0);

  return {
    requestRefused: (reason) => refused.inc({ reason }),
    stackoneWebhook: (outcome) => webhook.inc({ outcome }),
    acknowledged: (surface, outcome, seconds) => acknowledgement.observe({ surface, outcome }, seconds),
    answered: (surface, outcome, seconds) => answer.observe({ surface, outcome }, seconds),
    jobRan(task, outcome, seconds) {
      if (isTask(task)) job.observe({ task, outcome }, seconds);
    },
    hostCall: (host, outcome, seconds) => call.observe({ host, outcome }, seconds),
    circuitOpen: (host, open) => circuit.set({ host }, open ? 1 : 0),
    delivery: (outcome, waitedSeconds) => delivery.observe({ outcome }, waitedSeconds),
    resentBlindly: () => blind.inc(),
  };
}

function isTask(task: string): task is JobName {
  return jobNames.some((known) => known === task);
}

type Labels = Readonly<Record<string, readonly string[]>>;

function combinations(labels: Labels): Record<string, string>[] {
  let made: Record<string, string>[] = [{}];
  for (const [label, set] of Object.entries(labels))
    made = made.flatMap((one) => set.map((word) => ({ ...one, [label]: word })));
  return made;
}
