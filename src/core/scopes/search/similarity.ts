import { groupPairs } from '../../group_by.ts';
import { distanceWithin } from '../../text/edit_distance.ts';

const CANDIDATES = 12;
/** Share of common groups of three letters: below this two words are not compared, from CLOSE on they are similar. */
const STRANGERS = 0.4;
const CLOSE = 0.8;

export interface Likeness {
  /** The most similar indexed word among those that fit, or undefined if none is near. */
  closest(word: string, fits: (known: string) => boolean): string | undefined;
}

/**
 * An index by groups of three letters. A look-up counts common groups in flat arrays, then compares the dozen likeliest
 * letter by letter, so that thousands of unlisted scopes are not each compared with every listed one.
 */
export function likenessAmong(known: readonly string[]): Likeness {
  const groupsOfEach = known.map(groupsOf);
  const groups = groupPairs(groupsOfEach.flatMap((own, at) => [...own].map((group) => [group, at] as const)));
  const sizes = groupsOfEach.map(({ size }) => size);

  function likely(word: string, fits: (known: string) => boolean): readonly Candidate[] {
    const wanted = groupsOf(word);
    const common = new Uint16Array(known.length);
    for (const group of wanted) for (const at of groups.get(group) ?? []) common[at] = (common[at] ?? 0) + 1;
    const candidates: Candidate[] = [];
    for (let at = 0; at < known.length; at += 1) {
      const alike = (2 * (common[at] ?? 0)) / (wanted.size + (sizes[at] ?? 0));
      const other = known[at] ?? '';
      if (alike >= STRANGERS && fits(other)) candidates.push({ word: other, alike });
    }
    return candidates.sort((a, b) => b.alike - a.alike || (a.word < b.word ? -1 : 1)).slice(0, CANDIDATES);
  }

  return {
    closest: (word, fits) => {
      const candidates = likely(word, fits);
      let [best] = candidates.filter(({ alike }) => alike >= CLOSE);
      let most = Math.min(4, 1 + Math.floor(word.length / 10));
      for (const candidate of candidates) {
        const errors = distanceWithin(word, candidate.word, most);
        if (errors === undefined) continue;
        best = candidate;
        // The next candidate must be nearer.
        most = errors - 1;
      }
      return best?.word;
    },
  };
}

interface Candidate {
  readonly word: string;
  readonly alike: number;
}

/** Each group as a number. Letters of other scripts may share one, which only makes words more similar. */
function groupsOf(word: string): ReadonlySet<number> {
  const groups = new Set<number>();
  let group = FRAME;
  for (let at = 0; at <= word.length; at += 1) {
    const letter = at < word.length ? word.charCodeAt(at) & 127 : FRAME;
    group = ((group << 7) | letter) & 0x1fffff;
    if (at > 0) groups.add(group);
  }
  return groups;
}

/** Before the first letter and after the last. */
const FRAME = 32;
