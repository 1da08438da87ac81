import { parseSync } from 'vite';

/** One line of the glossary's list: the words of a name in a row, whether they must be the whole name, and what to say instead. */
export interface RetiredName {
  readonly words: readonly string[];
  readonly whole: boolean;
  readonly instead: string;
}

/** Reads the fenced list `retired` of docs/glossary.md. */
export function retiredNamesIn(glossary: string): RetiredName[] {
  const list = /```retired\n([\s\S]*?)```/.exec(glossary)?.[1] ?? '';
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', instead = ''] = line.split(' -> ');
      return { words: wordsOfName(name.replace('=', '')), whole: name.startsWith('='), instead };
    });
}

/** `inTurn`, `in_turn.test.ts` and `IN_TURN` are all the words `in`, `turn`. */
export function wordsOfName(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** The entry that retires this name, if one does. */
export function retiredBy(name: string, retired: readonly RetiredName[]): RetiredName | undefined {
  const words = wordsOfName(name);
  return retired.find((entry) => {
    if (entry.whole && entry.words.length !== words.length) return false;
    return words.some((_, index) => entry.words.every((word, offset) => words[index + offset] === word));
  });
}

const kinds: ReadonlySet<unknown> = new Set(['Identifier', 'JSXIdentifier', 'PrivateIdentifier']);

/** Every identifier of a file of JavaScript or TypeScript, names of fields included. */
export function identifiersIn(path: string, text: string): Set<string> {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const names = new Set<string>();
  collect(program, names);
  return names;
}

function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && kinds.has(value.type) && 'name' in value && typeof value.name === 'string') {
    names.add(value.name);
  }
  for (const part of Object.values(value)) collect(part, names);
}
