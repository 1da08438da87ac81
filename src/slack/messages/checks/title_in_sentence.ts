import type { CheckName } from '../../../core/checks/check.ts';
import { checkTitles } from '../product_words.ts';

/** The title of a check inside a sentence: "redirect URL", but "Zoom test status". */
export function titleInSentence(name: CheckName): string {
  const title = checkTitles[name];
  return title.startsWith('Zoom') ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** "redirect URL, Zoom test status" */
export function titlesInSentence(checks: readonly { readonly name: CheckName }[]): string {
  return checks.map(({ name }) => titleInSentence(name)).join(', ');
}
