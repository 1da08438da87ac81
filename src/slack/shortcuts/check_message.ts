import type { ManagementType } from '../../core/checks/check.ts';
import { type PasteResult, parsingEach } from '../../core/scopes/parse/parse_paste.ts';
import { secretIn } from '../../core/secrets/find_secrets.ts';
import { runInChunks } from '../../event_loop.ts';
import { messageView } from '../blocks/fit.ts';
import { section } from '../blocks/layout.ts';
import type { HandlerContext } from '../handler_context.ts';
import { messageScopeTexts } from '../messages/scopes/message_scopes.ts';
import type { ShortcutMessage, ShortcutRequest } from '../requests/requests.ts';
import { reportFor } from '../scope_reports.ts';

/** *Check the scopes in this message*: the report of `/zoom-scopes check`, to this person only. */
export async function checkMessage(context: HandlerContext, request: ShortcutRequest): Promise<void> {
  const { message, person } = request;
  // Only the menu of a message offers it.
  if (message === null) return;
  const paste = await bestPaste(message);
  const holdsSecret = message.texts.some((text) => secretIn(text) !== null);
  if (paste === null) {
    return request.reply(holdsSecret ? messageScopeTexts.secret() : messageScopeTexts.noScopes());
  }
  const managementType = paste.managementType ?? likelyType(paste);
  const report = await reportFor(context, person, paste, managementType, 'message');
  const said = [
    ...(holdsSecret ? [messageScopeTexts.secret().text] : []),
    messageScopeTexts.takenFor(managementType, paste.managementType !== undefined),
  ].join('\n');
  await request.reply(messageView(`${said}\n${report.text}`, [section(said), ...report.blocks]));
}

/** Of the forms in which a message says the same, the one with the most scopes in it; null without any. */
async function bestPaste({ texts }: ShortcutMessage): Promise<PasteResult | null> {
  const pastes = await runInChunks(parsingEach(texts));
  const [best] = pastes.toSorted((one, other) => other.found.length - one.found.length);
  return best === undefined || best.found.length === 0 ? null : best;
}

/** By the level that most of the scopes have. */
function likelyType({ found }: PasteResult): ManagementType {
  const admin = found.filter(({ normalised }) => /:(?:admin|master)$/.test(normalised)).length;
  return admin * 2 >= found.length ? 'admin' : 'user';
}
