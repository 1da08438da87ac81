import { attestationDayChoices } from '../../usecases/ageing/attestation_days.ts';
import { actionIds } from '../action_ids.ts';
import type { KnownBlock } from '../blocks/block_types.ts';
import { select } from '../blocks/elements.ts';
import { context, section } from '../blocks/layout.ts';
import { count } from '../blocks/text.ts';

/** For how long what people say holds. Who may not decide it sees a line and no choice. */
export function attestationBlocks(days: number, mayDecide: boolean | null): KnownBlock[] {
  const words = `What people confirm about Zoom holds for ${count(days, 'day')}. Shortly before its end, owners are asked whether it is still so.`;
  if (mayDecide === false) return [context(words)];
  const choices = attestationDayChoices.map((one) => ({ label: count(one, 'day'), value: String(one) }));
  return [
    section(
      `:hourglass_flowing_sand: *What people confirm* (for admins of this workspace)\n${words}`,
      select('Other number of days', actionIds.setAttestationDays, choices),
    ),
  ];
}
