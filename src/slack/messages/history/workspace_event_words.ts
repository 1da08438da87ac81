import type { EventKind } from '../../../store/apps/events.ts';
import { channel, count, typed } from '../../blocks/text.ts';
import { isUnknownReason, whyNoAnswer } from '../checks/unknown_reason_words.ts';
import { roleEventWords } from '../roles/role_words.ts';
import { type Detail, momentIn } from './event_detail.ts';

/** What is about no app: it stands in the history of the whole workspace alone. */
export const workspaceEventWords = {
  ...roleEventWords,
  secrets_setting_changed: ({ policy }: Detail) =>
    policy === 'never'
      ? 'decided that Greenroom takes no client secrets in this workspace.'
      : 'let forms of this workspace ask for client secrets again.',
  attestation_days_changed: ({ days }: Detail) =>
    `decided that what people say holds for ${typeof days === 'number' ? count(days, 'day') : 'another time'}.`,
  reminder_settings_changed: ({ timeZone, reminderAfterHours }: Detail) => {
    const after =
      typeof reminderAfterHours === 'number' ? `: after ${count(reminderAfterHours, 'hour')}` : '';
    const zone = typeof timeZone === 'string' ? `, by the clock of ${typed(timeZone, 60)}` : '';
    return `changed when people are reminded${after}${zone}.`;
  },
  stackone_trouble: ({ trouble }: Detail) => {
    const why =
      typeof trouble === 'string' && isUnknownReason(trouble) ? `: ${whyNoAnswer(trouble, 'StackOne')}` : '';
    return `could not read StackOne's lists${why}.`;
  },
  stackone_back: ({ since }: Detail) => {
    const from = momentIn(since);
    return `could read StackOne's lists again${from === null ? '' : `, for the first time since ${from}`}.`;
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
