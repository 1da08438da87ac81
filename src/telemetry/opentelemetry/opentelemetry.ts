import { AsyncLocalStorage } from 'node:async_hooks';
import type { Agent } from 'node:http';
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { SpanStart, Tracing } from '../tracing.ts';
import { createExporter } from './exporter.ts';

export interface OpenTelemetryOptions {
  /** Of a collector that takes OTLP over HTTP: `http://localhost:4318`. */
  readonly endpoint: string;
  readonly version: string;
  /** Tells apart the processes of one Greenroom. */
  readonly instance: string;
  /** Spans cannot be sent; called once until it works again. */
  readonly onTrouble: (reason: string) => void;
  /** How the collector is reached; directly. */
  readonly httpAgent?: Agent | undefined;
}

/** Without OpenTelemetry's globals: what runs now is kept here, and every span names its parent. */
export function createOpenTelemetry(options: OpenTelemetryOptions): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'greenroom',
      'service.version': options.version,
      'service.instance.id': options.instance,
    }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: createExporter(options), scheduledDelayMillis: 1_000 }),
    ],
  });
  const tracer = provider.getTracer('greenroom', options.version);
  const running = new AsyncLocalStorage<Context>();
  const now = () => running.getStore() ?? ROOT_CONTEXT;
  return {
    async span(start, work) {
      const { span, context } = begin(tracer, start, now());
      try {
        return await running.run(context, () =>
          work({ note: (attributes) => span.setAttributes(attributes) }),
        );
      } catch (error) {
        // The name only: a message may hold what was sent.
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : 'thrown',
        });
        throw error;
      } finally {
        span.end();
      }
    },
    traceparent() {
      const span = trace.getSpanContext(now());
      return span === undefined ? null : `00-${span.traceId}-${span.spanId}-0${span.traceFlags & 1}`;
    },
    fields() {
      const span = trace.getSpanContext(now());
      return span === undefined ? {} : { trace_id: span.traceId, span_id: span.spanId };
    },
    stop: () => provider.shutdown().catch(() => {}),
  };
}

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER };

/** Under its cause, when that is known: what runs now (the job that serves a channel) is linked then. */
function begin(tracer: Tracer, { name, kind, cause = null }: SpanStart, now: Context) {
  const caused = contextOf(cause);
  const parent = caused ?? now;
  const here = trace.getSpanContext(now);
  const links = caused !== null && here !== undefined ? [{ context: here }] : [];
  const span = tracer.startSpan(
    name,
    { kind: kind === undefined ? SpanKind.INTERNAL : kinds[kind], links },
    parent,
  );
  return { span, context: trace.setSpan(parent, span) };
}

function contextOf(traceparent: string | null): Context | null {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined) return null;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number(flags), isRemote: true });
}
