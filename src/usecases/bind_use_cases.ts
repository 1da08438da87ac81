import { createBatchLoader, loadDistinct } from '../concurrency/batch_loader.ts';
import { databaseBatches } from '../store/postgres/client/outage.ts';
import { noTracing, type Tracing } from '../telemetry/tracing.ts';
import { findZoomApps } from './apps/find_zoom_app.ts';
import { listZoomApps, readBoard } from './apps/list_zoom_apps.ts';
import type { Context } from './changes/context.ts';
import { readDrafts } from './drafts/drafts.ts';
import { searchConfirmedScopes } from './scopes/confirmed_scopes.ts';
import { useCases } from './use_cases.ts';

type Verbs = typeof useCases;
type Input<Name extends keyof Verbs> = Parameters<Verbs[Name]>[1];

/** Every use case with its context already given. */
export type UseCases = {
  readonly [Name in keyof Verbs]: (input: Input<Name>) => ReturnType<Verbs[Name]>;
};

/** Each is a span of its own when something is traced. */
export function bindUseCases(ctx: Context, tracing: Tracing = noTracing): UseCases {
  const bound = Object.entries(useCases).map(([name, verb]) => [
    name,
    (input: never) =>
      tracing.span({ name }, () => (verb as (ctx: Context, input: never) => Promise<unknown>)(ctx, input)),
  ]);
  return { ...(Object.fromEntries(bound) as UseCases), ...batched(ctx) };
}

/** Batch loaders: concurrent reads become one query. */
function batched(ctx: Context) {
  return {
    findConfirmedScopes: createBatchLoader(
      (queries: readonly Input<'findConfirmedScopes'>[]) => searchConfirmedScopes(ctx, queries),
      databaseBatches,
    ),
    findZoomApp: createBatchLoader(
      (inputs: readonly Input<'findZoomApp'>[]) => findZoomApps(ctx, inputs),
      databaseBatches,
    ),
    listZoomApps: createBatchLoader(
      loadDistinct((input: Input<'listZoomApps'>) => listZoomApps(ctx, input)),
      databaseBatches,
    ),
    readBoard: createBatchLoader(
      loadDistinct((input: Input<'readBoard'>) => readBoard(ctx, input)),
      databaseBatches,
    ),
    readDraft: createBatchLoader(
      (inputs: readonly Input<'readDraft'>[]) => readDrafts(ctx, inputs),
      databaseBatches,
    ),
  };
}
