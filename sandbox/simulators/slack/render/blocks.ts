import { isObject, type JsonObject, objectAt, objectsAt, objectsOf, textAt } from '../json.ts';
import type { Fields } from '../state/workspace_state.ts';
import { elementLines } from './elements.ts';
import { type NameOf, readMrkdwn } from './mrkdwn.ts';
import { richTextLines } from './rich_text.ts';

export interface Reading {
  readonly nameOf?: NameOf;
  /** Values of inputs and menus. */
  readonly fields?: Fields;
  /** Errors by block id. */
  readonly errors?: Readonly<Record<string, string>>;
}

interface Eye {
  readonly nameOf: NameOf;
  readonly fields: Fields;
  readonly errors: Readonly<Record<string, string>>;
}

/** Blocks as a person reads them, line by line: `[Button]`, `<menu ▾>`, `Label: value`, `! error`. */
export function renderBlocks(blocks: readonly unknown[], reading: Reading = {}): string[] {
  const eye = { nameOf: (id: string) => id, fields: {}, errors: {}, ...reading };
  return objectsOf(blocks).flatMap((block) => blockLines(block, eye));
}

const words = (text: JsonObject, eye: Eye): string[] => {
  const said = textAt(text, 'text');
  if (said === '') return [];
  return (textAt(text, 'type') === 'mrkdwn' ? readMrkdwn(said, eye.nameOf) : said).split('\n');
};

function elementIn(block: JsonObject, element: JsonObject, eye: Eye): string[] {
  const field = eye.fields[textAt(block, 'block_id')]?.[textAt(element, 'action_id')];
  return elementLines(element, field, eye.nameOf).filter((line) => line !== '');
}

const section = (block: JsonObject, eye: Eye): string[] => [
  ...words(objectAt(block, 'text'), eye),
  ...objectsAt(block, 'fields').flatMap((field) => words(field, eye)),
  ...(isObject(block.accessory) ? elementIn(block, block.accessory, eye) : []),
];

const buttons = (block: JsonObject, elements: readonly JsonObject[], eye: Eye): string[] => {
  const lines = elements.map((element) => elementIn(block, element, eye));
  return lines.every((one) => one.length === 1)
    ? [lines.flat().join(' ')].filter((l) => l !== '')
    : lines.flat();
};

function context(block: JsonObject, eye: Eye): string[] {
  const parts = objectsAt(block, 'elements').map((element) =>
    textAt(element, 'type') === 'image'
      ? `(image: ${textAt(element, 'alt_text')})`
      : words(element, eye).join('\n'),
  );
  return parts.join(' ').split('\n');
}

function input(block: JsonObject, eye: Eye): string[] {
  const label = `${textAt(block, 'label', 'text')}${block.optional === true ? ' (optional)' : ''}:`;
  const value = elementIn(block, objectAt(block, 'element'), eye);
  const hint = textAt(block, 'hint', 'text');
  const error = eye.errors[textAt(block, 'block_id')];
  return [
    ...(value.length > 1
      ? [label, ...value.map((line) => `  ${line}`)]
      : [`${label} ${value[0] ?? ''}`.trimEnd()]),
    ...(hint === '' ? [] : [`  ${hint}`]),
    ...(error === undefined ? [] : [`  ! ${error}`]),
  ];
}

const cell = (value: JsonObject, eye: Eye): string =>
  textAt(value, 'type') === 'rich_text' ? richTextLines(value, eye.nameOf).join(' ') : textAt(value, 'text');

const table = (block: JsonObject, eye: Eye): string[] => [
  ...[textAt(block, 'caption')].filter((line) => line !== ''),
  ...(Array.isArray(block.rows) ? block.rows : []).map((row) =>
    objectsOf(row)
      .map((one) => cell(one, eye))
      .join(' | '),
  ),
];

const card = (block: JsonObject, eye: Eye): string[] => [
  ...['title', 'subtitle', 'body'].flatMap((key) => words(objectAt(block, key), eye)),
  ...buttons(block, objectsAt(block, 'actions'), eye),
];

/** Its title, and a line for each bar or segment; `value` may be a number. */
function chart(block: JsonObject): string[] {
  const drawn = objectAt(block, 'chart');
  const points = [
    ...objectsAt(drawn, 'segments'),
    ...objectsAt(drawn, 'series').flatMap((series) => objectsAt(series, 'data')),
  ];
  return [
    `(chart: ${textAt(block, 'title')})`,
    ...points.map((point) => `${textAt(point, 'label')}: ${point.value}`),
  ];
}

const task = (block: JsonObject, eye: Eye): string[] => [
  `[${textAt(block, 'status')}] ${textAt(block, 'title')}`,
  ...['details', 'output'].flatMap((key) =>
    richTextLines(objectAt(block, key), eye.nameOf).map((l) => `  ${l}`),
  ),
];

const inner = (block: JsonObject, key: string, eye: Eye): string[] =>
  objectsAt(block, key).flatMap((child) => blockLines(child, eye));

type Reader = (block: JsonObject, eye: Eye) => string[];

const READERS: Record<string, Reader> = {
  header: (block, eye) => words(objectAt(block, 'text'), eye),
  section,
  divider: () => ['---'],
  context,
  actions: (block, eye) => buttons(block, objectsAt(block, 'elements'), eye),
  context_actions: (block, eye) => buttons(block, objectsAt(block, 'elements'), eye),
  input,
  rich_text: (block, eye) => richTextLines(block, eye.nameOf),
  image: (block) => [`(image: ${textAt(block, 'alt_text')})`],
  video: (block) => [`(video: ${textAt(block, 'alt_text')})`],
  file: () => ['(file)'],
  markdown: (block) => textAt(block, 'text').split('\n'),
  alert: (block, eye) =>
    words(objectAt(block, 'text'), eye).map((line) => `(${textAt(block, 'level') || 'note'}) ${line}`),
  table,
  data_table: table,
  data_visualization: chart,
  card,
  carousel: (block, eye) => inner(block, 'elements', eye),
  container: (block, eye) => [
    ...words(objectAt(block, 'title'), eye),
    ...words(objectAt(block, 'subtitle'), eye),
    ...inner(block, 'child_blocks', eye),
  ],
  plan: (block, eye) => [
    textAt(block, 'title'),
    ...objectsAt(block, 'tasks').flatMap((one) => task(one, eye)),
  ],
  task_card: task,
};

function blockLines(block: JsonObject, eye: Eye): string[] {
  const type = textAt(block, 'type');
  return READERS[type]?.(block, eye) ?? [`(${type})`];
}
