const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

/**
 * A moment that Slack shows in the reader's own time zone ("today at 6:12 PM"). A message is not redrawn each minute,
 * so an age in words would soon be wrong; this stays true.
 */
export function moment(date: Date): string {
  const seconds = Math.floor(date.getTime() / 1000);
  return `<!date^${seconds}^{date_short_pretty} at {time}|${utc(date)}>`;
}

/** The day of a moment, in the reader's own time zone: where the hour does not matter. */
export function day(date: Date): string {
  const seconds = Math.floor(date.getTime() / 1000);
  return `<!date^${seconds}^{date_short_pretty}|${utcDay(date)}>`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "23 Nov 2026, 18:12 UTC" */
function utc(date: Date): string {
  return `${utcDay(date)}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** "23 Nov 2026" */
function utcDay(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "just now", "2 min ago", "3 h ago", "5 days ago": only where the reader reads at once, such as the answer to a command. */
export function ago(date: Date, now: Date): string {
  const age = now.getTime() - date.getTime();
  if (age < 10_000) return 'just now';
  if (age < minute) return `${Math.floor(age / 1000)} s ago`;
  if (age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age < 2 * dayMs) return `${Math.floor(age / hour)} h ago`;
  return `${Math.floor(age / dayMs)} days ago`;
}

export function oldestOf(times: readonly Date[]): Date | undefined {
  return times.toSorted((one, other) => one.getTime() - other.getTime())[0];
}
