import type { Who } from '../../simulators/slack/delivery/payloads.ts';
import { type JsonObject, objectsAt, textAt } from '../../simulators/slack/json.ts';
import { fileOnWire, giveFile } from '../../simulators/slack/state/files.ts';

/** Files that the page sends with their content are stored in the simulated Slack, and named as the app will see them. */
export function withStoredFiles({ slackState, team, user }: Who, value: JsonObject): JsonObject {
  if (!Array.isArray(value.files)) return value;
  const files = objectsAt(value, 'files').map((file) => {
    if (typeof file.content !== 'string') return file;
    const text = file.content;
    return fileOnWire(
      slackState,
      giveFile(slackState, team, { name: textAt(file, 'name'), text, by: user.id }),
    );
  });
  return { ...value, files };
}
