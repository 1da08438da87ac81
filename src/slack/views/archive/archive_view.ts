import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { count, named } from '../../blocks/text.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';

/** "Archive": what ends, what stays, and how it comes back, before it is done. */
export function archiveView({ app, environments }: ZoomAppCard): ModalView {
  return modal(
    {
      callbackId: callbackIds.archive,
      title: 'Archive a Zoom app',
      submit: 'Archive',
      state: { kind: 'archive', appId: app.id },
    },
    [
      section(`Archive *${named(app.name)}*?`),
      section(
        [
          `• ${secretWords(environments.filter(({ hasSecret }) => hasSecret).length)}`,
          '• Nothing of it is looked at, asked or announced any more; open links end. Its card is folded.',
          '• Its name is free for another Zoom app.',
          '• Its registration, watches and history stay: *Restore* on its card brings it back, without the secrets.',
        ].join('\n'),
      ),
      section(
        'In Zoom and StackOne nothing is changed: delete the app or the profile there if it shall go too.',
      ),
    ],
  );
}

const secretWords = (secrets: number): string =>
  secrets === 0
    ? 'No client secret of it is stored.'
    : `${count(secrets, 'stored client secret is', 'stored client secrets are')} destroyed.`;

export async function submitArchive(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { appId } = stateOfKind(request.metadata, 'archive');
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.archiveApp({ workspaceId, actor, appId });
  const view = result.ok
    ? note('Archived', `*${named(result.value.app.name)}* is archived. *Restore* on its card brings it back.`)
    : noteOf(await deniedMessage(context, request.person, result.error, { appId }), 'Not archived');
  await request.answer({ kind: 'show', view });
}
