import type { Agent } from 'node:http';
import { type Metrics, noMetrics } from './metrics.ts';
import type { Prometheus } from './prometheus/prometheus.ts';
import type { Sources } from './statistics.ts';
import { noTracing, type Tracing } from './tracing.ts';

export interface StartedMetrics {
  readonly metrics: Metrics;
  /** What Prometheus may scrape; null without `METRICS_PORT`. */
  readonly prometheus: Prometheus | null;
}

// A library is loaded only when it is used: each costs memory, and time at every start.

export async function startMetrics(options: {
  readonly wanted: boolean;
  readonly version: string;
  readonly sources: Sources;
}): Promise<StartedMetrics> {
  if (!options.wanted) return { metrics: noMetrics, prometheus: null };
  const { createPrometheus } = await import('./prometheus/prometheus.ts');
  const prometheus = createPrometheus(options.version, options.sources);
  return { metrics: prometheus.metrics, prometheus };
}

/** `endpoint` null: nothing is traced. */
export async function startTracing(options: {
  readonly endpoint: string | null;
  readonly version: string;
  readonly instance: string;
  readonly onTrouble: (reason: string) => void;
  /** For the way through a proxy. */
  readonly httpAgent?: Agent | undefined;
}): Promise<Tracing> {
  const { endpoint } = options;
  if (endpoint === null) return noTracing;
  const { createOpenTelemetry } = await import('./opentelemetry/opentelemetry.ts');
  return createOpenTelemetry({ ...options, endpoint });
}
