import { read } from './source_files.ts';

/** The block of code of a page, of `sh` or another language, that holds these words, line by line; in a list it stays indented. */
export function codeBlock(path: string, language: string, words: string): string[] {
  const pieces = read(path).split(/^ *```/m);
  const block = pieces.find(
    (text, index) => index % 2 === 1 && text.startsWith(`${language}\n`) && text.includes(words),
  );
  if (block === undefined) throw new Error(`${path} has no block of ${language} with: ${words}`);
  return block.trimEnd().split('\n').slice(1);
}
