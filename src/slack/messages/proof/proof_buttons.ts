import { isFailing } from '../../../core/accounts/account_state.ts';
import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { NextAction } from '../../../core/checks/next_action.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { limits } from '../../blocks/limits.ts';
import { plainLine } from '../../blocks/text.ts';
import { hasProfile, isAllProven } from './proof_state.ts';

/** What a card offers to all: the proof until all is proven, then to link accounts of customers; and to link again what stopped working. */
export function proofButtons(environment: Environment, next: NextAction): Button[] {
  if (!hasProfile(environment)) return [];
  const style = next === 'prove_profile' || next === 'link_account' ? ({ style: 'primary' } as const) : {};
  const prove = proveButton(environment, 'Prove it works', style);
  const again = linkAgainButtons(environment, next === 'repair_account');
  return isAllProven(environment) ? [...again, ...customersButtons(environment)] : [prove, ...again];
}

/** To one person alone also: to prove it again, and to link accounts of customers before all is proven. */
export function ownersProofButtons(environment: Environment): Button[] {
  if (!hasProfile(environment)) return [];
  return isAllProven(environment) ? [proveButton(environment, 'Prove again')] : customersButtons(environment);
}

/** Once it is live. */
function customersButtons(environment: Environment): Button[] {
  return environment.stage === 'live' ? [linkAccountButton(environment)] : [];
}

/** "Prove it works", for an environment with an enabled profile. */
export function proveButton(
  { id }: Pick<Environment, 'id'>,
  label = 'Prove it works',
  style: { readonly style?: 'primary' } = {},
): Button {
  return button(label, nth(actionIds.prove, id), id, style);
}

/** "Link an account" of a customer, for an environment that is live. */
export function linkAccountButton({ id }: Pick<Environment, 'id'>): Button {
  return button('Link an account', nth(actionIds.linkAccount, id), id);
}

/** "Link again", for an account that stopped working; none for an ID that Slack would not carry. */
export function linkAgainButton(
  { id }: Pick<Environment, 'id'>,
  account: { readonly id: string },
  label = 'Link again',
): Button | null {
  const value = `${id} ${account.id}`;
  if (account.id === '' || value.length > limits.button.value) return null;
  return button(label, nth(actionIds.linkAgain, account.id), value);
}

/** How many accounts a card offers to link again; all of them are in StackOne. */
const MOST_ACCOUNTS = 3;

/** Only for accounts of the environment's own profile. `isNext`: the next step is about them. */
function linkAgainButtons({ id, checks }: Environment, isNext: boolean): Button[] {
  const { notActive = [], tied } = checks.find(({ name }) => name === 'linked_account')?.detail ?? {};
  const own = tied === true ? notActive : [];
  const failing = own.filter(isFailing).slice(0, MOST_ACCOUNTS);
  const buttons = failing.flatMap((account) => {
    const who = plainLine(account.name ?? account.id, limits.option.text / 2);
    const label = failing.length === 1 ? 'Link again' : `Link again: ${who}`;
    return linkAgainButton({ id }, account, label) ?? [];
  });
  // One button at most is the next step.
  return buttons.map((each, nth) => (isNext && nth === 0 ? { ...each, style: 'primary' } : each));
}
