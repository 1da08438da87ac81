import { parse as parseForm } from 'node:querystring';
import { Err, Ok, type Result } from '../../../core/result.ts';
import { FORM, isJson } from './judge_head.ts';

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
  return typeof form.payload === 'string' ? parseJson(form.payload) : Ok(form);
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
