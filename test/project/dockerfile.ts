import { read } from './source_files.ts';

/** One instruction, continuation lines joined: `COPY`, `--from=build /build/dist ./dist`. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

export interface Stage {
  readonly base: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

export interface Copy {
  /** The stage it comes from; null: the folder the image is built from. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

/** The stages of the project's Dockerfile, in order; the last one is the image. */
export function readStages(): Stage[] {
  const stages: { base: string; name: string | null; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsIn(read('Dockerfile'))) {
    if (instruction.word === 'FROM') {
      const words = instruction.rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      const [base = '', , name = null] = words;
      stages.push({ base, name, instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** The last stage: the image itself. */
export function readImage(): Stage {
  const image = readStages().at(-1);
  if (image === undefined) throw new Error('the Dockerfile has no stage');
  return image;
}

/** What the image runs when `program` is its dist/main.js: the words after `node`. */
export function entryPoint(program: string): string[] {
  const image = readImage();
  const words = ['ENTRYPOINT', 'CMD'].flatMap((word) => commandIn(instruction(image, word)));
  return words.slice(1).map((word) => (word === 'dist/main.js' ? program : word));
}

function instructionsIn(text: string): Instruction[] {
  const lines = text
    .replace(/^#.*$/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [word = ''] = line.split(/\s/, 1);
      return { word, rest: line.slice(word.length).trim() };
    });
}

export function instruction(stage: Stage, word: string): string {
  return stage.instructions.findLast((one) => one.word === word)?.rest ?? '';
}

export function copiesOf(stage: Stage): Copy[] {
  return stage.instructions
    .filter(({ word }) => word === 'COPY')
    .map(({ rest }) => {
      const words = rest.split(/\s+/);
      const from = words[0]?.startsWith('--from=') ? (words.shift() ?? '').slice('--from='.length) : null;
      return { from, sources: words.slice(0, -1), target: words.at(-1) ?? '' };
    });
}

/** The words of `CMD [...]`, also inside HEALTHCHECK. */
export function commandIn(rest: string): string[] {
  const list: unknown = JSON.parse(rest.slice(rest.indexOf('[')));
  if (!Array.isArray(list)) throw new Error(`no list of words: ${rest}`);
  return list.map(String);
}
