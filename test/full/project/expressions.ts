import { parseSync } from 'vite';
import { z } from 'zod';

/** A regular expression as it stands in a file. */
export interface Expression {
  readonly pattern: string;
  readonly flags: string;
  readonly place: string;
}

export interface Expressions {
  readonly written: readonly Expression[];
  /** Places where one is, or may be, made of a string: nobody can check that one. */
  readonly made: readonly string[];
}

const node = z.looseObject({ type: z.string(), start: z.number() });
const regex = z.object({ regex: z.object({ pattern: z.string(), flags: z.string() }) });
const named = z.object({ type: z.enum(['Identifier', 'JSXIdentifier']), name: z.string() });
const typed = z.object({
  name: z.string(),
  typeAnnotation: z.object({
    typeAnnotation: z.object({ typeName: z.object({ name: z.literal('RegExp') }) }),
  }),
});
const declared = z.object({ type: z.literal('VariableDeclarator'), id: named, init: regex });
const matching = z.object({
  type: z.literal('CallExpression'),
  callee: z.object({ property: z.object({ name: z.enum(['match', 'matchAll', 'search']) }) }),
  arguments: z.array(z.looseObject({ type: z.string() })),
});

type Node = z.infer<typeof node>;

/** All regular expressions of a file of JavaScript or TypeScript, as its parser sees them. */
export function expressionsIn(path: string, text: string): Expressions {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const nodes = [...nodesOf(program, null)];
  const known = new Set(nodes.flatMap(({ own }) => nameOfExpression(own)));
  const placeOf = ({ start }: Node) => `${path}:${text.slice(0, start).split('\n').length}`;
  return {
    written: nodes.flatMap(({ own }) => {
      const found = regex.safeParse(own);
      return found.success ? [{ ...found.data.regex, place: placeOf(own) }] : [];
    }),
    made: nodes
      .filter(({ own, above }) => makesOne(own, above) || mayMakeOne(own, known))
      .map(({ own }) => placeOf(own)),
  };
}

function* nodesOf(value: unknown, above: Node | null): Generator<{ own: Node; above: Node | null }> {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  const own = Array.isArray(value) ? undefined : node.safeParse(value).data;
  if (own !== undefined) yield { own, above };
  for (const each of Object.values(value)) yield* nodesOf(each, own ?? above);
}

/** Names that stand for an expression which is written in the same file, or passed on by its type. */
function nameOfExpression(own: Node): readonly string[] {
  const { data: constant } = declared.safeParse(own);
  const { data: parameter } = typed.safeParse(own);
  return [constant?.id.name ?? parameter?.name ?? []].flat();
}

/** `RegExp` itself, save as a type and behind `instanceof`. */
function makesOne(own: Node, above: Node | null): boolean {
  const isConstructor = named.safeParse(own).data?.name === 'RegExp';
  return isConstructor && above?.type !== 'TSTypeReference' && above?.operator !== 'instanceof';
}

/** `text.match(word)`: a string becomes an expression without a word. */
function mayMakeOne(own: Node, known: ReadonlySet<string>): boolean {
  const [first] = matching.safeParse(own).data?.arguments ?? [];
  if (first === undefined || regex.safeParse(first).success) return false;
  const name = named.safeParse(first).data?.name;
  return name === undefined || !known.has(name);
}
