import type { ManagementType } from '../grammar/scope_level.ts';
import type { CatalogueScope } from './catalogue_types.ts';

/** What declaring a scope means. `warn`: allowed, but Zoom may refuse it. */
export type Leave = 'ok' | 'warn' | 'error';

/**
 * The scopes whose level cannot be told from the string. Z15: Zoom's manifest check took `imchat:bot` for
 * ADMIN_MANAGEMENT only; the others stand in Zoom's own templates for the type marked `ok`.
 */
const SPECIAL: Readonly<Record<string, Readonly<Record<ManagementType, Leave>>>> = {
  'imchat:bot': { user: 'error', admin: 'ok' },
  'imchat:userapp': { user: 'ok', admin: 'warn' },
  'zoomapp:inmeeting': { user: 'ok', admin: 'warn' },
  'zoomapp:inwebinar': { user: 'ok', admin: 'warn' },
  'contact_center:read:zcc_voice_audio': { user: 'warn', admin: 'ok' },
};

/** May this known scope be declared? Zoom refuses admin scopes for USER_OPERATION, and user scopes for ADMIN_MANAGEMENT. */
export function leaveFor(row: CatalogueScope, managementType: ManagementType): Leave {
  if (row.level === 'none') return SPECIAL[row.scope]?.[managementType] ?? 'warn';
  return row.level === managementType ? 'ok' : 'error';
}
