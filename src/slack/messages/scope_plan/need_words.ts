import type { ManagementType } from '../../../core/checks/check.ts';
import { CONNECTOR_ITSELF } from '../../../core/profiles/zoom_connector.ts';
import { actionIn } from '../../../core/scopes/plan/needs.ts';
import type { Plan } from '../../../core/scopes/plan/plan_scopes.ts';
import { typed } from '../../blocks/text.ts';
import { managementNames } from '../product_words.ts';

/** `action zoom_list_users` is shown as `zoom_list_users`. */
export function needWords(need: string): string {
  const action = actionIn(need);
  return action === CONNECTOR_ITSELF ? 'the connector itself' : typed(action ?? need, 110);
}

/** Why a need cannot be met as asked, and what there is instead. */
export function unmetWords(
  { need, why, known }: Plan['unmet'][number],
  managementType: ManagementType,
): string {
  const what = needWords(need);
  const there = known.map((scope) => `\`${typed(scope, 90)}\``).join(', ');
  switch (why) {
    case 'other_level':
      return `${what}: Zoom has no scope for ${managementNames[managementType]} apps, only ${there}`;
    case 'unlisted':
      return `${what}: StackOne does not say which scopes it takes, so that is not known`;
    case 'unknown':
      return `${what}: not in the catalogue${there === '' ? '' : ` (${there}). Add it only if you see it in Zoom`}`;
  }
}
