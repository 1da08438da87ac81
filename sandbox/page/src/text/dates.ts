/** Times as Slack shows them to this reader. */

const day = 86_400_000;
const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const format = (options: Intl.DateTimeFormatOptions) => (date: Date) =>
  new Intl.DateTimeFormat('en-GB', options).format(date);

export const timeOf = format({ hour: '2-digit', minute: '2-digit' });
const withSeconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const plain = format({ day: 'numeric', month: 'long', year: 'numeric' });
const short = format({ day: 'numeric', month: 'short', year: 'numeric' });
const digits = format({ day: '2-digit', month: '2-digit', year: 'numeric' });

/** "today", "yesterday", "tomorrow", or what `otherwise` says. */
function pretty(date: Date, now: Date, otherwise: (date: Date) => string): string {
  const days = Math.round((startOfDay(date) - startOfDay(now)) / day);
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  return days === 1 ? 'tomorrow' : otherwise(date);
}

function ago(date: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

/** The tokens of `<!date^…>`, as in Slack's formatting reference. */
const TOKENS: Record<string, (date: Date, now: Date) => string> = {
  date_num: digits,
  date: plain,
  date_short: short,
  date_long: long,
  date_pretty: (date, now) => pretty(date, now, plain),
  date_short_pretty: (date, now) => pretty(date, now, short),
  date_long_pretty: (date, now) => pretty(date, now, long),
  time: timeOf,
  time_secs: withSeconds,
  ago,
};

export const filledDate = (pattern: string, date: Date, now: Date): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (all, token: string) => TOKENS[token]?.(date, now) ?? all);

export const dateOfTs = (ts: string): Date => new Date(Number(ts) * 1000);
export const dayOf = (date: Date, now: Date): string => {
  const words = pretty(date, now, long);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
