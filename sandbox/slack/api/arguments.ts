import { type Json, type JsonObject, objectOf, parseJson } from '../json.ts';

/** Arguments that are JSON inside a form field. */
const STRUCTURED = new Set(['blocks', 'view', 'metadata', 'attachments', 'outputs']);

export type Arguments =
  | { readonly ok: true; readonly args: JsonObject }
  | { readonly ok: false; readonly error: string; readonly pointer: string };

/** Body of a Web API call: a form whose structured fields are JSON texts, or a JSON document. */
export function parseArguments(contentType: string, body: string): Arguments {
  const kind = contentType.split(';')[0]?.trim() ?? '';
  if (kind === 'application/x-www-form-urlencoded') return structured(fromForm(body));
  if (kind === '' && body === '') return { ok: true, args: {} };
  if (kind !== 'application/json') return { ok: false, error: 'invalid_post_type', pointer: '' };
  const parsed = parseJson(body);
  return parsed === undefined
    ? { ok: false, error: 'invalid_json', pointer: '' }
    : structured(objectOf(parsed));
}

const fromForm = (body: string): JsonObject => Object.fromEntries(new URLSearchParams(body));

function structured(raw: JsonObject): Arguments {
  const args: Record<string, Json | undefined> = { ...raw };
  for (const [name, value] of Object.entries(raw)) {
    if (!STRUCTURED.has(name) || typeof value !== 'string') continue;
    const parsed = parseJson(value);
    const error = name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments';
    if (parsed === undefined) return { ok: false, error, pointer: `/${name}` };
    args[name] = parsed;
  }
  return { ok: true, args };
}
