import { deniedIn } from '../../../error_message.ts';
import type { HandlerContext } from '../../../handler_context.ts';
import { archiveTexts } from '../../../messages/archive/archive_texts.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { mergeView } from '../../../views/archive/merge_view.ts';
import { myApp, theApp } from '../named_app.ts';

/** `/zoom-app merge <duplicate> into <app>`: a modal says what comes over, and asks. Names may hold the word, so the last one counts. */
export async function merge(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const [, duplicate = '', other = ''] = /^(.*)\sinto\s(.*)$/is.exec(rest) ?? [];
  if (duplicate.trim() === '' || other.trim() === '') return request.reply(archiveTexts.mergeUsage());
  const from = await myApp(context, request, duplicate, 'merge', 'archive');
  if (from === null) return;
  const into = await theApp(context, request, other, 'merge');
  if (into === null) return;
  if (into.app.id === from.app.id) return request.reply(archiveTexts.sameApp());
  if (into.app.managementType !== from.app.managementType) return request.reply(archiveTexts.otherType());
  const denied = await deniedIn(context, request.person, into.app, 'archive');
  if (denied !== null) return request.reply(denied);
  await request.open(() => mergeView(from, into));
}
