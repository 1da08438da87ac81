import { isWatchLevel, type WatchLevel } from '../../../../core/watches/watch_level.ts';
import { appName } from '../../command_words.ts';

/** Words that people use for the levels. */
const levelOfWord: Readonly<Record<string, WatchLevel>> = {
  milestone: 'milestones',
  change: 'changes',
  failure: 'failures',
  fails: 'failures',
  everything: 'all',
};

/** `name` '': no app was named. */
export interface TypedWatch {
  readonly name: string;
  readonly level: WatchLevel | null;
  /** Direct messages, wherever it was typed. */
  readonly toMe: boolean;
}

/** "Tide failures me", "all milestones". Whether the last words belong to a name is for the caller to find out: see `readings`. */
export function typedWatch(rest: string): TypedWatch {
  const words = appName(rest)
    .split(' ')
    .filter((word) => word !== '');
  const toMe = /^(?:me|dm)$/i.test(words.at(-1) ?? '') && words.length > 1;
  const most = toMe ? words.slice(0, -1) : words;
  const level = levelIn(most.at(-1) ?? '');
  // "all" alone is every app, not a level.
  const isLevel = level !== null && (most.length > 1 || level !== 'all');
  return {
    name: appName((isLevel ? most.slice(0, -1) : most).join(' ')),
    level: isLevel ? level : null,
    toMe,
  };
}

function levelIn(word: string): WatchLevel | null {
  const key = word.toLowerCase();
  if (isWatchLevel(key)) return key;
  return Object.hasOwn(levelOfWord, key) ? (levelOfWord[key] ?? null) : null;
}

/**
 * How a line can be meant, the most literal first: an app may be called "Acme failures", or "Call me". Only one whose name is the name of
 * an app counts.
 */
export function readings(rest: string): readonly TypedWatch[] {
  const whole = appName(rest);
  const without = typedWatch(rest);
  const withoutMe = without.toMe ? appName(whole.replace(/ \S+$/, '')) : whole;
  return [
    { name: whole, level: null, toMe: false },
    { name: withoutMe, level: null, toMe: without.toMe },
    without,
  ].filter((one, i, all) => all.findIndex(({ name }) => name === one.name) === i);
}
