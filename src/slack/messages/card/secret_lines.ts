import type { Environment } from '../../../core/apps/zoom_app.ts';
import { oldSecretMs } from '../../../core/credentials/secret_age.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { moment } from '../../blocks/time.ts';

/** On the card: by when the secret is to be renewed, and that the profile in StackOne may hold the old one. */
export function secretLines({ secretAge }: Environment): string[] {
  const { renewalAt, replacedAt } = secretAge;
  return [
    ...(renewalAt === null ? [] : [`:calendar: The client secret is to be renewed by ${moment(renewalAt)}.`]),
    ...(replacedAt === null ? [] : [profileLine(replacedAt)]),
  ];
}

function profileLine(replacedAt: Date): string {
  const end = moment(new Date(replacedAt.getTime() + oldSecretMs));
  return `:key: *The secret was replaced ${moment(replacedAt)}; StackOne may still use the old one,* which Zoom takes until ${end} at the latest. Replace it in the profile too (StackOne, *Connector Profiles*), then press *Replaced in the profile too*.`;
}

/** While the profile may hold the old secret. */
export function replacedButtons({ id, secretAge: { replacedAt } }: Environment): Button[] {
  if (replacedAt === null) return [];
  const value = `${id} ${replacedAt.getTime()}`;
  return [button('Replaced in the profile too', nth(actionIds.profileReplaced, id), value)];
}

/** The date is set by owners, on the card that only they see. */
export function renewalButton({ id }: Environment): Button {
  return button('Renewal date', nth(actionIds.secretRenewal, id), id);
}
