import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { SlackState } from '../state/workspace_state.ts';
import { delayOf } from './call_faults.ts';
import { answerDownload, answerUpload } from './file_content.ts';
import { answerResponseUrl } from './response_url.ts';
import { answerCall, htmlPage, type Reply } from './web_api.ts';

/** More routes of the same server, e.g. the browser page. Answers true when it took the request. */
export type ExtraRoute = (req: IncomingMessage, res: ServerResponse) => boolean;

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

const header = (req: IncomingMessage, name: string): string => {
  const value = req.headers[name];
  return typeof value === 'string' ? value : '';
};

/**
 * Methods that read are called with GET and a query, or POST (docs: Web API). Those that write are documented as POST alone, but
 * Slack has always taken GET for them too (likely: no document withdraws it): both are taken.
 */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  api: ['GET', 'POST'],
  response: ['POST'],
  upload: ['POST'],
  'files-pri': ['GET'],
};

/** What the switch for a slow method calls the addresses that are no method. */
const OTHERS: Readonly<Record<string, string>> = { upload: 'file upload', 'files-pri': 'file download' };

async function route(slackState: SlackState, req: IncomingMessage): Promise<Reply> {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://slack');
  const [, first, second, third] = pathname.split('/');
  const takes = METHODS[first ?? '']?.includes(req.method ?? '') === true;
  if (!takes || second === undefined) return htmlPage(404);
  if (slackState.faults.down === 'cut') return 'cut';
  if (slackState.faults.down === '503') return htmlPage(503);
  const body = await bodyOf(req);
  const method = first === 'api' ? second : (OTHERS[first ?? ''] ?? 'response_url');
  const delay = delayOf(slackState, method);
  if (delay > 0) await pause(delay);
  if (first === 'response') return answerResponseUrl(slackState, second, third ?? '', body);
  if (first === 'upload') return answerUpload(slackState, third ?? '', header(req, 'content-type'), body);
  if (first === 'files-pri') return answerDownload(slackState, second, header(req, 'authorization'));
  const contentType = req.method === 'GET' ? '' : header(req, 'content-type');
  const authorization = header(req, 'authorization');
  return answerCall(slackState, { method, authorization, contentType, body, query: searchParams });
}

async function handle(slackState: SlackState, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const reply = await route(slackState, req);
  if (reply === 'cut') {
    req.socket.destroy();
    return;
  }
  res.writeHead(reply.status, reply.headers);
  res.end(reply.body);
}

export function makeServer(slackState: SlackState, extra: readonly ExtraRoute[]): Server {
  return createServer((req, res) => {
    if (extra.some((take) => take(req, res))) return;
    handle(slackState, req, res).catch((error: unknown) => {
      if (!res.headersSent) res.writeHead(500);
      res.end(String(error));
    });
  });
}

/** Listens on 127.0.0.1 and answers `http://127.0.0.1:PORT/`. */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = address !== null && typeof address === 'object' ? address.port : port;
      resolve(`http://127.0.0.1:${bound}/`);
    });
  });
}
