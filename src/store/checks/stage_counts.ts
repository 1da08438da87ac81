import { type Stage, stages } from '../../core/checks/stage.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** How many environments are at each stage; a trigger keeps the count. */
export async function countStages(
  db: Queryable,
  workspaceId: string,
): Promise<Partial<Record<Stage, number>>> {
  const rows = await db.query<{ stage: Stage; count: number }>(
    `select stage, environments as count from stage_count
     where workspace_id = $1 and stage <> 'archived' and environments > 0`,
    [workspaceId],
  );
  const found = new Map(rows.map((row) => [row.stage, row.count]));
  return Object.fromEntries(stages.flatMap((stage) => (found.has(stage) ? [[stage, found.get(stage)]] : [])));
}
