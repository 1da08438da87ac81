import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { type ListenAddress, listen, type Web } from './listen.ts';

export interface WebOptions extends ListenAddress {
  readonly version: string;
  /** Gets every request under /slack/ with its body unread: the HTTP receiver reads and verifies it. */
  readonly slack?: RequestListener | undefined;
  /** The same for every request under /stackone/. */
  readonly stackone?: RequestListener | undefined;
  /**
   * What must be true before traffic may come, by name: `{ database: 'no answer', slack: false }`. Text says why it is
   * not, in words that everybody may read.
   */
  readonly readiness: () => Promise<Readonly<Record<string, boolean | string>>>;
  /**
   * Whether this process answers people. An outage does not end that: a person then reads Greenroom's own words, and with
   * no replica behind the proxy they would read Slack's.
   */
  readonly serving: () => boolean;
}

/** What Slack, StackOne and probes reach. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const pages = pagesOf(options);
  return listen(['PORT', 'HOST'], options, (request, response) => {
    const url = request.url ?? '';
    if (options.slack !== undefined && url.startsWith('/slack/')) options.slack(request, response);
    else if (options.stackone !== undefined && url.startsWith('/stackone/'))
      options.stackone(request, response);
    else pages(request, response);
  });
}

function pagesOf(options: WebOptions): Express {
  const pages = express();
  pages.use(helmet());
  pages.get('/healthz', (_request, response) => {
    response.json({ alive: true, version: options.version });
  });
  // For proxies and probes; /readyz is for monitors.
  pages.get('/servez', (_request, response) => {
    const serving = options.serving();
    response.status(serving ? 200 : 503).json({ serving });
  });
  pages.get('/readyz', async (_request, response) => {
    const found = Object.entries(await options.readiness().catch(() => ({ readiness: false })));
    const parts = Object.fromEntries(found.map(([name, state]) => [name, state === true]));
    const missing = found.flatMap(([name, state]) => (state === true ? [] : [name]));
    const reasons = Object.fromEntries(found.filter(([, state]) => typeof state === 'string'));
    const ready = missing.length === 0;
    const why = Object.keys(reasons).length === 0 ? {} : { reasons };
    response.status(ready ? 200 : 503).json({ ready, missing, parts, ...why });
  });
  pages.use((_request, response) => {
    response.status(404).type('text/plain').send('There is nothing here.\n');
  });
  return pages;
}
