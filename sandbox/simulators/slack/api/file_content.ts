import { takeUpload } from '../state/files.ts';
import { note, settle } from '../state/journal.ts';
import type { SlackState } from '../state/workspace_state.ts';
import { htmlPage, type Reply } from './web_api.ts';

/** The two addresses outside the Web API: where content is uploaded, and where it is read. */

const plain = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

/** Raw bytes (Slack takes a multipart form as well). No token: the address itself is the permission, and stays out of the log. */
export function answerUpload(slackState: SlackState, key: string, contentType: string, body: string): Reply {
  const entry = note(slackState.journal, 'from_app', 'file upload', { bytes: Buffer.byteLength(body) }, null);
  const done = (status: number, said: string): Reply => {
    settle(entry, said, status);
    return plain(status, said);
  };
  if (contentType.startsWith('multipart/')) return done(400, 'this simulator takes raw bytes alone');
  const file = takeUpload(slackState, key, body);
  return file === null ? done(400, 'upload failed') : done(200, `OK - ${file.length}`);
}

/** Without a token that may read files Slack leads to its login page (seen by many apps as a file of HTML). */
export function answerDownload(slackState: SlackState, address: string, authorization: string): Reply {
  const entry = note(slackState.journal, 'from_app', 'file download', { file: address }, null);
  const done = (reply: Reply): Reply => {
    settle(entry, null, reply === 'cut' ? null : reply.status);
    return reply;
  };
  const [teamId, id = ''] = address.split('-');
  const team = slackState.teams.find((one) => one.id === teamId);
  const mayRead =
    authorization === `Bearer ${team?.botToken}` &&
    slackState.scopes.includes('files:read') &&
    team?.installed;
  if (mayRead !== true)
    return done({ status: 302, headers: { location: `${slackState.url}login` }, body: '' });
  const file = slackState.files.get(id);
  if (file === undefined || file.teamId !== teamId || file.text === null) return done(htmlPage(404));
  return done(plain(200, file.text));
}
