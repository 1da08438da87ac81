import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Metrics } from '../metrics.ts';
import type { Sources } from '../statistics.ts';
import { counterMetrics } from './counters.ts';
import { gaugeMetrics } from './gauges.ts';

export interface Prometheus {
  readonly metrics: Metrics;
  readonly contentType: string;
  /** Everything, in Prometheus' text format. Never fails for a database that is away. */
  page(): Promise<string>;
}

/** A registry of its own, with the process's usual metrics (memory, CPU, event loop) and Greenroom's. */
export function createPrometheus(version: string, sources: Sources): Prometheus {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const info = new Gauge({
    name: 'greenroom_info',
    help: 'The version that runs.',
    labelNames: ['version'],
    registers: [registry],
  });
  info.set({ version }, 1);
  const metrics = counterMetrics(registry);
  const lookUp = gaugeMetrics(registry, sources);
  return {
    metrics,
    contentType: registry.contentType,
    async page() {
      await lookUp();
      return registry.metrics();
    },
  };
}
