import { type JsonObject, objectsAt, textAt } from '../json.ts';
import { renderBlocks } from './blocks.ts';
import { type NameOf, readMrkdwn } from './mrkdwn.ts';

/** A legacy attachment as a person reads it, each line behind the bar at its side. */
export function attachmentLines(attachment: JsonObject, nameOf: NameOf): string[] {
  const said = ['pretext', 'title', 'text']
    .map((key) => textAt(attachment, key))
    .filter((text) => text !== '');
  const fields = objectsAt(attachment, 'fields').map((f) => `${textAt(f, 'title')}: ${textAt(f, 'value')}`);
  const blocks = renderBlocks(objectsAt(attachment, 'blocks'), { nameOf });
  const shown = [...said, ...fields].flatMap((text) => readMrkdwn(text, nameOf).split('\n'));
  const lines = [...shown, ...blocks, ...[textAt(attachment, 'footer')].filter((text) => text !== '')];
  return (lines.length > 0 ? lines : [textAt(attachment, 'fallback')]).map((line) => `| ${line}`);
}
