import { Err, Ok, type Result } from '../result.ts';

/** As `JSON.parse` gives it, but objects are maps: no key of a stranger's document becomes a property. */
export type LenientJson =
  | string
  | number
  | boolean
  | null
  | readonly LenientJson[]
  | ReadonlyMap<string, LenientJson>;

/** `at`: the offset where it is no JSON any more. `ended`: it stops in the middle. */
export type JsonFault =
  | { readonly kind: 'wrong'; readonly at: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'too_deep' };

/** Zoom's manifests are five deep. */
const DEEPEST = 40;

/** Blanks, and what looks like one after a copy. */
const BLANK = /[\s\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff]/;
/** A number or a word; `JSON.parse` says whether it is one of JSON's. */
const LITERAL = /^[\w.+-]+/;
const LONGEST_LITERAL = 40;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * Reads a JSON value. Beyond JSON it takes commas after the last item, line breaks inside strings, and all that looks like a blank;
 * of a key that stands twice the last counts, as for everybody. Linear in the length of the text.
 */
export function readLenientJson(text: string): Result<LenientJson, JsonFault> {
  try {
    return Ok(new Reader(text).document());
  } catch (error) {
    if (error instanceof NotJson) return Err(error.fault);
    throw error;
  }
}

class NotJson extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): LenientJson {
    const value = this.#value(0);
    this.#skipBlanks();
    return this.#at === this.#text.length ? value : this.#fail();
  }

  #value(depth: number): LenientJson {
    if (depth > DEEPEST) throw new NotJson({ kind: 'too_deep' });
    if (this.#takes('{')) return this.#object(depth);
    if (this.#takes('[')) return this.#list(depth);
    return this.#takes('"') ? this.#string() : this.#literal();
  }

  #object(depth: number): LenientJson {
    const fields = new Map<string, LenientJson>();
    this.#items('}', () => {
      if (!this.#takes('"')) this.#fail();
      const key = this.#string();
      if (!this.#takes(':')) this.#fail();
      fields.set(key, this.#value(depth + 1));
    });
    return fields;
  }

  #list(depth: number): LenientJson {
    const values: LenientJson[] = [];
    this.#items(']', () => void values.push(this.#value(depth + 1)));
    return values;
  }

  /** Up to the closing bracket, with a comma between two, and perhaps behind the last. */
  #items(end: string, item: () => void): void {
    while (!this.#takes(end)) {
      item();
      if (this.#takes(',')) continue;
      if (!this.#takes(end)) this.#fail();
      return;
    }
  }

  /** Behind the opening quote. */
  #string(): string {
    const parts: string[] = [];
    for (let from = this.#at; ; ) {
      const sign = this.#text.charAt(this.#at);
      if (sign === '') this.#fail();
      if (sign !== '"' && sign !== '\\') {
        this.#at += 1;
        continue;
      }
      parts.push(this.#text.slice(from, this.#at));
      this.#at += 1;
      if (sign === '"') return parts.join('');
      parts.push(this.#escaped());
      from = this.#at;
    }
  }

  #escaped(): string {
    const sign = this.#text.charAt(this.#at);
    this.#at += 1;
    if (sign !== 'u') return ESCAPES[sign] ?? sign;
    const code = this.#text.slice(this.#at, this.#at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(code)) return this.#fail();
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  #literal(): LenientJson {
    const [word] = LITERAL.exec(this.#text.slice(this.#at, this.#at + LONGEST_LITERAL)) ?? [];
    const value = word === undefined ? undefined : literalIn(word);
    if (word === undefined || value === undefined) return this.#fail();
    this.#at += word.length;
    return value;
  }

  #takes(sign: string): boolean {
    this.#skipBlanks();
    if (this.#text.charAt(this.#at) !== sign) return false;
    this.#at += 1;
    return true;
  }

  #skipBlanks(): void {
    while (BLANK.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  #fail(): never {
    const at = this.#at;
    throw new NotJson(at >= this.#text.length ? { kind: 'ended' } : { kind: 'wrong', at });
  }
}

function literalIn(word: string): number | boolean | null | undefined {
  try {
    return JSON.parse(word);
  } catch {
    return undefined;
  }
}
