import { type Json, type JsonObject, objectOf, parseJson } from '../json.ts';

/** Arguments that are JSON inside a form field. */
const STRUCTURED = new Set(['blocks', 'view', 'metadata', 'attachments', 'outputs', 'files']);

export type Arguments =
  | { readonly ok: true; readonly args: JsonObject }
  | { readonly ok: false; readonly error: string; readonly pointer: string };

interface Sent {
  readonly contentType: string;
  readonly body: string;
  readonly query: URLSearchParams;
}

/**
 * Arguments of a Web API call: the query and the body together (docs: "GET querystring, POST parameters, or a mix of both"). The body
 * is a form whose structured fields are JSON texts, or a JSON document; the methods that read are documented for forms alone, what
 * they make of JSON is unknown: taken. A token in the query is none: apps of today may not send it there (docs, since 2021).
 */
export function parseArguments({ contentType, body, query }: Sent): Arguments {
  const { token: _token, ...asked } = Object.fromEntries(query);
  const kind = contentType.split(';')[0]?.trim() ?? '';
  if (body === '' && (kind === '' || query.size > 0)) return structured(asked);
  if (kind === 'application/x-www-form-urlencoded') return structured({ ...asked, ...fromForm(body) });
  if (kind !== 'application/json') return { ok: false, error: 'invalid_post_type', pointer: '' };
  const parsed = parseJson(body);
  return parsed === undefined
    ? { ok: false, error: 'invalid_json', pointer: '' }
    : structured({ ...asked, ...objectOf(parsed) });
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

/** OAuth methods take the app's id and secret by HTTP Basic authentication as well (docs: oauth.v2.access, recommended there). */
export function clientIn(authorization: string): JsonObject {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return {};
  const [client_id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { client_id, client_secret: secret.join(':') };
}
