import type { Agent } from 'node:http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** OTLP over HTTP, as JSON. When the collector does not answer, its spans are lost and the log says so once. */
export function createExporter(options: {
  readonly endpoint: string;
  readonly onTrouble: (reason: string) => void;
  readonly httpAgent?: Agent | undefined;
}): SpanExporter {
  const { endpoint, httpAgent } = options;
  const otlp = new OTLPTraceExporter({
    url: `${endpoint}/v1/traces`,
    timeoutMillis: 3_000,
    ...(httpAgent && { httpAgentOptions: () => httpAgent }),
  });
  let away = false;
  return {
    export(spans, done) {
      otlp.export(spans, (result) => {
        if (result.error !== undefined && !away) options.onTrouble(result.error.message);
        away = result.error !== undefined;
        done(result);
      });
    },
    shutdown: () => otlp.shutdown(),
    forceFlush: () => otlp.forceFlush(),
  };
}
