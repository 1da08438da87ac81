import { isObject, type JsonObject, objectAt, objectsAt, textAt } from '../../json.ts';
import type { Call } from '../call.ts';

/** What the arguments of chat.* or the body of a response_url say that the message is. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments: readonly JsonObject[];
  readonly metadata: JsonObject | null;
}

/** `markdown_text` stands instead of text and blocks (docs: chat.postMessage); here it is kept as the markdown block it means. */
export function contentOf(args: JsonObject): Content {
  const markdown = textAt(args, 'markdown_text');
  return {
    text: markdown || textAt(args, 'text'),
    blocks: markdown === '' ? objectsAt(args, 'blocks') : [{ type: 'markdown', text: markdown }],
    attachments: objectsAt(args, 'attachments'),
    metadata: isObject(args.metadata) ? args.metadata : null,
  };
}

type Changes = { -readonly [key in keyof Content]?: NonNullable<Content[key]> };

/** Of an edit: only what it names. */
export function changesOf(args: JsonObject): Changes {
  const { text, blocks, attachments, metadata } = contentOf(args);
  const markdown = args.markdown_text !== undefined;
  return {
    ...(args.text === undefined && !markdown ? {} : { text }),
    ...(args.blocks === undefined && !markdown ? {} : { blocks }),
    ...(args.attachments === undefined ? {} : { attachments }),
    ...(metadata === null ? {} : { metadata }),
  };
}

/** With the Messages tab off nobody can be written to, by user id or D id (seen with such apps; the condition is undocumented). */
export const messagesTabIsOff = ({ slackState }: Call): boolean =>
  objectAt(slackState.manifest, 'features', 'app_home').messages_tab_enabled === false;
