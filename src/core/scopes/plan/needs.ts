import { groupBy } from '../../group_by.ts';
import { CONNECTOR_ITSELF } from '../../profiles/zoom_connector.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { ScopeLevel } from '../grammar/scope_level.ts';
import { readShape } from '../grammar/scope_shape.ts';
import { findOperations } from '../search/find_operations.ts';
import { templateOf } from './need_templates.ts';

/** What an app has to be able to do. */
export type Need =
  /** `METHOD /path`, as the catalogue names it. */
  | { readonly kind: 'operation'; readonly operation: string }
  /** A webhook event, such as `meeting.started`. */
  | { readonly kind: 'event'; readonly event: string }
  /** An action of StackOne's connector, with the scopes that StackOne lists for it, at whatever level. */
  | {
      readonly kind: 'action';
      readonly id: string;
      readonly label: string;
      readonly scopes: readonly string[];
      /** As in `Action`. */
      readonly unlisted?: true;
    };

/** An action as StackOne lists it. */
export interface Action {
  /** StackOne's, opaque: `zoom_list_meetings`. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** As sent. Whether they carry a level is not documented. */
  readonly scopes: readonly string[];
  /** StackOne does not say which scopes it takes; without this an empty list means that it takes none. */
  readonly unlisted?: true;
}

/** A need as one line of text: how it is stored, typed and carried by an option of a select. */
export function writeNeed(need: Need): string {
  switch (need.kind) {
    case 'operation':
      return need.operation;
    case 'event':
      return need.event;
    case 'action':
      return actionNeed(need.id);
  }
}

const ACTION = 'action ';

/** The need of an action, as `writeNeed` has it. */
export function actionNeed(id: string): string {
  return `${ACTION}${id}`;
}

/** The action that a written need names; null where it names none. */
export function actionIn(need: string): string | null {
  return need.startsWith(ACTION) ? need.slice(ACTION.length) : null;
}

/**
 * The needs that a text names: an operation, an event, a template (`template meetings-read`), an action of StackOne's.
 * Undefined when it names none that is listed.
 */
export function readNeed(text: string, actions: readonly Action[]): readonly Need[] | undefined {
  const template = templateOf(text.replace(/^template /, ''));
  if (template !== undefined)
    return template.operations.map((operation) => ({ kind: 'operation', operation }));
  const action = actions.find(({ id }) => actionNeed(id) === text || id === text);
  if (action !== undefined) return [needOf(action)];
  const operation = operationMeant(text);
  if (operation !== undefined) return [{ kind: 'operation', operation }];
  return isEvent(text) ? [{ kind: 'event', event: text }] : undefined;
}

function needOf({ id, label, scopes, unlisted }: Action): Need {
  return { kind: 'action', id, label, scopes, ...(unlisted === undefined ? {} : { unlisted }) };
}

/** What StackOne's connector itself takes, whatever is done with it: a part of every plan. None while its list is not known. */
export function connectorNeeds(actions: readonly Action[]): readonly Need[] {
  return actions.filter(({ id }) => id === CONNECTOR_ITSELF).map(needOf);
}

/** Why a need gets no scope at a level. */
export type Unmet =
  /** Zoom has scopes for it, but none at this level. */
  | 'other_level'
  /** Not in the catalogue, which proves nothing. */
  | 'unknown'
  /** StackOne does not say which scopes the action takes. */
  | 'unlisted';

export interface Ways {
  /** Every group must be met; any one scope of a group is enough for it. */
  readonly groups: readonly (readonly string[])[];
  /** What could not be brought to this level. */
  readonly unmet: readonly { readonly why: Unmet; readonly known: readonly string[] }[];
}

/** The scopes that meet a need at a level. */
export function waysOf(need: Need, level: Extract<ScopeLevel, 'user' | 'admin'>): Ways {
  switch (need.kind) {
    case 'operation':
      return waysOfOperation(need.operation, level);
    case 'event':
      return waysOfEvent(need.event, level);
    case 'action':
      return need.unlisted === true
        ? { groups: [], unmet: [{ why: 'unlisted', known: [] }] }
        : waysOfAction(need.scopes, level);
  }
}

/** Z19: two scopes at one level: whether one is enough is not known, so both are taken. */
function waysOfOperation(name: string, level: 'user' | 'admin'): Ways {
  const [method = '', path = ''] = name.split(' ');
  const operation = catalogue.operation(method, path);
  if (operation === undefined) return { groups: [], unmet: [{ why: 'unknown', known: [] }] };
  const scopes = operation.scopes[level];
  if (scopes.length > 0) return { groups: scopes.map((scope) => [scope]), unmet: [] };
  return { groups: [], unmet: [{ why: 'other_level', known: Object.values(operation.scopes).flat() }] };
}

/** Z18: an event needs one of its listed scopes. */
function waysOfEvent(event: string, level: 'user' | 'admin'): Ways {
  const rows = catalogue.scopes.filter((row) => row.events.includes(event));
  const here = rows.filter((row) => row.level === level).map((row) => row.scope);
  if (here.length > 0) return { groups: [here], unmet: [] };
  const why = rows.length === 0 ? 'unknown' : 'other_level';
  return { groups: [], unmet: [{ why, known: rows.map((row) => row.scope) }] };
}

/** O14: where the catalogue lacks the row, both strings are shown. */
function waysOfAction(scopes: readonly string[], level: 'user' | 'admin'): Ways {
  const found = scopesAtLevel(scopes, level);
  return {
    groups: found.flatMap(({ scope, known }) => (known === 'known' ? [[scope]] : [])),
    unmet: found.flatMap(({ scope, listed, known }) =>
      known === 'known' ? [] : [{ why: known, known: [...new Set([...listed, scope])] }],
    ),
  };
}

/** A scope of StackOne's at the level of an app. */
export interface LevelledScope {
  readonly scope: string;
  /** As StackOne lists it. */
  readonly listed: readonly string[];
  /** Whether the catalogue has it at this level, else why not. */
  readonly known: 'known' | Exclude<Unmet, 'unlisted'>;
}

/** O14: strips the level of each listed scope and puts on that of the app. Several levels of one scope become one. */
export function scopesAtLevel(
  listed: readonly string[],
  level: Extract<ScopeLevel, 'user' | 'admin'>,
): readonly LevelledScope[] {
  return [...groupBy([...new Set(listed)], baseOf)].map(([base, sent]) => {
    const row = catalogue.atLevel(base, level);
    if (row !== undefined) return { scope: row.scope, listed: sent, known: 'known' };
    const known = catalogue.levelsOf(base).length > 0 ? 'other_level' : 'unknown';
    return { scope: hasLevels(base) && level === 'admin' ? `${base}:admin` : base, listed: sent, known };
  });
}

/** What is no granular scope is shown as it was sent. */
function hasLevels(base: string): boolean {
  return catalogue.levelsOf(base).length > 0 || readShape(base) !== undefined;
}

/** A scope without its level. */
export function baseOf(scope: string): string {
  return catalogue.find(scope)?.base ?? readShape(scope)?.base ?? scope;
}

/** `GET /users/me/meetings` is `GET /users/{userId}/meetings`; a part of a path is no operation. */
function operationMeant(text: string): string | undefined {
  if (!/^[a-z]+ +\//i.test(text)) return undefined;
  const [best] = findOperations(text, 1);
  const parts = (path: string): number => path.split('/').filter((part) => part !== '').length;
  const [asked = ''] = text.replace(/^[a-z]+ +/i, '').split(/[?#]/, 1);
  const path = asked.startsWith('/v2/') ? asked.slice('/v2'.length) : asked;
  return best !== undefined && parts(best.path) === parts(path) ? `${best.method} ${best.path}` : undefined;
}

function isEvent(text: string): boolean {
  return /^[a-z_]+\.[a-z_.]+$/.test(text) && catalogue.scopes.some((row) => row.events.includes(text));
}
