const PERMISSION =
  /^[A-Z][A-Za-z0-9]+:(?:Read|Edit|View|Write|Create|Delete|Manage|Add|Update|Export|Import)$/;

/**
 * A permission of a Zoom role, as Zoom prints them: `AccountProfile:Read`, `SSO:Edit`. They look like classic scopes,
 * some are one in lower case, and none can be declared by an app. Z20: capital letters, two parts.
 */
export function isRolePermission(written: string): boolean {
  return PERMISSION.test(written);
}
