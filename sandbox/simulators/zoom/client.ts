import { masked } from '../../faults/fault_requests.ts';
import type { Incoming } from '../../faults/serve_with_faults.ts';
import type { Apps, RegisteredApp } from './apps.ts';

/** The client of a request (Basic, the only way Zoom's metadata lists), and its form. */
export interface Asked {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly form: URLSearchParams;
}

export function readAsked(incoming: Incoming): Asked {
  const basic = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(incoming.headers.authorization ?? '')?.[1];
  const pair = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString('utf8');
  const colon = pair?.indexOf(':') ?? -1;
  return {
    clientId: colon < 0 ? undefined : pair?.slice(0, colon),
    clientSecret: colon < 0 ? undefined : pair?.slice(colon + 1),
    form: readForm(incoming),
  };
}

/** Zoom reads the query too (Server-to-Server apps send their grant there); a body of another type is not read. */
function readForm(incoming: Incoming): URLSearchParams {
  const form = new URLSearchParams(incoming.query);
  const type = (incoming.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return form;
  for (const [name, value] of new URLSearchParams(incoming.body)) form.append(name, value);
  return form;
}

export function appOf(apps: Apps, asked: Asked): RegisteredApp | undefined {
  const app = asked.clientId === undefined ? undefined : apps.get(asked.clientId);
  return app && asked.clientSecret !== undefined && app.secrets.includes(asked.clientSecret)
    ? app
    : undefined;
}

export function notesOf(asked: Asked): Record<string, string> {
  const notes: Record<string, string> = {};
  if (asked.clientId !== undefined) notes.client_id = asked.clientId;
  if (asked.clientSecret !== undefined) notes.secret = masked(asked.clientSecret);
  const grant = asked.form.get('grant_type');
  if (grant !== null) notes.grant_type = grant;
  const redirect = asked.form.get('redirect_uri');
  if (redirect !== null) notes.redirect_uri = redirect;
  for (const name of ['code', 'token', 'refresh_token']) {
    const value = asked.form.get(name);
    if (value !== null) notes[name] = masked(value);
  }
  return notes;
}
