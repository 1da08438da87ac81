import type { EventKind, StoredEvent } from '../../../store/apps/events.ts';
import { channel, count, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { isTrouble, whyNoAnswer } from '../checks/unknown_reason_words.ts';
import { roleDeeds } from '../roles/role_words.ts';

type Detail = StoredEvent['detail'];

/** What is about no app: it stands in the history of the whole workspace alone. */
export const workspaceDeeds = {
  ...roleDeeds,
  reminder_settings_changed: ({ timeZone, reminderAfterHours }: Detail) => {
    const after =
      typeof reminderAfterHours === 'number' ? `: after ${count(reminderAfterHours, 'hour')}` : '';
    const zone = typeof timeZone === 'string' ? `, by the clock of ${typed(timeZone, 60)}` : '';
    return `changed when people are reminded${after}${zone}.`;
  },
  stackone_trouble: ({ trouble }: Detail) => {
    const why =
      typeof trouble === 'string' && isTrouble(trouble) ? `: ${whyNoAnswer(trouble, 'StackOne')}` : '';
    return `could not read StackOne's lists${why}.`;
  },
  stackone_back: ({ since }: Detail) => {
    const at = new Date(typeof since === 'string' ? since : Number.NaN);
    return `could read StackOne's lists again${Number.isNaN(at.getTime()) ? '' : `, for the first time since ${moment(at)}`}.`;
  },
  default_channel_changed: ({ channelId }: Detail) =>
    typeof channelId === 'string'
      ? `made ${channel(channelId)} the default channel for registrations.`
      : 'took away the default channel for registrations.',
  /** An event for each table. */
  person_forgotten: ({ table, rows }: Detail) =>
    `forgot a person${typeof rows === 'number' ? ` in ${count(rows, 'row')}` : ''}${typeof table === 'string' ? ` of \`${typed(table)}\`` : ''}.`,
  history_removed: ({ rows }: Detail) =>
    `removed ${typeof rows === 'number' ? count(rows, 'old entry', 'old entries') : 'old entries'} of the history.`,
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;
