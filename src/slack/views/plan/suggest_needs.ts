import { CONNECTOR_ITSELF } from '../../../core/profiles/zoom_connector.ts';
import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import { templates } from '../../../core/scopes/plan/need_templates.ts';
import { actionNeed } from '../../../core/scopes/plan/needs.ts';
import { findOperations } from '../../../core/scopes/search/find_operations.ts';
import { limits } from '../../blocks/limits.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { templateNames } from '../../messages/scopes/template_names.ts';
import type { SuggestionGroup, SuggestRequest } from '../../requests/requests.ts';
import { ifAnswered } from '../../scope_reports.ts';

/** Anything an app may have to do: a common need, a StackOne action, and once something is typed an operation or an event. */
export async function suggestNeeds(
  context: HandlerContext,
  request: SuggestRequest,
): Promise<readonly SuggestionGroup[]> {
  const words = wordsOf(request.query);
  const common = templates
    .map(({ id }) => ({ id, name: templateNames[id] }))
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .map(({ id, name }) => ({ text: name, value: `template ${id}` }));
  const actions = await ifAnswered(() => suggestActions(context, request));
  const operations = request.query.trim().length < 2 ? [] : await suggestOperations(request);
  return [
    ...(common.length === 0 ? [] : [{ label: 'Common needs', suggestions: common }]),
    ...actions.map(({ label, suggestions }) => ({ label, suggestions: suggestions.slice(0, MOST_ACTIONS) })),
    ...operations,
  ];
}

/** Beside common needs, operations and events: a select shows a hundred in all. */
const MOST_ACTIONS = 40;

function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** StackOne's actions that hold every typed word. */
export async function suggestActions(
  context: HandlerContext,
  request: SuggestRequest,
): Promise<readonly SuggestionGroup[]> {
  const { actions } = await context.usecases.readActions({ workspaceId: request.person.workspaceId });
  const words = wordsOf(request.query);
  const found = actions
    .filter(({ id }) => id !== CONNECTOR_ITSELF && actionNeed(id).length <= limits.option.value)
    .filter(({ id, label }) => words.every((word) => `${id} ${label}`.toLowerCase().includes(word)))
    .slice(0, limits.select);
  if (found.length === 0) return [];
  return [
    {
      label: 'StackOne actions',
      suggestions: found.map(({ id, label, scopes }) => ({
        text: label,
        value: actionNeed(id),
        ...(scopes.length === 0 ? {} : { description: scopes.join(', ') }),
      })),
    },
  ];
}

/** Operations of Zoom's API by path, and events by their beginning. */
export async function suggestOperations(request: SuggestRequest): Promise<readonly SuggestionGroup[]> {
  const query = request.query.trim().toLowerCase();
  const operations = findOperations(query.includes('/') ? query : `/${query}`, limits.select)
    .filter(({ path }) => !path.startsWith('/accounts/{accountId}/'))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => name.length <= limits.option.value)
    .slice(0, 50);
  const events = [...new Set(catalogue.scopes.flatMap((row) => row.events))]
    .filter((event) => event.includes(query))
    .sort()
    .slice(0, 50);
  return [
    { label: 'Operations', suggestions: operations.map(suggestion) },
    { label: 'Events', suggestions: events.map(suggestion) },
  ].filter(({ suggestions }) => suggestions.length > 0);
}

function suggestion(name: string) {
  return { text: name, value: name };
}
