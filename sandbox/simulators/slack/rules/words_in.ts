import { lengthOf } from './blocks/text.ts';
import { isFields } from './pointer.ts';

/** Fields whose strings a person reads; ids, values and addresses don't count. */
const READ = new Set(['text', 'title', 'caption', 'alt_text', 'fallback', 'name', 'label']);

/** Characters a person reads anywhere inside a value. How Slack counts is not published; this is the plain reading. */
export function wordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + wordsIn(item), 0);
  if (!isFields(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [field, inner]) =>
      sum + (typeof inner === 'string' ? (READ.has(field) ? lengthOf(inner) : 0) : wordsIn(inner)),
    0,
  );
}
