import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import { environmentKinds, lastReason } from '../../../core/checks/check.ts';
import { actionIds } from '../../action_ids.ts';
import type { ActionsElement, KnownBlock } from '../../blocks/block_types.ts';
import { button, nth, select, selectable } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { withMenu } from '../../blocks/menu.ts';
import { plainLine } from '../../blocks/text.ts';
import type { NextStep } from '../checks/next_step.ts';
import { environmentNames } from '../product_words.ts';
import type { Audience } from './environment_elements.ts';

/** A person can assign a profile that existed before. */
export function adoptionBlocks({ adoptable }: ZoomAppCard, environment: Environment): KnownBlock[] {
  const check = environment.checks.find(({ name }) => name === 'connector_profile');
  if (check === undefined || check.lastKnown === 'passed' || lastReason(check) === 'profile_disabled')
    return [];
  const choices = selectable(
    adoptable.map((profile) => ({
      label: plainLine(profile.name, limits.option.text) || 'unnamed profile',
      value: `${environment.id} ${profile.id}`,
    })),
  );
  if (choices.length === 0) return [];
  return [
    section(
      `Has the profile of ${environmentNames[environment.kind]} been there all along? Pick it.`,
      select('Use an existing profile', nth(actionIds.adoptProfile, environment.id), choices),
    ),
  ];
}

/** What can be done about the whole Zoom app. */
export function appElements(
  { app, environments }: ZoomAppCard,
  steps: readonly NextStep[],
  audience: Audience,
): ActionsElement[] {
  const missing = environmentKinds.filter((kind) => environments.every((each) => each.kind !== kind));
  // Then it stands among the buttons of that environment.
  const isNextStep = steps.some(({ action }) => action === 'fix_scopes');
  const rare = [
    button('Edit', actionIds.editApp, app.id),
    ...(isNextStep ? [] : [button('Edit scopes', actionIds.editScopes, app.id)]),
    ...missing.map((kind) =>
      button(`Add ${environmentNames[kind]}`, nth(actionIds.addEnvironment, kind), `${app.id} ${kind}`),
    ),
    ...(audience === 'me'
      ? [button('Hand over', actionIds.handOver, app.id), button('Archive', actionIds.archiveApp, app.id)]
      : []),
  ];
  return withMenu([button('Check now', actionIds.checkNow, app.id)], rare, 'app');
}
