import type { ChaosDatabase } from '../ground/database.ts';
import { pause } from '../ground/wait.ts';

/**
 * A Zoom that gave no answer is asked again after five minutes, because failed tries may count against an app. Those minutes
 * pass faster here: what waits for Zoom becomes due every two seconds. Nothing else is touched.
 */
export async function passTime({ query }: Pick<ChaosDatabase, 'query'>, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await query(`
      update environment set probed_at = probed_at - interval '10 minutes', next_probe_at = next_probe_at - interval '10 minutes'
      where (workspace_id, id) in (
        select environment.workspace_id, environment.id from environment
        join readiness_check using (workspace_id)
        where readiness_check.environment_id = environment.id and readiness_check.name = 'credentials'
          and readiness_check.status <> 'passed' and next_probe_at is not null
        for update of environment skip locked)`);
    await pause(2_000, undefined, { signal: over }).catch(() => {});
  }
}
