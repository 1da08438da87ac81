import { distanceWithin } from './distance.ts';

const CANDIDATES = 12;
/** Below this share of common groups of three letters two words are strangers; from CLOSE on, relatives. */
const STRANGERS = 0.4;
const CLOSE = 0.8;

export interface Likeness {
  /** The known word most like this one among those that fit, or undefined if none is near. */
  closest(word: string, fits: (known: string) => boolean): string | undefined;
}

/**
 * An index by groups of three letters. A look-up counts common groups in flat arrays, then compares the dozen likeliest
 * letter by letter: a paste of thousands of unknown scopes never meets every known one.
 */
export function likenessAmong(known: readonly string[]): Likeness {
  const groups = new Map<string, number[]>();
  const sizes = known.map((word, at) => {
    const own = groupsOf(word);
    for (const group of own) {
      const places = groups.get(group);
      if (places === undefined) groups.set(group, [at]);
      else places.push(at);
    }
    return own.size;
  });

  function likely(word: string, fits: (known: string) => boolean): readonly Candidate[] {
    const wanted = groupsOf(word);
    const common = new Uint16Array(known.length);
    for (const group of wanted) for (const at of groups.get(group) ?? []) common[at] = (common[at] ?? 0) + 1;
    const candidates: Candidate[] = [];
    known.forEach((other, at) => {
      const alike = (2 * (common[at] ?? 0)) / (wanted.size + (sizes[at] ?? 0));
      if (alike >= STRANGERS && fits(other)) candidates.push({ word: other, alike });
    });
    return candidates.sort((a, b) => b.alike - a.alike || (a.word < b.word ? -1 : 1)).slice(0, CANDIDATES);
  }

  return {
    closest: (word, fits) => {
      const most = Math.min(4, 1 + Math.floor(word.length / 10));
      return likely(word, fits)
        .map((candidate) => ({
          ...candidate,
          errors: distanceWithin(word, candidate.word, most) ?? most + 1,
        }))
        .filter(({ alike, errors }) => errors <= most || alike >= CLOSE)
        .sort((a, b) => a.errors - b.errors || b.alike - a.alike)[0]?.word;
    },
  };
}

interface Candidate {
  readonly word: string;
  readonly alike: number;
}

function groupsOf(word: string): ReadonlySet<string> {
  const framed = ` ${word} `;
  const groups = new Set<string>();
  for (let at = 0; at + 3 <= framed.length; at += 1) groups.add(framed.slice(at, at + 3));
  return groups;
}
