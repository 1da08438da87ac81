import type { LogEntry } from '../simulators/slack/contract.ts';
import type { Who } from '../simulators/slack/delivery/payloads.ts';
import { type Json, textAt } from '../simulators/slack/json.ts';
import { messageAt } from '../simulators/slack/state/messages.ts';
import type { HostCallSeen, MessageDetails, RequestDetails, RequestSeen } from './contract.ts';
import { Refusal } from './refusal.ts';
import type { Sandbox } from './sandbox.ts';

/** The record of all traffic, for people. */

const NEWEST = 400;

/** How it ended, in one word. */
function outcomeOf({ ms, reply, direction }: LogEntry): string | null {
  if (ms === null) return null;
  if (direction === 'to_app') return textAt(reply, 'ack') || 'acked';
  return textAt(reply, 'error') || 'ok';
}

const seen = (entry: LogEntry): RequestSeen => {
  const { id, at, direction, kind, status, ms, violations } = entry;
  return { id, at, direction, kind, status, ms, violations, outcome: outcomeOf(entry) };
};

/** The newest ones, and every older one that broke a rule. */
export function requests({ simulators }: Sandbox): RequestSeen[] {
  const entries = simulators.slack.inspector.entries();
  const old = entries.slice(0, -NEWEST).filter((entry) => entry.violations.length > 0);
  return [...old, ...entries.slice(-NEWEST)].map(seen);
}

const SECRET = new Set(['client_secret', 'token', 'access_token']);

/** Masked although tokens of the sandbox are worthless: the page is an example. */
function masked(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET.has(key) ? '[hidden]' : masked(inner)]),
  );
}

export function request({ simulators }: Sandbox, id: number): RequestDetails {
  const entry = simulators.slack.inspector.entries().find((one) => one.id === id);
  if (entry === undefined) throw new Refusal(404, 'No such request');
  return { ...seen(entry), request: masked(entry.request), reply: masked(entry.reply) };
}

const isAbout = (entry: LogEntry, channel: string, ts: string): boolean =>
  (textAt(entry.reply, 'channel') === channel && textAt(entry.reply, 'ts') === ts) ||
  textAt(entry.reply, 'message_ts') === ts;

export function message({ simulators }: Sandbox, who: Who, channel: string, ts: string): MessageDetails {
  const found = messageAt(who.team, channel, ts);
  if (found === null) throw new Refusal(404, 'That message is gone');
  const about = simulators.slack.inspector.entries().filter((entry) => isAbout(entry, channel, ts));
  return { text: found.text, blocks: found.blocks, requests: about.map(({ id }) => id) };
}

/** Requests to Zoom and StackOne, newest last. */
export function hostCalls({ simulators }: Sandbox): HostCallSeen[] {
  const of = (host: HostCallSeen['host']): HostCallSeen[] =>
    simulators[host].requests
      .all()
      .slice(-NEWEST / 4)
      .map(({ at, method, path, status, notes }) => ({
        host,
        at: at.getTime(),
        method,
        path,
        status,
        notes,
      }));
  return [...of('zoom'), ...of('stackone')].sort((one, other) => one.at - other.at);
}
