/** What one look at a part of the installation showed. Only a problem keeps Greenroom from working. */
export interface Finding {
  /** The part, in the words of the table: `Slack bot token`. */
  readonly check: string;
  readonly status: 'ok' | 'warning' | 'problem';
  /** One sentence without a full stop, and without a secret. */
  readonly what: string;
  /** The one thing to do; null when nothing is. */
  readonly fix: string | null;
}

export const asOk = (check: string, what: string): Finding => ({ check, status: 'ok', what, fix: null });

export const asWarning = (check: string, what: string, fix: string): Finding => ({
  check,
  status: 'warning',
  what,
  fix,
});

export const asProblem = (check: string, what: string, fix: string): Finding => ({
  check,
  status: 'problem',
  what,
  fix,
});

/** A sentence of the kind `what: what to do.` in its two parts. What a value must be like is one part, with its examples. */
export function inParts(line: string, otherwise: string): { readonly what: string; readonly fix: string } {
  const at = /^\w+ must /.test(line) && !/^\w+ must not /.test(line) ? -1 : line.indexOf(': ');
  const [what, fix] = at < 0 ? [line, otherwise] : [line.slice(0, at), line.slice(at + 2)];
  return { what: what.replace(/\.$/, ''), fix: fix.replace(/\.$/, '') };
}
