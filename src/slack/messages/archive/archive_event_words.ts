import type { EventKind } from '../../../store/apps/events.ts';
import { count, named } from '../../blocks/text.ts';
import type { Detail } from '../history/event_detail.ts';

/** What became of an app as a whole. */
export const archiveEventWords = {
  zoom_app_archived: ({ secrets }: Detail) =>
    typeof secrets === 'number' && secrets > 0
      ? `archived the Zoom app; ${count(secrets, 'stored client secret was', 'stored client secrets were')} destroyed.`
      : 'archived the Zoom app.',
  zoom_app_restored: ({ before, name }: Detail) =>
    typeof before === 'string'
      ? `restored the Zoom app from the archive; it was called *${named(before)}*, and is *${nameOf(name)}* now.`
      : 'restored the Zoom app from the archive.',
  zoom_app_merged: ({ from, into }: Detail) =>
    typeof into === 'string'
      ? `merged it into *${named(into)}*: it was the same Zoom app twice.`
      : `merged *${nameOf(from)}* into it: it was the same Zoom app twice.`,
  zoom_app_deleted: ({ name }: Detail) => `deleted the Zoom app *${nameOf(name)}* for good.`,
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

const nameOf = (name: unknown): string => (typeof name === 'string' ? named(name) : 'unnamed');
