import type { ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { type ListenAddress, listen, type Web } from './listen.ts';

export interface MetricsPage {
  readonly contentType: string;
  page(): Promise<string>;
}

/**
 * `GET /metrics`, on a port of its own: the other one is open to Slack, so to everybody, and behind a proxy the
 * client cannot be told apart. The network decides who may reach this port.
 */
export function startMetricsPage(address: ListenAddress, metrics: MetricsPage, log: Log): Promise<Web> {
  return listen(['METRICS_PORT', 'METRICS_HOST'], address, (request, response) => {
    if (request.method === 'GET' && request.url?.split('?')[0] === '/metrics')
      void answer(metrics, response, log);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('Only GET /metrics is here.\n');
  });
}

async function answer(metrics: MetricsPage, response: ServerResponse, log: Log): Promise<void> {
  const page = await metrics.page().catch((err: unknown) => {
    log.error({ err }, 'Could not read the metrics');
    return null;
  });
  if (page === null) response.writeHead(500).end();
  else response.writeHead(200, { 'content-type': metrics.contentType }).end(page);
}
