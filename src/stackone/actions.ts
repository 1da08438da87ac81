import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Action } from '../core/scopes/needs.ts';
import { CONNECTOR_ITSELF, STACKONE_ZOOM_KEY } from '../core/stackone.ts';
import { type Ask, unavailable } from './ask.ts';
import type { ActionsOutcome } from './outcomes.ts';
import { opaqueId, optionalText } from './schema.ts';

const scopes = z.array(z.string()).optional().catch(undefined);

const action = z.object({
  id: opaqueId,
  label: optionalText,
  description: optionalText,
  required_scopes: scopes,
});

/** Read of Zoom's connector only: another connector's row cannot spoil the list. */
const zoomConnector = z.object({
  key: z.literal(STACKONE_ZOOM_KEY),
  authentication: z
    .array(z.object({ type: optionalText, required_scopes: scopes }))
    .optional()
    .catch(undefined),
  actions: z.array(action),
});
const page = z.object({
  data: z.array(z.looseObject({ key: z.string() })),
  next: z.string().nullish(),
});

const MOST_PAGES = 200;

/**
 * What StackOne's Zoom connector can do, with the scopes that it lists for each action.
 * facts: `GET /actions` has a cursor; which Platform or Actions right the key needs is not known, so 403 here says
 * nothing about profiles.
 */
export async function listZoomActions(ask: Ask, clock: Clock): Promise<ActionsOutcome> {
  const fetchedAt = clock.now();
  const actions = new Map<string, Action>();
  const own = new Set<string>();
  const cursors = new Set<string>();
  for (let next: string | undefined, number = 1; number <= MOST_PAGES; number += 1) {
    const answer = await ask('/actions', {
      'filter[connectors]': STACKONE_ZOOM_KEY,
      include: 'action_details',
      ...(next === undefined ? {} : { next }),
    });
    if (answer.kind === 'turned_down')
      return unavailable(answer.status === 404 ? 'no_listing' : 'bad_request');
    if (answer.kind !== 'json') return answer;
    const parsed = page.safeParse(answer.json);
    if (!parsed.success) return unavailable('unexpected_reply');
    for (const row of parsed.data.data.filter(({ key }) => key === STACKONE_ZOOM_KEY)) {
      const connector = zoomConnector.safeParse(row);
      if (!connector.success) return unavailable('unexpected_reply');
      for (const scope of (connector.data.authentication ?? []).flatMap(oauthScopes)) own.add(scope);
      for (const each of connector.data.actions) actions.set(each.id, actionOf(each));
    }
    next = parsed.data.next ?? '';
    if (next === '') return { kind: 'actions', actions: [...itself(own), ...actions.values()], fetchedAt };
    // A cursor that comes again would go round in circles.
    if (cursors.has(next)) break;
    cursors.add(next);
  }
  return unavailable('unexpected_reply');
}

function oauthScopes({
  type,
  required_scopes = [],
}: {
  type?: string | undefined;
  required_scopes?: string[] | undefined;
}): readonly string[] {
  return type === 'oauth2' ? required_scopes : [];
}

function itself(own: ReadonlySet<string>): readonly Action[] {
  if (own.size === 0) return [];
  return [{ id: CONNECTOR_ITSELF, label: 'The connector itself', description: '', scopes: [...own].sort() }];
}

function actionOf({ id, label, description, required_scopes }: z.infer<typeof action>): Action {
  return { id, label: label ?? id, description: description ?? '', scopes: required_scopes ?? [] };
}
