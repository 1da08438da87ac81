import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { act, suggestions } from './acts/act.ts';
import { ActAsked, SuggestionsAsked } from './acts/act_requests.ts';
import { whoIs } from './acts/places.ts';
import { control } from './control/control.ts';
import { ControlAsked } from './control/control_requests.ts';
import { sendFile } from './files.ts';
import { hostCalls, message, request, requests } from './inspector.ts';
import { Refusal } from './refusal.ts';
import type { Sandbox } from './sandbox.ts';
import { isServicePage, sendServicePage } from './service_pages.ts';
import { snapshot } from './snapshot/snapshot.ts';

/** Routes of the sandbox server. */

type Answer = (sandbox: Sandbox, url: URL, body: unknown) => unknown;

const answers: Record<string, Answer> = {
  'GET /sandbox/state': (sandbox, url) => snapshot(sandbox, viewer(sandbox, url)),
  'GET /sandbox/inspector': (sandbox) => requests(sandbox),
  'GET /sandbox/inspector/hosts': (sandbox) => hostCalls(sandbox),
  'GET /sandbox/message': (sandbox, url) =>
    message(sandbox, viewer(sandbox, url), asked(url, 'channel'), asked(url, 'ts')),
  'POST /sandbox/acts': (sandbox, _url, body) => act(sandbox, ActAsked.parse(body)),
  'POST /sandbox/suggestions': (sandbox, _url, body) => suggestions(sandbox, SuggestionsAsked.parse(body)),
  'POST /sandbox/control': async (sandbox, _url, body) => {
    await control(sandbox, ControlAsked.parse(body));
    return { ok: true };
  },
};

const asked = (url: URL, name: string): string => url.searchParams.get(name) ?? '';

/** The viewing person; without one, the first of the first workspace. */
function viewer(sandbox: Sandbox, url: URL) {
  const [first] = sandbox.simulators.slack.session.slackState.teams;
  const team = asked(url, 'team') || (first?.id ?? '');
  const found = sandbox.simulators.slack.session.slackState.teams.find((one) => one.id === team);
  return whoIs(sandbox, team, asked(url, 'user') || (found?.users[0]?.id ?? ''));
}

export async function answer(
  sandbox: Sandbox,
  pages: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://sandbox');
  try {
    keepOthersOut(req);
    if (url.pathname === '/sandbox/changes') return sandbox.changes.follow(res);
    if (isServicePage(url.pathname)) return await sendServicePage(sandbox, url, req, res);
    const found = answerFor(req.method ?? 'GET', url.pathname);
    if (found !== null) return json(res, 200, await found(sandbox, url, await read(req)));
    if (await sendFile(pages, url.pathname, res)) return;
    throw new Refusal(404, `There is nothing at ${url.pathname}`);
  } catch (error) {
    const [status, said] = errorReply(error);
    json(res, status, { error: said });
  }
}

function answerFor(method: string, path: string): Answer | null {
  const [, id] = /^\/sandbox\/inspector\/(\d+)$/.exec(path) ?? [];
  if (id !== undefined && method === 'GET') return (sandbox) => request(sandbox, Number(id));
  return answers[`${method} ${path}`] ?? null;
}

/** Rejects requests of other sites (CSRF). */
function keepOthersOut({ headers, socket }: IncomingMessage): void {
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  const origin = headers.origin;
  const foreign = origin !== undefined && !own.some((host) => origin === `http://${host}`);
  if (foreign || !own.includes(headers.host ?? '')) throw new Refusal(403, 'Only the page itself may ask');
}

async function read(req: IncomingMessage): Promise<unknown> {
  let text = '';
  req.setEncoding('utf8');
  for await (const chunk of req) text += chunk;
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is not JSON');
  }
}

function errorReply(error: unknown): [number, string] {
  if (error instanceof Refusal) return [error.status, error.message];
  if (error instanceof z.ZodError) return [400, z.prettifyError(error)];
  return [500, error instanceof Error ? error.message : String(error)];
}

function json(res: ServerResponse, status: number, body: unknown): void {
  if (res.headersSent) return;
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}
