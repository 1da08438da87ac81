import { memoizeByKey } from '../../../concurrency/memoize.ts';
import type { ManagementType } from '../../../core/checks/check.ts';
import type { CatalogueScope } from '../../../core/scopes/catalogue/catalogue.ts';
import { groupByCategory, searchScopes } from '../../../core/scopes/search/search_scopes.ts';
import { limits } from '../../blocks/limits.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { SuggestionGroup, SuggestRequest } from '../../requests/requests.ts';
import { wordsOf } from '../../scope_reports.ts';
import { typedIn } from '../inputs.ts';
import type { ScopesForm } from '../scopes_form.ts';
import { stateOf } from '../view_metadata.ts';
import { EVERY_CATEGORY } from './scopes_blocks.ts';
import { scopeBlocks } from './typed_scopes.ts';

/** What the catalogue offers for what was typed: only scopes of the management type, in the chosen category. */
export async function suggestScopes(
  context: HandlerContext,
  request: SuggestRequest,
): Promise<readonly SuggestionGroup[]> {
  const state = stateOf(request.metadata);
  const form = state !== null && 'form' in state ? state.form : undefined;
  if (form === undefined) return [];
  const category = categoryOf(request, form);
  const confirmed = category === undefined ? await confirmedHere(context, request, form) : [];
  const groups = inCatalogue(request.query, form.managementType, category);
  return confirmed.length === 0 ? groups : [...confirmed, ...groups];
}

/** The catalogue stays as it is, and people type the same beginnings. */
const inCatalogue = memoizeByKey(
  (query: string, managementType: ManagementType, category?: string): readonly SuggestionGroup[] => {
    const found = searchScopes(query, managementType, category === undefined ? {} : { category });
    return groupByCategory(found).map((group) => ({
      label: group.category,
      suggestions: group.scopes.map((row) => ({ text: row.scope, value: row.scope, ...described(row) })),
    }));
  },
  { maxKeys: 100, maxKeyLength: 100 },
);

/** Confirmed scopes of this workspace; one indexed query. */
async function confirmedHere(
  context: HandlerContext,
  { person, query }: SuggestRequest,
  { managementType }: ScopesForm,
): Promise<readonly SuggestionGroup[]> {
  const words = wordsOf(query).slice(0, MOST_WORDS);
  const { workspaceId } = person;
  const known = await context.usecases.findConfirmedScopes({ workspaceId, words, limit: MOST_FOUND });
  const fitting = known.filter(
    ({ scope }) =>
      /:(admin|master)$/.test(scope) === (managementType === 'admin') && scope.length <= limits.option.value,
  );
  if (fitting.length === 0) return [];
  return [
    {
      label: 'Confirmed in this workspace',
      suggestions: fitting
        .slice(0, MOST_CONFIRMED)
        .map(({ scope }) => ({ text: scope, value: scope, description: 'Not in the catalogue' })),
    },
  ];
}

const MOST_CONFIRMED = 10;
/** Of both management types. */
const MOST_FOUND = 100;
const MOST_WORDS = 10;

/** The category as it stands there; the modal may not have been drawn anew since it was chosen. */
function categoryOf({ typed }: SuggestRequest, form: ScopesForm): string | undefined {
  const chosen = typedIn(typed, scopeBlocks.category).option ?? form.category;
  return chosen === EVERY_CATEGORY ? undefined : chosen;
}

/** What the scope lets an app do: names of scopes often differ by one word only. */
function described({ operations }: CatalogueScope): { description?: string } {
  const [first] = operations;
  if (first === undefined) return {};
  return { description: operations.length === 1 ? first : `${first} and ${operations.length - 1} more` };
}
