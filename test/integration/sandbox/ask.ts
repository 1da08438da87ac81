import { request } from 'undici';

export interface Said {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  /** Empty when the body is not a JSON object. */
  readonly json: Record<string, unknown>;
}

export interface Ask {
  readonly authorization?: string;
  readonly headers?: Record<string, string>;
  /** Sent as a form; POST. */
  readonly form?: Record<string, string>;
  /** Sent as JSON text; POST. */
  readonly json?: string;
}

/** A plain HTTP call that knows nothing of our clients. */
export async function ask(url: string, { authorization, headers = {}, form, json }: Ask = {}): Promise<Said> {
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  const body = form ? new URLSearchParams(form).toString() : json;
  const said = await request(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': type }),
      ...(authorization === undefined ? {} : { authorization }),
      ...headers,
    },
    body: body ?? null,
  });
  const text = await said.body.text();
  return { status: said.statusCode, headers: said.headers, text, json: parse(text) };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export function basic(pair: string): string {
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
