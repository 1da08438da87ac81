/** How an app is managed in Zoom: `ADMIN_MANAGEMENT` or `USER_OPERATION`. */
export type { ManagementType } from '../../checks/check.ts';

/**
 * Who a known scope is for. Taken from the catalogue, never from the suffix.
 * `app`: client_credentials only. `none`: cannot be told from the string, see catalogue/special_scopes.ts.
 */
export type ScopeLevel = 'user' | 'admin' | 'master' | 'app' | 'none';
