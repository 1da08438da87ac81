import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import {
  asksAboutClientId,
  asksAboutCredentials,
  attestationMark,
} from '../../../core/checks/attestation.ts';
import {
  type CheckName,
  type CheckStatus,
  environmentKinds,
  lastReason,
} from '../../../core/checks/check.ts';
import type { Attestation } from '../../../core/deliveries/messages/message_facts.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button, KnownBlock } from '../../blocks/block_types.ts';
import { button, confirm, linkButton, nth, select, selectable } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { plainLine } from '../../blocks/text.ts';
import type { NextStep } from '../checks/next_step.ts';
import { environmentNames } from '../product_words.ts';
import { proofButtons } from '../proof/proof_buttons.ts';
import { forgetButton, isForgetOffered } from '../secrets/forget_secret.ts';
import { expiredButtons } from './expired_buttons.ts';
import { secretButtons } from './secret_lines.ts';

/** `channel`: the card in a channel, which is edited in place. `me`: a response that only one person sees. */
export type Audience = 'channel' | 'me';

/** Buttons about one environment; whether the person may use them is checked by the use case. */
export function environmentButtons(environment: Environment, step: NextStep, audience: Audience): Button[] {
  const { id } = environment;
  const known = (name: CheckName): CheckStatus => checkOf(environment, name)?.lastKnown ?? 'pending';
  const press = (label: string, action: string, style = {}, value = id): Button =>
    button(label, nth(action, id), value, style);
  const say = (label: string, what: Attestation, ...primary: readonly NextStep['action'][]): Button => {
    const value = `${id} ${attestationMark(environment, what)}`;
    return press(label, attestActions[what], primaryIf(step, ...primary), value);
  };
  const buttons: (Button | false)[] = [
    ...expiredButtons(environment, step.action === 'confirm_again'),
    asksAboutCredentials(environment) && say('I checked them in Zoom', 'credentials', 'confirm_credentials'),
    known('redirect') !== 'passed' && say('It is set', 'redirect', 'set_redirect'),
    known('test_status') !== 'passed' &&
      say('It says Ready', 'test_status', 'run_test', 'fill_missing_fields'),
    known('test_status') !== 'passed' && press('Not ready yet', actionIds.notReady),
    // To withdraw an attestation that was a mistake or is not true any more.
    known('test_status') === 'passed' && audience === 'me' && press('Not ready any more', actionIds.notReady),
    (audience === 'me' || secretInDoubt(environment)) &&
      press('Replace the secret', actionIds.replaceCredentials, primaryIf(step, 'replace_secret')),
    audience === 'me' && asksAboutClientId(environment) && say('The client ID is right', 'credentials'),
    audience === 'me' && environment.hasSecret && !isForgetOffered(environment) && forgetButton(environment),
    guessedProfile(environment) &&
      press(
        'Not this one',
        actionIds.rejectProfile,
        { confirm: sureNotThisOne },
        `${id} ${checkOf(environment, 'connector_profile')?.detail.profileId ?? ''}`,
      ),
    ...proofButtons(environment, step.action, audience === 'me'),
    step.link !== null && linkButton(step.link.label, step.link.url, nth(actionIds.openLink, id)),
    ...secretButtons(environment, audience === 'me'),
    press('Show me how', actionIds.guide),
  ];
  const shown = buttons.filter((each) => each !== false);
  // What is next is reached first, with a thumb and by a screen reader.
  const isNext = ({ style }: Button): boolean => style === 'primary';
  return [...shown.filter(isNext), ...shown.filter((each) => !isNext(each))];
}

const attestActions: Record<Attestation, string> = {
  credentials: actionIds.attestCredentials,
  redirect: actionIds.attestRedirect,
  test_status: actionIds.attestTestStatus,
};

export const sureNotThisOne = confirm(
  'Not this profile?',
  'Greenroom lets go of this profile and waits for another one. It remembers that this one does not belong here.',
  'Not this one',
);

function primaryIf(step: NextStep, ...actions: readonly NextStep['action'][]): { style?: 'primary' } {
  return actions.includes(step.action) ? { style: 'primary' } : {};
}

function checkOf(environment: Environment, name: CheckName): Environment['checks'][number] | undefined {
  return environment.checks.find((check) => check.name === name);
}

function secretInDoubt(environment: Environment): boolean {
  const check = checkOf(environment, 'credentials');
  return (
    check?.lastKnown === 'failed' ||
    (check !== undefined && lastReason(check) === 'new_secret_refused') ||
    asksAboutCredentials(environment)
  );
}

/** The profile was assigned automatically, and was not confirmed by a person. */
function guessedProfile(environment: Environment): boolean {
  const check = checkOf(environment, 'connector_profile');
  if (check?.lastKnown !== 'passed') return false;
  // A linked account proves it.
  const account = checkOf(environment, 'linked_account');
  if (account?.lastKnown === 'passed' && account.evidence === 'verified') return false;
  const { matchedBy } = check.detail;
  return check.evidence === 'derived' || matchedBy === 'name' || matchedBy === 'only_candidate';
}

/** A person can assign a profile that existed before. */
export function adoptionBlocks({ adoptable }: ZoomAppCard, environment: Environment): KnownBlock[] {
  const check = checkOf(environment, 'connector_profile');
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

/** Buttons about the whole Zoom app. */
export function appButtons({ app, environments }: ZoomAppCard, audience: Audience): Button[] {
  const missing = environmentKinds.filter((kind) => environments.every((each) => each.kind !== kind));
  return [
    button('Check now', actionIds.checkNow, app.id),
    button('Edit', actionIds.editApp, app.id),
    button('Edit scopes', actionIds.editScopes, app.id),
    ...missing.map((kind) =>
      button(`Add ${environmentNames[kind]}`, nth(actionIds.addEnvironment, kind), `${app.id} ${kind}`),
    ),
    ...(audience === 'me' ? [button('Archive', actionIds.archiveApp, app.id)] : []),
  ];
}
