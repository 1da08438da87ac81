import { ACTIONS, readShape } from '../grammar/scope_shape.ts';
import { catalogue } from './catalogue.ts';

/** Exactly a scope that Zoom is known to have, granular or classic. In lower case. */
export function isKnownScope(text: string): boolean {
  return catalogue.find(text) !== undefined || catalogue.isClassic(text);
}

/** Built like a granular scope with an action of Zoom's, whether known or not. */
export function isWholeScope(text: string): boolean {
  const shape = readShape(text);
  return isKnownScope(text) || (shape !== undefined && ACTIONS.includes(shape.action));
}

/** Something is missing at an end of a part: it is a truncated scope, and cannot be completed. */
export function isTruncated(text: string): boolean {
  return /(?:^|:)_|_(?::|$)|(?:…|\.\.)$|^(?:…|\.\.)/.test(text);
}
