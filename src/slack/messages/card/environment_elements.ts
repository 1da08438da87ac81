import { checkOf, type Environment } from '../../../core/apps/zoom_app.ts';
import { asksAboutClientId, asksAboutCredentials } from '../../../core/checks/attestation.ts';
import { lastReason } from '../../../core/checks/check.ts';
import { actionIds } from '../../action_ids.ts';
import type { ActionsElement, Button } from '../../blocks/block_types.ts';
import { type ButtonLook, button, linkButton, nth } from '../../blocks/elements.ts';
import { withMenu } from '../../blocks/menu.ts';
import type { NextStep } from '../checks/next_step.ts';
import { ownersProofButtons, proofButtons } from '../proof/proof_buttons.ts';
import { attestButton, expiredButtons } from './attest_buttons.ts';
import { type Brevity, isTight } from './brevity.ts';
import { guessButtons } from './guessed_profile.ts';
import { renewalButton, replacedButtons } from './secret_lines.ts';

/** `channel`: the card in a channel, which is edited in place. `me`: a response that only one person sees. */
export type Audience = 'channel' | 'me';

/**
 * What can be done about one environment: first what is next, then what is doubtful, and behind these a menu of the rest. Where there is
 * little space, only what is next has buttons. Whether the person may is checked by the use case.
 */
export function environmentElements(
  environment: Environment,
  step: NextStep,
  brevity: Brevity,
  audience: Audience,
): ActionsElement[] {
  const next = primaryFirst(stepButtons(environment, step));
  const doubtful = [
    ...expiredButtons(environment, false),
    ...guessButtons(environment),
    // A proof answers what people are asked about too, so that it is no step of its own.
    ...proofButtons(environment, step.action),
  ];
  const now = primaryFirst([...next, ...without(doubtful, next)]);
  const near = isTight(brevity) ? next.slice(0, 2) : now.slice(0, 4);
  const { link } = step;
  const hasLink = link !== null && brevity.step === 'all';
  const shown = [
    ...near,
    ...(hasLink ? [linkButton(link.label, link.url, nth(actionIds.openLink, environment.id))] : []),
    ...replacedButtons(environment),
    press(environment, 'Show me how', actionIds.guide),
  ];
  const possible = [
    ...pairButtons(environment, step),
    ...redirectButtons(environment, step),
    ...testButtons(environment, step),
  ];
  const later = without([...now, ...without(possible, now)], near);
  const mine = audience === 'me' ? ownersButtons(environment) : [];
  return withMenu(shown, [...later, ...mine], environment.id);
}

/** What is next is reached first, with a thumb and by a screen reader. */
function primaryFirst(buttons: readonly Button[]): Button[] {
  const isPrimary = ({ style }: Button): boolean => style === 'primary';
  return [...buttons.filter(isPrimary), ...buttons.filter((each) => !isPrimary(each))];
}

function without(buttons: readonly Button[], others: readonly Button[]): Button[] {
  return buttons.filter((each) => !others.some(({ action_id }) => action_id === each.action_id));
}

/** What the next step speaks of. */
function stepButtons(environment: Environment, step: NextStep): Button[] {
  switch (step.action) {
    case 'confirm_again':
      return expiredButtons(environment, true);
    case 'confirm_credentials':
    case 'replace_secret':
      return pairButtons(environment, step);
    case 'fix_scopes':
      return [scopesButton(environment)];
    case 'set_redirect':
      return redirectButtons(environment, step);
    case 'run_test':
    case 'fill_missing_fields':
      return testButtons(environment, step);
    case 'prove_profile':
    case 'link_account':
    case 'repair_account':
      return proofButtons(environment, step.action);
    default:
      return [];
  }
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

function press({ id }: Environment, label: string, action: string, style: ButtonLook = {}): Button {
  return button(label, nth(action, id), id, style);
}

function replaceButton(environment: Environment, style: ButtonLook = {}): Button {
  return press(environment, 'Replace the secret', actionIds.replaceCredentials, style);
}

function scopesButton({ id, zoomAppId }: Environment): Button {
  return button('Edit scopes', nth(actionIds.editScopes, id), zoomAppId, { style: 'primary' });
}

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
