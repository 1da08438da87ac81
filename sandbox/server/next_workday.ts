const dayMs = 24 * 60 * 60_000;
/** In UTC: within working hours of Europe and of the east of America. */
const hour = 14;

/** The afternoon of the next day from Monday to Friday, when people are reminded and digests have been posted. */
export function nextWorkday(now: Date): Date {
  const time = new Date(now);
  time.setUTCHours(hour, 0, 0, 0);
  do time.setTime(time.getTime() + dayMs);
  while ([0, 6].includes(time.getUTCDay()));
  return time;
}
