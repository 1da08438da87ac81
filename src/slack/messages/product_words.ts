import type { CheckName, CheckStatus, EnvironmentKind, ManagementType } from '../../core/checks/check.ts';
import type { MissingField } from '../../core/checks/check_detail.ts';
import type { Doer } from '../../core/checks/next_action.ts';
import type { Stage } from '../../core/checks/stage.ts';

export const environmentNames: Record<EnvironmentKind, string> = {
  development: 'Development',
  production: 'Production',
};

export const managementNames: Record<ManagementType, string> = {
  admin: 'admin-managed',
  user: 'user-managed',
};

/** What Zoom calls its readiness test, and the words it shows when it is passed. */
export const zoomTests: Record<EnvironmentKind, { readonly name: string; readonly ready: string }> = {
  development: { name: 'Local Test', ready: 'Ready for local test' },
  production: { name: 'Beta Test', ready: 'Ready for beta test' },
};

export const checkTitles: Record<CheckName, string> = {
  credentials: 'Credentials',
  scopes: 'Scopes',
  redirect: 'Redirect URL',
  test_status: 'Zoom test status',
  connector_profile: 'Connector profile',
  linked_account: 'Linked account',
};

export const statusWords: Record<CheckStatus, { readonly word: string; readonly sign: string }> = {
  passed: { word: 'Passed', sign: ':white_check_mark:' },
  pending: { word: 'Open', sign: ':white_circle:' },
  failed: { word: 'Failed', sign: ':x:' },
  unknown: { word: 'Could not look', sign: ':grey_question:' },
};

export interface StageWords {
  /** One word, which can be typed as a filter. */
  readonly word: string;
  readonly sentence: string;
  readonly sign: string;
}

export const stageWords: Record<Stage, StageWords> = {
  draft: { word: 'Draft', sentence: 'being registered', sign: ':memo:' },
  credentials: { word: 'Credentials', sentence: 'Zoom has not accepted its credentials yet', sign: ':key:' },
  scopes: { word: 'Scopes', sentence: 'its scopes need attention', sign: ':jigsaw:' },
  testing: { word: 'Testing', sentence: 'is being made ready in Zoom', sign: ':test_tube:' },
  profile: {
    word: 'Profile',
    sentence: 'ready in Zoom, waits for its connector profile in StackOne',
    sign: ':eyes:',
  },
  live: { word: 'Live', sentence: 'its connector profile exists', sign: ':large_green_circle:' },
  degraded: { word: 'Degraded', sentence: 'was live, and something broke', sign: ':rotating_light:' },
  archived: { word: 'Archived', sentence: 'Greenroom no longer looks', sign: ':file_cabinet:' },
};

export const doerWords: Record<Doer, string> = {
  owner: 'an owner',
  zoom_admin: 'a Zoom admin',
  stackone_admin: 'whoever may create profiles in StackOne',
  greenroom: 'Greenroom',
};

export const missingWords: Record<MissingField, string> = {
  app_name: 'app name',
  short_description: 'short description',
  long_description: 'long description',
  company_name: 'company name',
  developer_contact: 'developer contact',
  redirect_url: 'OAuth redirect URL',
  allow_list: 'OAuth allow list',
  scopes: 'scopes',
  scope_description: 'scope description',
  links: 'links (privacy policy, terms, support)',
};

export const zoomBuild = 'https://marketplace.zoom.us/user/build';
export const stackoneDashboard = 'https://app.stackone.com';
