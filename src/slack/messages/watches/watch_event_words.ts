import { isWatchLevel } from '../../../core/watches/watch_level.ts';
import type { EventKind } from '../../../store/apps/events.ts';
import type { Detail } from '../history/event_detail.ts';
import { levelWords, watchedWhere, watchPlace } from './watch_words.ts';

/** What became of watches; one without an app is of every app. */
export const watchEventWords = {
  watch_set: (d: Detail) =>
    `set a watch ${whereOf(d)}: ${wordsOf(d.level)}${isWatchLevel(d.before) ? `; until then ${wordsOf(d.before)}` : ''}.`,
  watch_ended: (d: Detail) => `ended a watch ${whereOf(d)}.`,
  watch_paused: (d: Detail) => `could not post in ${placeOf(d)}; what it has to say waits.`,
  watch_resumed: (d: Detail) => `posts in ${placeOf(d)} again.`,
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

const placeIn = ({ channelId }: Detail): string => (typeof channelId === 'string' ? channelId : '');
const placeOf = (d: Detail): string => watchPlace(placeIn(d));
const whereOf = (d: Detail): string => watchedWhere(placeIn(d));
const wordsOf = (level: unknown): string => (isWatchLevel(level) ? levelWords[level] : 'something');
