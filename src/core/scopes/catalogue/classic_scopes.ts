import { memoize } from '../../../concurrency/memoize.ts';
import { groupBy } from '../../group_by.ts';
import type { ManagementType } from '../grammar/scope_level.ts';
import { classicLevel } from '../grammar/scope_shape.ts';
import { serviceNames } from '../grammar/service_names.ts';
import { catalogue } from './catalogue.ts';
import type { CatalogueScope } from './catalogue_types.ts';

/**
 * Granular scopes that stand for a classic one at this level, likeliest first. Zoom split one classic scope into many
 * (`meeting:read:admin` into 27), and a classic `write` covered reading too.
 */
export function granularFor(classic: string, managementType: ManagementType): readonly CatalogueScope[] {
  const rows = catalogue.replacing(classic);
  const here = rows.filter((row) => row.level === managementType);
  const found = here.length > 0 ? here : carriedOver(rows, managementType);
  const successors = found.length > 0 ? found : bySameName(classic, managementType);
  return [...new Set(successors)].sort(
    (a, b) => rank(a, classic) - rank(b, classic) || (a.scope < b.scope ? -1 : 1),
  );
}

/** Whether a known classic scope is clearly not for this management type: its parts and all its successors say so. */
export function isOfOtherLevel(classic: string, managementType: ManagementType): boolean {
  const level = classicLevel(classic);
  const rows = catalogue.replacing(classic);
  return level !== managementType && rows.length > 0 && rows.every((row) => row.level === level);
}

/** The thing that a classic scope was named after, or the list of it: `meeting:read` is mostly about meetings. */
export function isUsualPart(row: CatalogueScope, classic: string): boolean {
  return closeness(row, classic) < 2;
}

function carriedOver(
  rows: readonly CatalogueScope[],
  managementType: ManagementType,
): readonly CatalogueScope[] {
  return rows.flatMap((row) => catalogue.atLevel(row.base, managementType) ?? []);
}

/** For classic scopes that no row names: `scim2` lives on as `scim2:admin`; one by its shape keeps service and action. */
function bySameName(classic: string, managementType: ManagementType): readonly CatalogueScope[] {
  const renamed = catalogue.atLevel(classic, managementType);
  if (renamed !== undefined) return [renamed];
  if (catalogue.isClassic(classic)) return [];
  const [service = '', action = ''] = classic.split(':');
  const starts = new Set(serviceNames(service).map((name) => `${name}:${action}`));
  return [...starts]
    .flatMap((start) => byServiceAndAction().get(start) ?? [])
    .filter((row) => row.level === managementType);
}

/** Rows by the first two parts of their scope: thousands may be asked about at once. */
const byServiceAndAction = memoize(() => {
  const granular = catalogue.scopes.filter(({ scope }) => scope.split(':').length > 2);
  return groupBy(granular, ({ scope }) => scope.split(':').slice(0, 2).join(':'));
});

function rank(row: CatalogueScope, classic: string): number {
  const [, wanted = ''] = classic.split(':');
  const [, action = ''] = row.base.split(':');
  return closeness(row, classic) + (action === wanted || wanted === 'master' ? 0 : 4);
}

/** 0: the thing that the classic scope is named after; 1: the list of it; 2: something else. */
function closeness(row: CatalogueScope, classic: string): 0 | 1 | 2 {
  const [resource = ''] = classic.split(':');
  const [service = '', , claim = ''] = row.base.split(':');
  if (claim === service || claim === resource) return 0;
  return claim === `list_${service}s` || claim === `list_${resource}s` ? 1 : 2;
}
