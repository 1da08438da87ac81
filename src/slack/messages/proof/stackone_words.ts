import { withoutSecrets } from '../../../core/secrets/find_secrets.ts';
import { plainLine, typed } from '../../blocks/text.ts';

const LONGEST_CODE = 80;
const LONGEST_WORDS = 400;

/**
 * What StackOne says of a consent that did not succeed, as it came: shown, and never interpreted here. It is another party's text, so it is
 * escaped, cut off, and what looks like a secret in it is hidden. In mrkdwn.
 */
export function stackoneSaid(code: string | null, description: string | null): string {
  const shownCode = shown(code, LONGEST_CODE);
  const words = shown(description, LONGEST_WORDS);
  if (words === '' && shownCode === '') return 'StackOne gives no reason.';
  if (words === '') return `StackOne says: \`${shownCode}\`.`;
  if (shownCode !== '') return `StackOne says: “${words}” (\`${shownCode}\`).`;
  return `StackOne says: “${words}”${/[.!?…]$/.test(words) ? '' : '.'}`;
}

/** Far more than is shown, so that a secret is not cut in two before it is looked for. */
const LONGEST_READ = 4_000;

/** Invisible characters go first: they can break a secret in two. */
function shown(text: string | null, max: number): string {
  return typed(withoutSecrets(plainLine(text ?? '', LONGEST_READ)), max);
}
