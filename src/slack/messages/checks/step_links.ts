import type { NextAction } from '../../../core/checks/next_action.ts';
import { stackoneDashboard, zoomBuild } from '../product_words.ts';

export interface StepLink {
  readonly label: string;
  readonly url: string;
}

const zoom: StepLink = { label: 'Open Zoom Marketplace', url: zoomBuild };
const stackone: StepLink = { label: 'Open StackOne', url: stackoneDashboard };

/** Where each step is done; null: in Slack, or by nobody. */
export const stepLinks: Readonly<Record<NextAction, StepLink | null>> = {
  wait_for_credentials: null,
  confirm_credentials: zoom,
  replace_secret: zoom,
  enable_zoom_app: zoom,
  fix_scopes: null,
  set_redirect: zoom,
  run_test: zoom,
  fill_missing_fields: zoom,
  create_profile: stackone,
  enable_profile: stackone,
  recreate_profile: stackone,
  repair_stackone: null,
  prove_profile: stackone,
  link_account: stackone,
  repair_account: stackone,
  confirm_again: zoom,
  none: null,
};
