import type { ScopeLevel } from './scope_level.ts';

/** Actions of granular scopes. `udpate` exists once, in Zoom's own spelling, and is known by its row only. */
export const ACTIONS: readonly string[] = ['read', 'write', 'update', 'delete', 'patch'];

/** Z11: fits all known granular scopes but five, which are known by their rows. */
const GRANULAR = /^([a-z0-9_]+):([a-z]+):([a-z0-9_]+)(?::(admin|master))?$/;
const CLASSIC_PAIR = /^[a-z0-9_]+:(?:read|write|update|delete|master|admin)$/;
const CLASSIC_TRIPLE = /^[a-z0-9_]+:[a-z0-9_]+:(?:admin|master)$/;

export interface GranularShape {
  readonly service: string;
  readonly action: string;
  readonly claim: string;
  /** By its suffix; for a scope of the catalogue, the level of its row counts instead. */
  readonly level: Extract<ScopeLevel, 'user' | 'admin' | 'master'>;
  /** Without the suffix. */
  readonly base: string;
}

/** Takes a granular scope apart. `meeting:read:admin` is none: three parts that end in a level are classic. */
export function readShape(scope: string): GranularShape | undefined {
  const [, service, action, claim, suffix] = GRANULAR.exec(scope) ?? [];
  if (service === undefined || action === undefined || claim === undefined || looksClassic(scope))
    return undefined;
  const level = suffix === 'admin' || suffix === 'master' ? suffix : 'user';
  return { service, action, claim, level, base: `${service}:${action}:${claim}` };
}

/** The inverse of `readShape`. */
export function writeShape({ service, action, claim, level }: Omit<GranularShape, 'base'>): string {
  return `${service}:${action}:${claim}${level === 'user' ? '' : `:${level}`}`;
}

/**
 * Classic by shape: two parts of which the second is a classic word, or three that end in a level.
 * Two parts alone prove nothing: event names and other products' permissions look like that.
 */
export function looksClassic(scope: string): boolean {
  return CLASSIC_PAIR.test(scope) || CLASSIC_TRIPLE.test(scope);
}

/** The level that the parts of a classic scope name; some carry it third of four. */
export function classicLevel(scope: string): GranularShape['level'] {
  const parts = scope.split(':').slice(1);
  if (parts.includes('master')) return 'master';
  return parts.includes('admin') ? 'admin' : 'user';
}
