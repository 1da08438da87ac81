import { memoize } from '../../../concurrency/memoize.ts';
import { groupBy } from '../../group_by.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueScope } from '../catalogue/catalogue_types.ts';
import { leaveFor } from '../catalogue/special_scopes.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { ACTIONS } from '../grammar/scope_shape.ts';
import { actionMeant, serviceNames, singular } from '../grammar/service_names.ts';
import { type Likeness, likenessAmong } from './similarity.ts';
import { baseByWords } from './suggest_by_words.ts';
import { inEnglish } from './translations.ts';

/** Longer words are no typing errors of any scope: the longest known one has 67 characters. */
const LONGEST = 100;

/**
 * The scope of this management type that was probably meant, or undefined. Never one that does something else: a
 * service or an action that Zoom knows is kept. Cost is bounded for each call, whatever was written.
 */
export function nearestScope(written: string, managementType: ManagementType): string | undefined {
  if (written.length > LONGEST) return undefined;
  const parts = partsIn(written).map(inEnglish);
  const [service, action, claim] = parts;
  const isThree = service !== undefined && action !== undefined && claim !== undefined && parts.length === 3;
  const base =
    misnamed(parts, managementType) ??
    mistyped(parts, managementType) ??
    (isThree ? baseByWords([service, action, claim], managementType) : undefined) ??
    misnamed(parts.map(unlisted), managementType);
  return base === undefined ? undefined : rowFor(base, managementType)?.scope;
}

/** Without the level; `meeting:read:user` has an invented one where the data should be: meant is the thing itself. */
function partsIn(written: string): readonly string[] {
  const parts = written.split(':').filter((part) => part !== '');
  const [service = '', action = ''] = parts;
  if (parts.length === 3 && parts[2] === 'user' && ACTIONS.includes(action))
    return [service, action, singular(service)];
  const last = parts.at(-1) ?? '';
  return ['admin', 'master', 'user'].includes(last) ? parts.slice(0, -1) : parts;
}

/** The row of a base that may be declared for this management type. */
export function rowFor(base: string, managementType: ManagementType): CatalogueScope | undefined {
  return catalogue.levelsOf(base).find((row) => leaveFor(row, managementType) === 'ok');
}

/** Right words in the wrong place, or other words for the same thing: `meeting:list:meetings`, `chat:read:channel`. */
function misnamed(parts: readonly string[], managementType: ManagementType): string | undefined {
  const { services } = known[managementType]();
  for (const [service, verb, claim] of orders(parts)) {
    const action = ACTIONS.includes(verb) ? verb : actionMeant(verb);
    if (action === undefined) continue;
    const names = serviceNames(service).filter((name) => services.has(name));
    const bases = names.flatMap((name) =>
      claimNames(claim, verb, name).map((thing) => `${name}:${action}:${thing}`),
    );
    const known = bases.find((base) => rowFor(base, managementType) !== undefined);
    if (known !== undefined) return known;
  }
  return undefined;
}

function orders(parts: readonly string[]): readonly (readonly [string, string, string])[] {
  const [a, b, c, ...more] = parts;
  if (a === undefined || b === undefined || c === undefined || more.length > 0) return [];
  return [
    [a, b, c],
    [b, a, c],
    [a, c, b],
    [c, b, a],
    [c, a, b],
    [b, c, a],
  ];
}

function claimNames(claim: string, verb: string, service: string): readonly string[] {
  const one = singular(claim);
  const own = [claim, one, `${claim}s`];
  const lists = [`list_${claim}`, `list_${one}s`];
  // `webinar:update:meeting`: copied from another service, meant is the thing itself.
  const itself = THINGS.includes(claim) ? [service] : [];
  return verb === 'list' ? [...lists, ...own, ...itself] : [...own, ...lists, ...itself];
}

const THINGS: readonly string[] = ['meeting', 'webinar', 'user', 'group', 'role'];

function unlisted(part: string): string {
  return part.replace(/^list_/, '');
}

const known = { admin: memoize(() => knownBases('admin')), user: memoize(() => knownBases('user')) };

function mistyped(parts: readonly string[], managementType: ManagementType): string | undefined {
  const [service = '', action = ''] = parts;
  if (parts.length < 3) return undefined;
  const { services, all } = known[managementType]();
  const middle = ACTIONS.includes(action) ? `:${action}:` : ':';
  const name = serviceNames(service).find((each) => services.has(each)) ?? service;
  const written = [name, ...parts.slice(1)].join(':');
  return (services.get(name) ?? all)().closest(written, (base) => base.includes(middle));
}

/** An index for each service, built at first use: a paste that names one of Zoom's services means a scope of it. */
function knownBases(managementType: ManagementType): {
  readonly services: ReadonlyMap<string, () => Likeness>;
  readonly all: () => Likeness;
} {
  const rows = catalogue.scopes.filter((row) => leaveFor(row, managementType) === 'ok');
  const bases = rows.map(({ base }) => base);
  const byService = groupBy(bases, (base) => base.slice(0, base.indexOf(':')));
  return {
    services: new Map([...byService].map(([service, own]) => [service, memoize(() => likenessAmong(own))])),
    all: memoize(() => likenessAmong(bases)),
  };
}
