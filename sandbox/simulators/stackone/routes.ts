import type { Answered, Incoming } from '../../faults/serve_with_faults.ts';
import type { KeyScope } from './contract.ts';
import { failure } from './to_wire.ts';

/** The keys of the project, and the requests of each in this minute. */
export interface AccessRules {
  readonly keys: Map<string, readonly KeyScope[]>;
  readonly knocks: Map<string, { minute: number; count: number }>;
  limitPerMinute: number;
  /** The right that `/actions` wants; whatever else is read wants Platform API: Read, whatever is made Write. */
  actionsNeed: KeyScope;
  readonly now: () => Date;
}

/** In the order of the real service: no User-Agent 403, no key 401, rate limit 429, no scope 403. undefined: authorized. */
export function refuseEarly(accessRules: AccessRules, incoming: Incoming): Answered | undefined {
  if (!incoming.headers['user-agent']) return failure(403, 'Forbidden', accessRules.now());
  const key = readKey(incoming);
  const scopes = key === undefined ? undefined : accessRules.keys.get(key);
  if (key === undefined || scopes === undefined) return failure(401, 'Unauthorized', accessRules.now());
  const wait = secondsToWait(accessRules, key);
  if (wait > 0) {
    return {
      ...failure(429, 'Too Many Requests', accessRules.now()),
      headers: { 'retry-after': String(wait) },
    };
  }
  const platform = scopes.includes('platform:read') || scopes.includes('platform:write');
  const wanted = wantedScope(accessRules, incoming);
  const may = wanted === 'platform:read' ? platform : scopes.includes(wanted);
  return may ? undefined : failure(403, 'Forbidden resource', accessRules.now());
}

function wantedScope({ actionsNeed }: AccessRules, { method, path }: Incoming): KeyScope {
  if (method !== 'GET') return 'platform:write';
  return path === '/actions' ? actionsNeed : 'platform:read';
}

/** `Basic base64("<key>:")`: the colon is part of it, the password is empty. */
export function readKey(incoming: Incoming): string | undefined {
  const basic = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(incoming.headers.authorization ?? '')?.[1];
  const pair = basic === undefined ? '' : Buffer.from(basic, 'base64').toString('utf8');
  return /^([^:]+):$/.exec(pair)?.[1];
}

function secondsToWait(accessRules: AccessRules, key: string): number {
  const seconds = Math.floor(accessRules.now().getTime() / 1000);
  const minute = Math.floor(seconds / 60);
  const before = accessRules.knocks.get(key);
  const count = before?.minute === minute ? before.count + 1 : 1;
  accessRules.knocks.set(key, { minute, count });
  return count > accessRules.limitPerMinute ? 60 - (seconds % 60) : 0;
}
