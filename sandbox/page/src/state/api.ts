import type {
  ActEnded,
  HostCallSeen,
  MessageDetails,
  OfferSeen,
  RequestDetails,
  RequestSeen,
  Snapshot,
} from '../../../server/contract.ts';

/** The sandbox server's HTTP, by name. */

export interface Viewer {
  readonly team: string;
  readonly user: string;
}

/** The server's error text. */
export class Refused extends Error {}

async function ask(path: string, body?: object): Promise<unknown> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const reply = await fetch(path, sent);
  const detail: unknown = await reply.json();
  if (reply.ok) return detail;
  throw new Refused(
    typeof detail === 'object' && detail !== null && 'error' in detail ? String(detail.error) : 'Refused',
  );
}

const query = (viewer: Viewer | null, more: Record<string, string> = {}): string =>
  new URLSearchParams({ ...viewer, ...more }).toString();

// The server is ours and typed by the same contract: its responses are not validated.
export const getState = (viewer: Viewer | null) =>
  ask(`/sandbox/state?${query(viewer)}`) as Promise<Snapshot>;
export const getRequests = () => ask('/sandbox/inspector') as Promise<RequestSeen[]>;
export const getRequest = (id: number) => ask(`/sandbox/inspector/${id}`) as Promise<RequestDetails>;
export const getHostCalls = () => ask('/sandbox/inspector/hosts') as Promise<HostCallSeen[]>;
export const getMessage = (viewer: Viewer, channel: string, ts: string) =>
  ask(`/sandbox/message?${query(viewer, { channel, ts })}`) as Promise<MessageDetails>;
export const postAct = (viewer: Viewer, act: object) =>
  ask('/sandbox/acts', { ...viewer, ...act }) as Promise<ActEnded>;
export const postSuggestions = (viewer: Viewer, asked: object) =>
  ask('/sandbox/suggestions', { ...viewer, ...asked }) as Promise<OfferSeen[]>;
export const postControl = (asked: object) => ask('/sandbox/control', asked);
