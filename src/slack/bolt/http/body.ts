import type { IncomingMessage } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import { Err, Ok, type Result } from '../../../core/result.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The raw bytes; `cut` when the sender hung up. The rest of what is too large is not kept. */
export function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Result<Buffer, 'too_large' | 'cut'>> {
  if (Number(request.headers['content-length']) > limit) return Promise.resolve(Err('too_large'));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve(Err('too_large'));
      }
    });
    request.on('end', () =>
      resolve(Ok(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))),
    );
    request.on('error', () => resolve(Err('cut')));
    request.on('close', () => resolve(Err('cut')));
  });
}

export type Body = Readonly<Record<string, unknown>>;

/**
 * Slack sends events as JSON; commands as a form; everything interactive as a form with one field of JSON, `payload`.
 */
export function parseBody(
  contentType: string | undefined,
  body: Buffer,
): Result<Body, 'other_type' | 'malformed'> {
  if (contentType !== FORM) {
    const isJson = contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
    return isJson ? parseJson(body.toString()) : Err('other_type');
  }
  const text = body.toString();
  const payload = loneField('payload=', text);
  if (payload !== null) return parseJson(payload);
  const form = parseForm(text);
  return typeof form.payload === 'string' ? parseJson(form.payload) : Ok({ ...form });
}

/** A form of this one field, decoded by the engine itself: a modal's payload is long. Null when it is anything else. */
function loneField(name: string, form: string): string | null {
  if (!form.startsWith(name) || form.includes('&')) return null;
  try {
    return decodeURIComponent(form.slice(name.length).replaceAll('+', ' '));
  } catch {
    return null; // written in a way that only the parser of forms puts up with
  }
}

/** The one request that Slack does not sign. Whatever else it holds is not looked at. */
export function isSslCheck(contentType: string | undefined, body: Buffer): boolean {
  return contentType === FORM && body.includes('ssl_check') && parseForm(body.toString()).ssl_check === '1';
}

function parseJson(text: string): Result<Body, 'malformed'> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? Ok(value) : Err('malformed');
  } catch {
    return Err('malformed');
  }
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
