import { Err } from '../../../../core/result.ts';
import { attestationDayChoices } from '../../../../usecases/ageing/attestation_days.ts';
import { count } from '../../../blocks/text.ts';
import { input, option, typedIn } from '../../inputs.ts';
import type { SettingPart } from '../setting_part.ts';

const DAYS = 'attestation_days';
const dayOption = (days: number) => option(count(days, 'day'), String(days));

/** For how long what people say holds. */
export const attestationPart: SettingPart = {
  blocks: [DAYS],
  draw: ({ attestationDays }) => [
    input(
      {
        block: DAYS,
        label: 'What people confirm about Zoom holds for',
        hint: 'Shortly before its end, owners are asked whether it is still so. What was said before keeps its end.',
      },
      {
        type: 'static_select',
        action_id: DAYS,
        options: [...new Set([...attestationDayChoices, attestationDays])]
          .sort((a, b) => a - b)
          .map(dayOption),
        initial_option: dayOption(attestationDays),
      },
    ),
  ],
  async save({ usecases }, by, changed) {
    const result = await usecases.setAttestationDays({ ...by, days: Number(typedIn(changed, DAYS).option) });
    if (result.ok) return result;
    return Err(result.error === 'days' ? { block: DAYS, text: 'Choose one of these.' } : result.error);
  },
};
