import { extname } from 'node:path';
import type { JsonObject } from '../json.ts';
import { newId, now } from './clock.ts';
import type { SlackState, StoredFile, Team } from './workspace_state.ts';

/** Files that the app uploads, and those that people give it in a form. Their content is text. */

interface NewFile {
  readonly name: string;
  readonly length: number;
  readonly by: string;
}

export function addFile(slackState: SlackState, team: Team, wanted: NewFile): StoredFile {
  const file: StoredFile = {
    ...wanted,
    id: newId(slackState, 'F'),
    teamId: team.id,
    uploadKey: newId(slackState, 'UP'),
    created: Math.floor(now(slackState) / 1000),
    title: wanted.name,
    text: null,
    completed: false,
  };
  slackState.files.set(file.id, file);
  return file;
}

/** A person chose a file in a form: it is theirs, and in no channel. */
export function giveFile(
  slackState: SlackState,
  team: Team,
  { name, text, by }: { readonly name: string; readonly text: string; readonly by: string },
): StoredFile {
  const file = addFile(slackState, team, { name, length: Buffer.byteLength(text), by });
  Object.assign(file, { text, completed: true });
  return file;
}

/** An upload address works once, for as many bytes as were announced (docs: files.getUploadURLExternal). */
export function takeUpload(slackState: SlackState, key: string, body: string): StoredFile | null {
  const file = [...slackState.files.values()].find((one) => one.uploadKey === key && one.text === null);
  if (file === undefined || Buffer.byteLength(body) !== file.length) return null;
  file.text = body;
  return file;
}

/** Fields: the file object of docs.slack.dev, those that every hosted file has. */
export function fileOnWire({ url }: SlackState, file: StoredFile): JsonObject {
  const address = `${url}files-pri/${file.teamId}-${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: 'text/plain',
    filetype: extname(file.name).slice(1) || 'text',
    user: file.by,
    size: file.length,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: address,
    url_private_download: address,
  };
}
