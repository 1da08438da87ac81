import { z } from 'zod';

/** One operation as Zoom's published OpenAPI file tells it. */
export interface PublishedOperation {
  readonly method: string;
  readonly path: string;
  readonly scopes: readonly string[];
  readonly classic: readonly string[];
}

export interface PublishedEvent {
  readonly event: string;
  readonly scopes: readonly string[];
  readonly classic: readonly string[];
}

export interface PublishedScope {
  readonly scope: string;
  readonly classic: readonly string[];
}

export interface Published {
  readonly product: string;
  /** Scopes that are printed by themselves, for no operation. */
  readonly scopes?: readonly PublishedScope[];
  /** Names only some of the scopes of its operations: what is known of the others stays. */
  readonly partial?: boolean;
  /** Operations and events of the file, with and without scopes. */
  readonly listed: number;
  readonly operations: readonly PublishedOperation[];
  readonly events: readonly PublishedEvent[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const text = z.string().optional().catch(undefined);
const described = z.looseObject({
  description: text,
  /** Where Zoom describes an event. */
  requestBody: z.looseObject({ description: text }).optional().catch(undefined),
});
const file = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  webhooks: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

/** Reads one file; throws a sentence when it is none of Zoom's. Scopes stand in the descriptions, in bold labels. */
export function readOpenApi(json: unknown): Published {
  const read = file.safeParse(json);
  if (!read.success) throw new Error(`This is no OpenAPI file: ${z.prettifyError(read.error)}`);
  const { info, paths, webhooks } = read.data;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      if (item[method] === undefined) return [];
      return [{ method: method.toUpperCase(), path, ...scopesIn(descriptionOf(item[method])) }];
    }),
  );
  const events = Object.entries(webhooks).map(([event, item]) => ({
    event,
    ...scopesIn(descriptionOf(item.post)),
  }));
  const product = info.title.trim().replace(/API$/i, '').trim();
  return {
    product,
    listed: operations.length + events.length,
    operations: operations.filter(({ scopes }) => scopes.length > 0),
    events: events.filter(({ scopes }) => scopes.length > 0),
  };
}

function descriptionOf(operation: unknown): string {
  const { description = '', requestBody } = described.safeParse(operation).data ?? {};
  return `${description}\n${requestBody?.description ?? ''}`;
}

/**
 * ``**[Scopes](…):** `a`,`b` `` are the classic ones, ``**[Granular Scopes](…):** `a` `` the others; older files have the
 * labels without the link.
 */
function scopesIn(description: string): { scopes: readonly string[]; classic: readonly string[] } {
  return { scopes: labelled(description, 'Granular Scopes'), classic: labelled(description, 'Scopes') };
}

const LABEL = /\*\*(?:\[([^[\]*\n]*)\]\([^()\n]*\)|([^[\]*\n]*)):\*\*/g;

function labelled(description: string, label: string): readonly string[] {
  const heads = [...description.matchAll(LABEL)];
  const head = heads.find(
    ({ 1: linked, 2: plain }) => (linked ?? plain)?.toLowerCase() === label.toLowerCase(),
  );
  const [line = ''] = head === undefined ? [] : description.slice(head.index + head[0].length).split('\n', 1);
  const found = [...line.matchAll(/`([^`]+)`/g)].flatMap((match) => (match[1] ?? '').split(','));
  return [...new Set(found.map((scope) => scope.trim()).filter((scope) => scope !== ''))];
}
