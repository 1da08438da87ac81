import { createServer } from 'node:http';
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';

const Export = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.object({ stringValue: z.string() }) })),
      }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string().regex(/^[0-9a-f]{32}$/),
              spanId: z.string().regex(/^[0-9a-f]{16}$/),
              parentSpanId: z.string().optional(),
              name: z.string(),
              links: z.array(z.object({ spanId: z.string() })).default([]),
              status: z.object({ code: z.number(), message: z.string().optional() }),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string | undefined;
  readonly name: string;
  readonly links: readonly { readonly spanId: string }[];
  /** 2: failed. */
  readonly status: { readonly code: number; readonly message?: string | undefined };
  /** The process it comes from. */
  readonly instance: string;
}

export interface Collector {
  readonly url: string;
  readonly spans: readonly CollectedSpan[];
  /** Every body as it came. */
  received(): string;
  /** A span and what caused it, up to the first cause. */
  story(of: CollectedSpan): CollectedSpan[];
}

/** A collector of OpenTelemetry traces (OTLP over HTTP, JSON) for the stories of a file. */
export function useCollector(port: string): Collector {
  const spans: CollectedSpan[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(`${request.method} ${request.url} ${body}`);
    const known = request.method === 'POST' && request.url === '/v1/traces';
    if (known) spans.push(...spansIn(JSON.parse(body)));
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
  });
  beforeAll(() => new Promise<void>((done) => void server.listen(Number(port), '127.0.0.1', done)));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const parentOf = (one: CollectedSpan) =>
    spans.find(({ spanId, traceId }) => spanId === one.parentSpanId && traceId === one.traceId);
  const story = (of: CollectedSpan): CollectedSpan[] => {
    const parent = parentOf(of);
    return parent === undefined ? [of] : [of, ...story(parent)];
  };
  return { url: `http://127.0.0.1:${port}`, spans, received: () => bodies.join('\n'), story };
}

function spansIn(json: unknown): CollectedSpan[] {
  return Export.parse(json).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const instance = resource.attributes.find(({ key }) => key === 'service.instance.id')?.value.stringValue;
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, instance: instance ?? '' })));
  });
}
