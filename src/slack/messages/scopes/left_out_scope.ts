import type { ManagementType } from '../../../core/checks/check.ts';
import type { Conversion, WithoutReason } from '../../../core/scopes/verdict/convert_scopes.ts';
import { type Phrase, phrase } from '../../blocks/phrase.ts';
import { managementNames } from '../product_words.ts';
import { scopeCode } from './shown_scope.ts';

/** Why a conversion to a management type left a scope out. */
export function explainLeftOut({ scope, why }: Conversion['without'][number], to: ManagementType): Phrase {
  const apps = `${managementNames[to]} apps`;
  const reasons: Readonly<Record<WithoutReason, string>> = {
    other_type_only: `exists only for ${managementNames[to === 'admin' ? 'user' : 'admin']} apps`,
    master_only: 'exists only for owners of a Zoom master account',
    app_owned: 'belongs to the app itself (client credentials)',
    special: `is not for ${apps}`,
    classic_unmapped: `is a classic scope with no known granular scope for ${apps}`,
    unknown: `is not in the catalogue, so Greenroom cannot tell its form for ${apps}`,
    malformed: 'is not written like a scope',
  };
  return phrase`${scopeCode(scope)} ${reasons[why]}.`;
}
