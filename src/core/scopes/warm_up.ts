import { catalogue } from './catalogue/catalogue.ts';
import { parsePaste } from './parse/parse_paste.ts';
import { findOperations } from './search/find_operations.ts';
import { findScopes } from './search/find_scopes.ts';
import { searchIndex } from './search/search_index.ts';
import { nearestScope } from './search/suggest_scope.ts';
import { checkScopes } from './verdict/check_scopes.ts';
import { convertAll } from './verdict/convert_scopes.ts';

/** Of every kind that has an index of its own: known, classic, mistyped, glued, broken. */
const SAMPLE = `meeting:read:meeting:admin, meeting:read:admin, thing:read:admin, meting:read:list_meetngs:admin,
  user:read:list_users:adminmeeting:read:list_meetings:admin, meeting:read:list\\_meetings:admin, meeting : read : user`;
const MISTYPED = 'meeting:read:list_meetngs';

/**
 * Builds every index about scopes that is made at first use, each before those that need it. Run one at a time after the
 * start, so that no request waits for them.
 */
export const warmUps: readonly (() => unknown)[] = [
  () => catalogue.operations,
  () => catalogue.scopes,
  () => catalogue.find(''),
  () => catalogue.isClassic(''),
  () => catalogue.levelsOf(''),
  () => catalogue.operation('GET', ''),
  () => nearestScope(MISTYPED, 'admin'),
  () => nearestScope(MISTYPED, 'user'),
  () => nearestScope(`x${MISTYPED}`, 'admin'),
  () => nearestScope(`x${MISTYPED}`, 'user'),
  () => searchIndex('admin'),
  () => searchIndex('user'),
  () => searchIndex('any'),
  () => findOperations('/users'),
  () => findScopes('list meetngs'),
  () => parsePaste(SAMPLE),
  () => checkScopes(parsePaste(SAMPLE), 'admin'),
  () => convertAll(['meeting:read:admin', 'meeting:read:meeting:admin'], 'user'),
];
