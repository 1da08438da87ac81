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
 * Everything about scopes that is built at first use, in the order in which one needs the other. To be run in turns of the
 * event loop once the process is up, so that the first person who asks does not wait for it, nor anybody beside them.
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
