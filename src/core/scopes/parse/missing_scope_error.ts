import type { ManagementType } from '../grammar/scope_level.ts';

/** Zoom's words, and those of its other interfaces; where a scope is only said to be missing, a list must follow. */
const MISSING =
  /(?:does not|do not|doesn['’]t) (?:contain|have|include) (?:any of )?(?:the )?(?:following |required )?scopes?\b|(?:missing|lacks|requires) (?:any of )?(?:the )?(?:following |required )?scopes? ?:? ?(?=\[)/gi;
const USAGE = /is not a valid scope name when usage is[^A-Za-z]{1,4}(USER_OPERATION|ADMIN_MANAGEMENT)/gi;

/** A list of alternatives in an error of Zoom's: where it begins and ends in the paste. */
export interface Alternatives {
  readonly from: number;
  readonly to: number;
}

export function isMissingScopeError(text: string): boolean {
  return text.search(MISSING) >= 0;
}

/** The lists of `does not contain scopes:[a, b]`, in their order. */
export function alternativesIn(text: string): readonly Alternatives[] {
  const starts = [...text.matchAll(MISSING)].map((match) => match.index + match[0].length);
  return starts.map((from, i) => {
    const next = starts[i + 1] ?? text.length;
    const end = text.slice(from, next).indexOf(']');
    return { from, to: end < 0 ? next : from + end };
  });
}

/** For which kind of app Zoom refused a scope; undefined when the text says nothing, or both. */
export function usageIn(text: string): ManagementType | undefined {
  const usages = new Set([...text.matchAll(USAGE)].map((match) => match[1]?.toUpperCase()));
  const [usage] = usages;
  if (usages.size !== 1) return undefined;
  return usage === 'USER_OPERATION' ? 'user' : 'admin';
}
