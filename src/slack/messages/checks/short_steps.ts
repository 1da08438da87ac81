import type { NextAction } from '../../../core/checks/next_action.ts';

/** Each step in a few words, as an order. */
export const shortSteps: Readonly<Record<NextAction, string>> = {
  wait_for_credentials: 'Greenroom is asking Zoom about the credentials',
  confirm_credentials: 'compare the credentials with Zoom',
  replace_secret: 'replace the client secret',
  enable_zoom_app: 'enable the app in Zoom again',
  fix_scopes: 'fix the scopes',
  set_redirect: 'set the redirect URL in Zoom',
  run_test: 'run the test in Zoom',
  fill_missing_fields: 'fill in what is missing in Zoom',
  create_profile: 'create the connector profile in StackOne',
  enable_profile: 'enable the profile in StackOne',
  recreate_profile: 'create the profile in StackOne again',
  repair_stackone: "repair Greenroom's access to StackOne",
  prove_profile: 'prove that it works',
  link_account: 'link the first account',
  repair_account: 'repair the linked account',
  confirm_again: 'say whether it is still so',
  none: 'nothing to do',
};
