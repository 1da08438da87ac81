import type { QuietHours } from '../../../core/reminders/allowed_time.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import type { TypedByBlock } from '../../requests/requests.ts';
import { input, option, typedIn } from '../inputs.ts';

export const hoursBlocks = { from: 'quiet_from', to: 'quiet_to', weekend: 'quiet_weekend' } as const;

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const hourOption = (hour: number) => option(`${String(hour).padStart(2, '0')}:00`, String(hour));
const weekendOption = (quiet: boolean) =>
  quiet ? option('Quiet, too', 'quiet') : option('As on other days', 'as_others');

/** When nobody is reminded, in three fields. */
export function hoursFields({ from, to, weekend }: QuietHours): KnownBlock[] {
  const hourField = (block: string, label: string, hour: number, hint?: string) =>
    input(
      { block, label, ...(hint === undefined ? {} : { hint }) },
      {
        type: 'static_select',
        action_id: block,
        options: hours.map(hourOption),
        initial_option: hourOption(hour),
      },
    );
  return [
    hourField(hoursBlocks.from, 'Quiet from', from),
    hourField(hoursBlocks.to, 'Quiet until', to, 'The same hour twice: no hour of the day is quiet.'),
    input(
      { block: hoursBlocks.weekend, label: 'Saturday and Sunday' },
      {
        type: 'static_select',
        action_id: hoursBlocks.weekend,
        options: [weekendOption(true), weekendOption(false)],
        initial_option: weekendOption(weekend),
      },
    ),
  ];
}

/** What the fields hold; a field that is not there, as `before` has it. */
export function hoursIn(typed: TypedByBlock, before: QuietHours): QuietHours {
  const hour = (block: string, otherwise: number) => {
    const { option: chosen } = typedIn(typed, block);
    return chosen === null ? otherwise : Number(chosen);
  };
  const weekend = typedIn(typed, hoursBlocks.weekend).option;
  return {
    from: hour(hoursBlocks.from, before.from),
    to: hour(hoursBlocks.to, before.to),
    weekend: weekend === null ? before.weekend : weekend === 'quiet',
  };
}

/** "18:00 to 09:00, and at weekends" */
export function hoursWords({ from, to, weekend }: QuietHours): string {
  const nights = from === to ? '' : `${hourOption(from).text.text} to ${hourOption(to).text.text}`;
  if (!weekend) return nights || 'no quiet hours';
  return nights === '' ? 'at weekends' : `${nights}, and at weekends`;
}
