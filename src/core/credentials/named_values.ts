import { trimEnd } from '../text/trim_end.ts';
import { unwrap, wordsInPaste } from './credential_words.ts';
import { type Label, labelIn } from './field_labels.ts';

/** Words before a name or a value that do not belong to either. */
const FILLERS: ReadonlySet<string> = new Set(
  'export set setx const let var env declare local the my our is are as and with zoom app e -e - = : := => -> := == development production dev prod value'.split(
    ' ',
  ),
);

/** A word that begins with a name and goes on with its value: `client_id=…`, `"secret":…`. */
export function isNamed(word: string): boolean {
  return splitName(word) !== null || labelIn(word) !== null;
}

function splitName(word: string): { readonly label: Label; readonly rest: string } | null {
  const from = /^\$env:/i.test(word) ? '$env:'.length : 0;
  const colon = word.indexOf(':', from);
  const equals = word.indexOf('=', from);
  const at = colon < 0 || (equals >= 0 && equals < colon) ? equals : colon;
  const label = at <= from ? null : labelIn(word.slice(from, at));
  return label === null ? null : { label, rest: unwrap(word.slice(at + 1)) };
}

/** The values in a text by the name before each; a name without a value has an empty list. */
export function valuesByName(text: string): ReadonlyMap<Label, readonly string[]> {
  const values = new Map<Label, string[]>();
  let label: Label | null = null;
  const name = (next: Label): void => {
    label = next;
    if (!values.has(next)) values.set(next, []);
  };
  for (const word of wordsInPaste(text)) {
    const named = splitName(word);
    const alone = named === null ? labelIn(trimEnd(word, (sign) => ':=.?'.includes(sign))) : null;
    if (named !== null) {
      name(named.label);
      take(named.rest);
    } else if (alone !== null) name(alone);
    else if (!FILLERS.has(word.toLowerCase())) take(word);
  }
  return values;

  function take(word: string): void {
    const value = unwrap(word);
    // A placeholder is named like what it stands for.
    if (label === null || isPlainWord(value) || labelIn(value) !== null) return;
    values.get(label)?.push(value);
    label = null;
  }
}

/** Neither an id nor a secret: `is`, `Copy`, `pending`, what is left of a tag (`/td`) or of an assignment (`value=`, `var.x`). */
function isPlainWord(value: string): boolean {
  return !/[A-Za-z0-9]/.test(value) || (value.length < 12 && !/\d/.test(value));
}
