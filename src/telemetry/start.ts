import type { Sources } from './figures.ts';
import type { Prometheus } from './prometheus/prometheus.ts';
import { noTelemetry, type Telemetry } from './telemetry.ts';

export interface Started {
  readonly telemetry: Telemetry;
  /** What Prometheus may scrape; null when nobody asked for it. */
  readonly prometheus: Prometheus | null;
}

/** Loads a library only when it is wanted: both cost memory, and time at every start. */
export async function startTelemetry(options: {
  readonly metrics: boolean;
  readonly version: string;
  readonly sources: Sources;
}): Promise<Started> {
  if (!options.metrics) return { telemetry: noTelemetry, prometheus: null };
  const { createPrometheus } = await import('./prometheus/prometheus.ts');
  const prometheus = createPrometheus(options.version, options.sources);
  return { telemetry: { metrics: prometheus.metrics }, prometheus };
}
