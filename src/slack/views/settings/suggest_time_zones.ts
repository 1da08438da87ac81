import { limits } from '../../blocks/limits.ts';
import type { SuggestionGroup, SuggestRequest } from '../../requests/requests.ts';

/** Time zones by a part of their name; blanks stand for the underlines in it. */
export async function suggestTimeZones({ query }: SuggestRequest): Promise<readonly SuggestionGroup[]> {
  const words = query
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean)
    .slice(0, 10);
  const found = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
    .filter((zone) => words.every((word) => zone.toLowerCase().includes(word)))
    .slice(0, limits.select);
  if (found.length === 0) return [];
  return [{ label: 'Time zones', suggestions: found.map((zone) => ({ text: zone, value: zone })) }];
}
