import { deniedMessage, errorMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { stateOfKind } from '../view_metadata.ts';
import { settingParts } from './settings_view.ts';
import { changedBlocks } from './shown_values.ts';

/**
 * Saves what this person has changed, and nothing else: what another admin has changed since the form was opened stays. Each topic is
 * saved on its own; where one is denied, the form stays open with the error, and saving again does no harm.
 */
export async function submitSettings(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { shown } = stateOfKind(request.metadata, 'settings');
  const { workspaceId, userId: actor } = request.person;
  const changed = changedBlocks(request.typed, shown);
  const errors: Record<string, string> = {};
  for (const { blocks, save } of settingParts) {
    const own = Object.fromEntries(Object.entries(changed).filter(([block]) => blocks.includes(block)));
    const [first] = Object.keys(own);
    if (first === undefined) continue;
    const result = await save(context, { workspaceId, actor }, own, shown);
    if (result.ok) continue;
    const { error } = result;
    if (error === 'not_admin' || error === 'admin_unknown')
      return request.answer({
        kind: 'show',
        view: noteOf(await deniedMessage(context, request.person, error), 'Not saved'),
      });
    if (typeof error === 'string') errors[first] = errorMessage(error).text.replace(/[*`]/g, '');
    else errors[error.block] = error.text;
  }
  if (Object.keys(errors).length > 0) return request.answer({ kind: 'errors', errors });
  await request.answer({ kind: 'close' });
}
