/** The longest wait that a header can cause, however wrong the host's clock is. */
const LONGEST_MS = 24 * 60 * 60_000;

/**
 * Reads `Retry-After` into milliseconds from now.
 *
 * StackOne documents seconds (O17), Zoom sends seconds or an ISO date (Z9), HTTP allows its own date. Undefined when it is none of these.
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  const sent = value?.trim() ?? '';
  if (sent === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(sent)) return Math.min(Number(sent) * 1000, LONGEST_MS);
  if (!/^[A-Za-z]{3}|^\d{4}-\d{2}-\d{2}/.test(sent)) return undefined;
  const at = Date.parse(sent);
  if (Number.isNaN(at)) return undefined;
  return Math.min(Math.max(at - now.getTime(), 0), LONGEST_MS);
}
