import { Err } from '../../../../core/result.ts';
import type { ReminderSettingsRefusal } from '../../../../usecases/reminders/reminder_settings.ts';
import { plain } from '../../../blocks/elements.ts';
import { header } from '../../../blocks/layout.ts';
import { limits } from '../../../blocks/limits.ts';
import { count } from '../../../blocks/text.ts';
import type { ErrorCode } from '../../../error_message.ts';
import { input, option, typedIn } from '../../inputs.ts';
import { modalActionIds } from '../../view_ids.ts';
import { hoursBlocks, hoursFields, hoursIn } from '../hours_fields.ts';
import type { FieldError, SettingPart } from '../setting_part.ts';

const AFTER = 'reminder_after';
const ZONE = 'time_zone';
const afterChoices: readonly number[] = [4, 8, 24, 48, 72, 168];
const afterOption = (hours: number) =>
  option(hours % 24 === 0 ? count(hours / 24, 'day') : count(hours, 'hour'), String(hours));

/** When people are reminded of what waits for them. */
export const remindersPart: SettingPart = {
  blocks: [AFTER, ZONE, ...Object.values(hoursBlocks)],
  draw: ({ reminders: { reminderAfterHours, timeZone, quietHours } }) => [
    header('Reminders'),
    input(
      { block: AFTER, label: 'Remind after', hint: 'What waits longer for somebody is said to them.' },
      {
        type: 'static_select',
        action_id: AFTER,
        options: [...new Set([...afterChoices, reminderAfterHours])].sort((a, b) => a - b).map(afterOption),
        initial_option: afterOption(reminderAfterHours),
      },
    ),
    input(
      {
        block: ZONE,
        label: 'Time zone',
        hint: "Counts where Slack does not say a person's. Everybody can choose quiet hours of their own in App Home.",
      },
      {
        type: 'external_select',
        action_id: modalActionIds.pickTimeZone,
        placeholder: plain('Type a city or a continent', limits.placeholder),
        min_query_length: 0,
        initial_option: option(timeZone, timeZone),
      },
    ),
    ...hoursFields(quietHours),
  ],
  async save({ usecases }, by, changed) {
    const before = await usecases.readReminderSettings(by);
    const after = typedIn(changed, AFTER).option;
    const result = await usecases.setReminderSettings({
      ...by,
      timeZone: typedIn(changed, ZONE).option ?? before.timeZone,
      quietHours: hoursIn(changed, before.quietHours),
      reminderAfterHours: after === null ? before.reminderAfterHours : Number(after),
    });
    return result.ok ? result : Err(errorAt(result.error));
  },
};

function errorAt(code: ReminderSettingsRefusal): FieldError | ErrorCode {
  switch (code) {
    case 'time_zone':
      return { block: ZONE, text: 'Choose a time zone of the list.' };
    case 'quiet_hours':
      return { block: hoursBlocks.from, text: 'Choose whole hours.' };
    case 'hours':
      return { block: AFTER, text: 'Choose one of these.' };
    default:
      return code;
  }
}
