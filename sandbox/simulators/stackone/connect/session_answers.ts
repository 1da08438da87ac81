import type { Answered, Incoming } from '../../../faults/serve_with_faults.ts';
import { failure } from '../to_wire.ts';
import { checkBody } from './session_body.ts';
import { addSession, type ConnectSessionRow, type ConnectSessions } from './sessions.ts';

const SESSIONS_PATH = '/connect_sessions';

/** `POST /connect_sessions` and `GET /connect_sessions/{id}`; undefined for everything else. */
export function answerSessions(sessions: ConnectSessions, incoming: Incoming): Answered | undefined {
  const { method, path } = incoming;
  if (method === 'POST' && path === SESSIONS_PATH) return create(sessions, incoming);
  const id = path.startsWith(`${SESSIONS_PATH}/`) ? path.slice(SESSIONS_PATH.length + 1) : '';
  return method === 'GET' && id !== '' ? read(sessions, id) : undefined;
}

function create(sessions: ConnectSessions, { headers, body }: Incoming): Answered {
  const now = sessions.project.now();
  if (!(headers['content-type'] ?? '').startsWith('application/json'))
    return failure(415, 'Unsupported Media Type', now);
  const checked = checkBody(sessions.project, parse(body));
  if ('refused' in checked) return failure(checked.status, checked.refused, now);
  const row = addSession(sessions, checked);
  const { token, auth_link_url } = row;
  return { status: 201, body: { ...sessionBody(row), token, auth_link_url } };
}

/** A session that has expired can still be read: whether that is so is in no document. */
function read({ project, rows }: ConnectSessions, id: string): Answered {
  if (!/^\d{1,15}$/.test(id))
    return failure(400, 'Validation failed (numeric string is expected)', project.now());
  const row = rows.find((one) => one.id === Number(id));
  if (!row) return failure(404, 'Connect session not found', project.now());
  return { status: 200, body: { ...sessionBody(row), latest_connection_attempt: row.attempt } };
}

/** `ConnectSession` of stackone-client-ruby 0.41; what it does not require is left out where there is nothing. */
function sessionBody(row: ConnectSessionRow): object {
  const { token: _token, auth_link_url: _link, expiresAt: _end, attempt: _attempt, ...sent } = row;
  const { expires_in: _life, multiple: _multiple, ...session } = sent;
  return { ...session, organization_id: '5832', project_id: 'sandbox-project' };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
