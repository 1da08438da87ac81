import type { IncomingMessage } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import { Err, Ok, type Result } from '../../../core/result.ts';
import { FORM, isJson } from './judge_head.ts';

/** Bytes of all bodies that are being received at the moment, and are not verified yet. */
export interface ReceivingBytes {
  held: number;
  readonly limit: number;
}

/**
 * The raw bytes. `too_large`: more than `limit`; `busy`: more than may be received at the same moment; `cut`: the sender
 * hung up, or the server's request timeout ended it. Whatever is refused is not kept.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  receiving: ReceivingBytes,
): Promise<Result<Buffer, 'too_large' | 'busy' | 'cut'>> {
  if (Number(request.headers['content-length']) > limit) return Promise.resolve(Err('too_large'));
  return new Promise((resolve) => {
    let chunks: Buffer[] | null = [];
    let length = 0;
    const end = (result: Result<Buffer, 'too_large' | 'busy' | 'cut'>): void => {
      if (chunks === null) return;
      chunks = null;
      receiving.held -= length;
      resolve(result);
    };
    request.on('data', (chunk: Buffer) => {
      if (chunks === null) return;
      length += chunk.length;
      receiving.held += chunk.length;
      if (length > limit) end(Err('too_large'));
      else if (receiving.held > receiving.limit) end(Err('busy'));
      else chunks.push(chunk);
    });
    request.on('end', () => end(Ok(joined(chunks ?? []))));
    request.on('error', () => end(Err('cut')));
    request.on('close', () => end(Err('cut')));
  });
}

function joined(chunks: readonly Buffer[]): Buffer {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

export type Body = Readonly<Record<string, unknown>>;

/**
 * Slack sends events as JSON; commands as a form; everything interactive as a form with one field of JSON, `payload`.
 */
export function parseBody(contentType: string | undefined, body: Buffer): Result<Body, 'malformed'> {
  if (isJson(contentType)) return parseJson(body.toString());
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
    return null; // encoded in a way that only the parser of forms accepts
  }
}

/** The one request that Slack does not sign. Its other fields are ignored. */
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
