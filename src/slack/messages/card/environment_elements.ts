import { checkOf, type Environment } from '../../../core/apps/zoom_app.ts';
import {
  asksAboutClientId,
  asksAboutCredentials,
  attestationMark,
} from '../../../core/checks/attestation.ts';
import { lastReason } from '../../../core/checks/check.ts';
import type { Attestation } from '../../../core/deliveries/messages/message_facts.ts';
import { actionIds } from '../../action_ids.ts';
import type { ActionsElement, Button } from '../../blocks/block_types.ts';
import { type ButtonLook, button, linkButton, nth } from '../../blocks/elements.ts';
import { withMenu } from '../../blocks/menu.ts';
import type { NextStep } from '../checks/next_step.ts';
import { ownersProofButtons, proofButtons } from '../proof/proof_buttons.ts';
import { forgetButton, isForgetOffered } from '../secrets/forget_secret.ts';
import { expiredButtons } from './expired_buttons.ts';
import { guessButtons } from './guessed_profile.ts';
import { renewalButton, replacedButtons } from './secret_lines.ts';

/** `channel`: the card in a channel, which is edited in place. `me`: a response that only one person sees. */
export type Audience = 'channel' | 'me';

/**
 * What can be done about one environment: first what is next, then what goes with it, and behind these a menu of the rest. Whether
 * the person may is checked by the use case.
 */
export function environmentElements(
  environment: Environment,
  step: NextStep,
  audience: Audience,
): ActionsElement[] {
  const isMine = audience === 'me';
  const now = repairs(environment, step);
  // What is next is reached first, with a thumb and by a screen reader.
  const isNext = ({ style }: Button): boolean => style === 'primary';
  const { link } = step;
  const shown = [
    ...now.filter(isNext),
    ...now.filter((each) => !isNext(each)),
    ...(link === null ? [] : [linkButton(link.label, link.url, nth(actionIds.openLink, environment.id))]),
    ...replacedButtons(environment),
    press(environment, 'Show me how', actionIds.guide),
    ...(isMine && environment.hasSecret && !isForgetOffered(environment) ? [forgetButton(environment)] : []),
  ];
  const possible = [
    ...pairButtons(environment, step),
    ...redirectButtons(environment, step),
    ...testButtons(environment, step),
  ];
  const later = possible.filter((each) => !now.some(({ action_id }) => action_id === each.action_id));
  return withMenu(shown, [...later, ...(isMine ? ownersButtons(environment) : [])], environment.id);
}

/** What the next step speaks of, and what is wrong or doubtful. */
function repairs(environment: Environment, step: NextStep): Button[] {
  const { action } = step;
  return [
    ...expiredButtons(environment, action === 'confirm_again'),
    ...(action === 'confirm_credentials' || action === 'replace_secret'
      ? pairButtons(environment, step)
      : []),
    ...(action === 'fix_scopes' ? [scopesButton(environment)] : []),
    ...(action === 'set_redirect' ? redirectButtons(environment, step) : []),
    ...(action === 'run_test' || action === 'fill_missing_fields' ? testButtons(environment, step) : []),
    ...guessButtons(environment),
    // A proof answers what people are asked about too, so that it is no step of its own.
    ...proofButtons(environment, action),
  ];
}

function pairButtons(environment: Environment, step: NextStep): Button[] {
  return [
    ...(asksAboutCredentials(environment)
      ? [
          attestButton(
            environment,
            'I checked them in Zoom',
            'credentials',
            primaryIf(step, 'confirm_credentials'),
          ),
        ]
      : []),
    ...(secretInDoubt(environment) ? [replaceButton(environment, primaryIf(step, 'replace_secret'))] : []),
  ];
}

function redirectButtons(environment: Environment, step: NextStep): Button[] {
  if (checkOf(environment, 'redirect').lastKnown === 'passed') return [];
  return [attestButton(environment, 'It is set', 'redirect', primaryIf(step, 'set_redirect'))];
}

function testButtons(environment: Environment, step: NextStep): Button[] {
  if (checkOf(environment, 'test_status').lastKnown === 'passed') return [];
  return [
    attestButton(
      environment,
      'It says Ready',
      'test_status',
      primaryIf(step, 'run_test', 'fill_missing_fields'),
    ),
    press(environment, 'Not ready yet', actionIds.notReady),
  ];
}

/** On the card that only one person sees, because owners need them rarely. */
function ownersButtons(environment: Environment): Button[] {
  return [
    // To withdraw an attestation that was a mistake or is not true any more.
    ...(checkOf(environment, 'test_status').lastKnown === 'passed'
      ? [press(environment, 'Not ready any more', actionIds.notReady)]
      : []),
    ...(secretInDoubt(environment) ? [] : [replaceButton(environment)]),
    ...(asksAboutClientId(environment)
      ? [attestButton(environment, 'The client ID is right', 'credentials')]
      : []),
    ...ownersProofButtons(environment),
    renewalButton(environment),
  ];
}

function press(
  { id }: Environment,
  label: string,
  action: string,
  style: ButtonLook = {},
  value = id,
): Button {
  return button(label, nth(action, id), value, style);
}

function attestButton(
  environment: Environment,
  label: string,
  what: Attestation,
  style: ButtonLook = {},
): Button {
  const value = `${environment.id} ${attestationMark(environment, what)}`;
  return press(environment, label, attestActions[what], style, value);
}

function replaceButton(environment: Environment, style: ButtonLook = {}): Button {
  return press(environment, 'Replace the secret', actionIds.replaceCredentials, style);
}

function scopesButton({ id, zoomAppId }: Environment): Button {
  return button('Edit scopes', nth(actionIds.editScopes, id), zoomAppId, { style: 'primary' });
}

const attestActions: Record<Attestation, string> = {
  credentials: actionIds.attestCredentials,
  redirect: actionIds.attestRedirect,
  test_status: actionIds.attestTestStatus,
};

function primaryIf(step: NextStep, ...actions: readonly NextStep['action'][]): { style?: 'primary' } {
  return actions.includes(step.action) ? { style: 'primary' } : {};
}

function secretInDoubt(environment: Environment): boolean {
  const check = checkOf(environment, 'credentials');
  return (
    check.lastKnown === 'failed' ||
    lastReason(check) === 'new_secret_refused' ||
    asksAboutCredentials(environment)
  );
}
