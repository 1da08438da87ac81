import type { ManagementType } from '../../../core/checks/check.ts';
import type { ClientIdHolder } from '../../../store/apps/client_ids.ts';
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

/** The same once it is saved, with the way to one app; in mrkdwn. Empty: nobody else has it. `managementType`: null where it is not known. */
export function sameClientIdWords(
  { name, managementType }: { readonly name: string; readonly managementType: ManagementType | null },
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
