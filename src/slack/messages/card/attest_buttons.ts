import type { Environment } from '../../../core/apps/zoom_app.ts';
import { ages } from '../../../core/checks/ageing.ts';
import { attestationMark, canBeRenewed } from '../../../core/checks/attestation.ts';
import type { Attestation } from '../../../core/deliveries/messages/message_facts.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button } from '../../blocks/block_types.ts';
import { type ButtonLook, button, nth } from '../../blocks/elements.ts';
import { checkTitles } from '../product_words.ts';

/**
 * "Still so" and "Not any more", where the end of what a person said is over. `isNext`: there is nothing else to do, and the next step
 * above the buttons is about it; else each names its check.
 */
export function expiredButtons(environment: Environment, isNext: boolean): Button[] {
  const expired = environment.checks.filter(({ reason }) => reason === 'attestation_expired');
  return expired.flatMap(({ name }) => {
    if (!ages(name) || !canBeRenewed(environment, name)) return [];
    const value = `${environment.id} ${name} ${attestationMark(environment, name)}`;
    const key = `${environment.id}.${name}`;
    const which = isNext && expired.length === 1 ? '' : `: ${checkTitles[name]}`;
    return [
      button(`Still so${which}`, nth(actionIds.stillSo, key), value, isNext ? { style: 'primary' } : {}),
      button(`Not any more${which}`, nth(actionIds.notAnyMore, key), value),
    ];
  });
}

/** A person states what no machine sees. */
export function attestButton(
  environment: Environment,
  label: string,
  what: Attestation,
  style: ButtonLook = {},
): Button {
  const { id } = environment;
  return button(label, nth(attestActions[what], id), `${id} ${attestationMark(environment, what)}`, style);
}

const attestActions: Record<Attestation, string> = {
  credentials: actionIds.attestCredentials,
  redirect: actionIds.attestRedirect,
  test_status: actionIds.attestTestStatus,
};
