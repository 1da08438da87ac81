import type pg from 'pg';

/**
 * The same pool, which says it is as large as the concurrency. graphile-worker warns at every start when `max` is below it, as if
 * each running job needed a connection of this pool. Our jobs query through the application's pool; fetching, results and
 * listening fit into this one, which keeps its own limit.
 *
 * Upstream: docs/upstream/graphile-worker-pool-size.md (0.17.3)
 */
export function withoutSizeWarning(pool: pg.Pool, concurrency: number): pg.Pool {
  const max = Math.max(pool.options.max, concurrency);
  return Object.create(pool, { options: { value: { ...pool.options, max } } });
}
