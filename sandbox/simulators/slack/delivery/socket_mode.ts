import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { at, parseJson, textAt } from '../json.ts';
import { changed } from '../state/changes.ts';
import { note } from '../state/journal.ts';
import type { SlackState } from '../state/workspace_state.ts';
import { bodyOf, type Envelope, type Outcome, type Transport, takesPayload } from './envelope.ts';
import { keepPinging } from './pinging.ts';

/** Slack's side of Socket Mode: hello, envelopes, acknowledgements, refresh. */
export interface SocketMode extends Transport {
  count(): number;
  refresh(reason: string): void;
  drop(): void;
  /** No pings and pongs any more, until false. */
  stopPinging(on: boolean): void;
}

interface Waiting {
  readonly socket: WebSocket;
  readonly settle: (outcome: Outcome) => void;
  readonly late: () => void;
  given: boolean;
}

const hello = (slackState: SlackState, connections: number): string =>
  JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'simulated', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: slackState.appId },
  });

const goodbye = (reason: string): string =>
  JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'simulated' } });

function wrap(envelope: Envelope, id: string): string {
  const { type, payload, retry } = envelope;
  const retries =
    type === 'events_api' ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' } : {};
  const accepts = takesPayload(envelope);
  return JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: accepts, ...retries });
}

export function socketModeOn(slackState: SlackState, server: Server): SocketMode {
  // Pings of clients are answered below, so that it can be left off.
  const gate = new WebSocketServer({ noServer: true, autoPong: false });
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, Waiting>();
  let turn = 0;
  let mute = false;

  const leave = (socket: WebSocket) => {
    if (sockets.includes(socket)) sockets.splice(sockets.indexOf(socket), 1);
    for (const one of waiting.values()) {
      if (one.socket === socket) one.settle({ kind: 'unreachable', body: null, status: null });
    }
    changed(slackState);
  };

  const hear = (text: string) => {
    const said = parseJson(text);
    const one = waiting.get(textAt(said, 'envelope_id'));
    if (one === undefined || one.given) {
      const entry = note(slackState.journal, 'from_app', 'socket', said ?? text, null);
      const message = 'an acknowledgement for nothing that is open: unknown, or sent twice';
      entry.violations.push({ code: 'unknown_envelope', pointer: '/envelope_id', message });
      return;
    }
    one.given = true;
    one.late();
    one.settle({ kind: 'acked', body: bodyOf(at(said, 'payload')), status: null });
  };

  /** A connection above Slack's limit gets no hello (recorded: bolt-js#2238, java-slack-sdk#1223). */
  const turnAway = (socket: WebSocket) => {
    socket.on('error', () => socket.terminate());
    socket.send(goodbye('too_many_websockets'), () => socket.close());
  };

  const join = (socket: WebSocket) => {
    if (sockets.length >= slackState.limits.sockets) return turnAway(socket);
    sockets.push(socket);
    socket.on('ping', (data) => (mute ? undefined : socket.pong(data)));
    socket.on('message', (data) => hear(data.toString()));
    socket.on('close', () => leave(socket));
    socket.on('error', () => socket.terminate());
    socket.send(hello(slackState, sockets.length));
    keepPinging(socket, slackState.limits.pingMs, () => mute);
    changed(slackState);
  };

  server.on('upgrade', (req, stream: Duplex, head) => {
    const ours = req.url?.startsWith('/link/') === true && slackState.faults.down === null;
    if (ours) gate.handleUpgrade(req, stream, head, join);
    else stream.destroy();
  });

  const next = (): WebSocket | null => {
    turn += 1;
    return sockets[turn % Math.max(sockets.length, 1)] ?? null;
  };

  return {
    count: () => sockets.length,
    refresh: (reason) => {
      for (const socket of [...sockets]) {
        // From here on nothing more is sent through this one; the client closes and comes back.
        sockets.splice(sockets.indexOf(socket), 1);
        socket.send(goodbye(reason));
      }
      changed(slackState);
    },
    stopPinging: (on) => {
      mute = on;
    },
    drop: () => {
      sockets.length = 0;
      for (const socket of [...gate.clients]) socket.terminate();
    },
    send: (envelope, deadline, late) =>
      new Promise((resolve) => {
        const socket = next();
        if (socket === null) return resolve({ kind: 'unreachable', body: null, status: null });
        const id = randomUUID();
        let over = false;
        const settle = (outcome: Outcome) => {
          over = true;
          limit.cancel();
          resolve(outcome);
        };
        const limit = deadline(() => settle({ kind: 'timeout', body: null, status: null }));
        waiting.set(id, { socket, settle, given: false, late: () => (over ? late() : undefined) });
        socket.send(wrap(envelope, id));
      }),
  };
}
