/** When nobody is reminded: by the clock of a time zone. */
export interface QuietHours {
  /** From this hour on, 0 to 23; the same as `to`: no hour of the day is quiet. */
  readonly from: number;
  /** Until this hour, 0 to 23. */
  readonly to: number;
  /** Saturday and Sunday are quiet, too. */
  readonly weekend: boolean;
}

/** Characters of a time zone's name; the longest has about half. */
const longestTimeZone = 60;

/** Where nobody has chosen others. */
export const defaultQuietHours: QuietHours = { from: 18, to: 9, weekend: true };

/** Offsets of time zones are whole quarters of an hour, so that an hour begins at one of them. */
const stepMs = 15 * 60_000;
/** More than a weekend with the nights around it. */
const furthestMs = 5 * 24 * 60 * 60_000;

/**
 * The first time from `now` on that is not quiet; `now` itself where none is. `timeZone`: an IANA name; one that is not known counts as
 * UTC. Goes on in real time, so that hours which a change of the clocks leaves out or repeats need no care.
 */
export function nextAllowedTime(now: Date, timeZone: string, quiet: QuietHours): Date {
  const isQuietAt = quietIn(timeZone, quiet);
  if (!isQuietAt(now)) return now;
  const first = Math.floor(now.getTime() / stepMs) * stepMs + stepMs;
  for (let time = first; time <= now.getTime() + furthestMs; time += stepMs) {
    const at = new Date(time);
    if (!isQuietAt(at)) return at;
  }
  return now;
}

/** Are these whole hours of a day? */
export function isQuietHours({ from, to }: QuietHours): boolean {
  return [from, to].every((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 23);
}

/** `name` may be anything that was typed. */
export function isTimeZone(name: string): boolean {
  if (name.length > longestTimeZone) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function quietIn(timeZone: string, { from, to, weekend }: QuietHours): (at: Date) => boolean {
  const format = new Intl.DateTimeFormat('en', {
    ...{ hour: 'numeric', hourCycle: 'h23', weekday: 'short' },
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const hour = Number(parts.get('hour'));
    const isNight = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    return isNight || (weekend && ['Sat', 'Sun'].includes(parts.get('weekday') ?? ''));
  };
}
