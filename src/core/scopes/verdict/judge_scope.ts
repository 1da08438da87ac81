import { catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueScope } from '../catalogue/catalogue_types.ts';
import { granularFor, isOfOtherLevel } from '../catalogue/classic_scopes.ts';
import { isTruncated } from '../catalogue/listed_scope.ts';
import { leaveFor } from '../catalogue/special_scopes.ts';
import { tidy } from '../grammar/characters.ts';
import { isRolePermission } from '../grammar/role_permission.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { ACTIONS, type GranularShape, looksClassic, readShape } from '../grammar/scope_shape.ts';
import { splitAttachedText } from '../parse/attached_text.ts';
import { rowFor } from '../search/suggest_scope.ts';
import { diagnose } from './malformed_scope.ts';
import type { ScopeVerdict, UnknownVerdict } from './verdict_types.ts';

const SUGGESTIONS = 5;

interface Judged {
  readonly scope: string;
  readonly written?: string;
  readonly managementType: ManagementType;
}

/**
 * Judges one scope by itself, by the most certain source first: an exact row of the catalogue, an exact classic scope, then
 * shapes.
 */
export function judgeScope(
  written: string,
  managementType: ManagementType,
  confirmed: ReadonlySet<string>,
): ScopeVerdict {
  const tidied = tidy(written);
  if (isRolePermission(tidied)) return judgeRolePermission(tidied, managementType);
  const scope = tidied.toLowerCase();
  const judged = { scope, managementType, ...(tidied === scope ? {} : { written: tidied }) };
  const row = catalogue.find(scope);
  if (row !== undefined) return judgeKnown(judged, row);
  if (isTruncated(scope)) return judgeMalformed(judged);
  if (catalogue.isClassic(scope) || looksClassic(scope)) return judgeClassic(judged, confirmed);
  const attached = splitAttachedText(tidied);
  if (attached !== undefined) return judgeAttachedText(judged, tidied, attached);
  const shape = readShape(scope);
  return shape === undefined ? judgeMalformed(judged) : judgeUnknown(judged, shape, confirmed);
}

function judgeKnown(judged: Judged, row: CatalogueScope): ScopeVerdict {
  const leave = leaveFor(row, judged.managementType);
  if (row.level === 'none') return { ...judged, kind: 'special', severity: leave };
  if (leave === 'ok') return { ...judged, kind: 'ok', severity: 'ok' };
  if (row.level === 'app') return { ...judged, kind: 'app_owned', severity: 'error' };
  return judgeWrongLevel(judged, row.level, catalogue.atLevel(row.base, judged.managementType)?.scope);
}

function judgeWrongLevel(judged: Judged, level: GranularShape['level'], counterpart?: string): ScopeVerdict {
  const right = counterpart === undefined ? {} : { right: counterpart };
  return level === 'master'
    ? { ...judged, kind: 'master', severity: 'error', ...right }
    : { ...judged, kind: 'wrong_level', severity: 'error', onlyFor: level, ...right };
}

function judgeClassic(judged: Judged, confirmed: ReadonlySet<string>): ScopeVerdict {
  const successors = granularFor(judged.scope, judged.managementType).map((row) => row.scope);
  const byShape = !catalogue.isClassic(judged.scope);
  const yes = byShape && confirmed.has(judged.scope);
  return {
    ...judged,
    kind: 'classic',
    severity: isOfOtherLevel(judged.scope, judged.managementType)
      ? 'error'
      : byShape && !yes
        ? 'confirm'
        : 'warn',
    byShape,
    confirmed: yes,
    suggestions: successors.slice(0, SUGGESTIONS),
    more: Math.max(0, successors.length - SUGGESTIONS),
  };
}

function judgeUnknown(judged: Judged, shape: GranularShape, confirmed: ReadonlySet<string>): ScopeVerdict {
  const { scope, managementType } = judged;
  // Z16: a base that lacks only this level is unknown (Zoom's picker has been seen to offer such scopes), unless the
  // level that is needed does exist: then it is simply the wrong one.
  const right = catalogue.atLevel(shape.base, managementType)?.scope;
  if (right !== undefined) return judgeWrongLevel(judged, shape.level, right);
  const doubts = doubtsAbout(shape, managementType);
  const yes = confirmed.has(scope);
  const knownAs = catalogue.levelsOf(shape.base).map((row) => row.scope);
  return {
    ...judged,
    kind: 'unknown',
    severity: yes ? 'warn' : 'confirm',
    doubts,
    confirmed: yes,
    knownAs,
  };
}

function doubtsAbout(shape: GranularShape, managementType: ManagementType): UnknownVerdict['doubts'] {
  const level = shape.level === managementType ? [] : (['level'] as const);
  return ACTIONS.includes(shape.action) ? level : [...level, 'action'];
}

/** Keeps the capitals, which tell it from a scope. */
function judgeRolePermission(written: string, managementType: ManagementType): ScopeVerdict {
  const lower = written.toLowerCase();
  const classic = catalogue.isClassic(lower) ? { classic: lower } : {};
  return {
    scope: written,
    managementType,
    kind: 'malformed',
    severity: 'error',
    why: { code: 'role_permission', ...classic },
  };
}

/** Keeps the capitals: in lower case the attached text could not be told from the scope. */
function judgeAttachedText(
  { managementType }: Judged,
  written: string,
  { scope, rest }: { readonly scope: string; readonly rest: string },
): ScopeVerdict {
  const row = catalogue.find(scope);
  const suggestion = (row === undefined ? undefined : rowFor(row.base, managementType)?.scope) ?? scope;
  return {
    scope: written,
    managementType,
    kind: 'malformed',
    severity: 'error',
    why: { code: 'attached_text', rest },
    suggestion,
  };
}

function judgeMalformed(judged: Judged): ScopeVerdict {
  return {
    ...judged,
    kind: 'malformed',
    severity: 'error',
    ...diagnose(judged.scope, judged.managementType),
  };
}
