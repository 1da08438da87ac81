import type { CatalogueScope } from '../../../core/scopes/catalogue.ts';
import { groupByCategory, searchScopes } from '../../../core/scopes/search.ts';
import type { SuggestCall, SuggestionGroup } from '../../bolt/calls.ts';
import { stateOf } from '../state.ts';

/** What the catalogue offers for what was typed: only scopes of the management type, in the chosen category. */
export async function suggestScopes(call: SuggestCall): Promise<readonly SuggestionGroup[]> {
  const state = stateOf(call.metadata);
  const form = state !== null && 'form' in state ? state.form : undefined;
  if (form === undefined) return [];
  const { managementType, category } = form;
  const found = searchScopes(call.typed, managementType, category === undefined ? {} : { category });
  return groupByCategory(found).map((group) => ({
    label: group.category,
    suggestions: group.scopes.map((row) => ({ text: row.scope, value: row.scope, ...described(row) })),
  }));
}

/** Two scopes differ by a word; what they let one do tells more. */
function described({ operations }: CatalogueScope): { description?: string } {
  const [first] = operations;
  if (first === undefined) return {};
  return { description: operations.length === 1 ? first : `${first} and ${operations.length - 1} more` };
}
