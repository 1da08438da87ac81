import type { ManagementType } from '../../../core/checks/check.ts';
import type { Log } from '../../../log.ts';
import type { ClientIdHolder } from '../../../store/apps/client_ids.ts';
import type { UseCases } from '../../../usecases/bind_use_cases.ts';
import { named, typed } from '../../blocks/text.ts';
import { environmentNames } from '../../messages/product_words.ts';
import type { Banner } from '../view_frame.ts';

/** A client ID was typed that is registered already. Null: it is not. */
export function sameClientIdBanner(holders: readonly ClientIdHolder[]): Banner | null {
  if (holders.length === 0) return null;
  return {
    level: 'warning',
    text: 'This client ID is registered with Greenroom already. Is it the same Zoom app? Then close this form.',
    lines: holders.map((holder) => `• ${where(holder)}: ${wayTo(holder)}`),
  };
}

const where = ({ name, kind }: ClientIdHolder): string => `*${named(name)}*, ${environmentNames[kind]}`;

const wayTo = ({ name, archived }: ClientIdHolder): string =>
  archived
    ? `it is archived; \`/zoom-app restore ${typed(name)}\` brings it back`
    : `\`/zoom-app show ${typed(name)}\``;

/** An app that was saved; `managementType`: null where it is not known. */
interface SavedApp {
  readonly workspaceId: string;
  readonly name: string;
  readonly managementType: ManagementType | null;
}

/**
 * The same once it is saved, with the way to one app; in mrkdwn. Empty: nobody else has it, or that is not known, which is logged: an error
 * of the query does not say that nothing was saved.
 */
export async function sameClientIdWords(
  { usecases, log }: { readonly usecases: Pick<UseCases, 'clientIdHolders'>; readonly log: Log },
  app: SavedApp,
  asked: { readonly clientIds: readonly string[]; readonly except: string },
): Promise<string> {
  const { workspaceId } = app;
  try {
    return wordsAbout(app, await usecases.clientIdHolders({ workspaceId, ...asked }));
  } catch (err) {
    log.warn({ err, workspaceId }, 'Could not look for other Zoom apps of the same client ID');
    return '';
  }
}

function wordsAbout(
  { name, managementType }: Omit<SavedApp, 'workspaceId'>,
  holders: readonly ClientIdHolder[],
): string {
  const [other] = holders;
  if (other === undefined) return '';
  const same = `${where(other)}, has the same client ID.`;
  if (other.archived) return `${same} It is archived.`;
  if (managementType !== null && other.managementType !== managementType)
    return `${same} Is it the same Zoom app? Then archive the one whose management type is wrong.`;
  return `${same} Is it the same Zoom app? Then \`/zoom-app merge ${typed(name)} into ${typed(other.name)}\` makes one of the two.`;
}
