import { newCheck } from '../src/core/checks/check.ts';
import { newId } from '../src/ids.ts';
import { insertEnvironment } from '../src/store/apps/save_environments.ts';
import { insertZoomApp, setScopes } from '../src/store/apps/save_zoom_app.ts';
import { saveChecks } from '../src/store/checks/readiness_checks.ts';
import { setOwners } from '../src/store/ownership/owners.ts';
import type { Database } from '../src/store/postgres/client/database.ts';

const scopes = ['meeting:read:meeting:admin', 'user:read:user:admin', 'user:read:list_users:admin'];

/**
 * Registered Zoom apps whose next step is a person's, and for which no job is queued. With the statistics that autovacuum would collect
 * within a minute: plans would change in the middle of a measure.
 */
export async function seedZoomApps(db: Database, workspaceId: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await db.tx((tx) => seedZoomApp(tx, workspaceId, `Integration ${number}`));
  }
  await db.query('analyze');
}

async function seedZoomApp(
  tx: Parameters<typeof insertZoomApp>[0],
  workspaceId: string,
  name: string,
): Promise<void> {
  const [id, environmentId, now] = [newId(), newId(), new Date()];
  const fields = { name, managementType: 'admin' as const, purpose: '', scopeDescription: '' };
  await insertZoomApp(tx, { workspaceId, id, channelId: 'C0BENCH', ...fields }, 'U0OWNER', now);
  await setOwners(tx, { workspaceId, id }, ['U0OWNER']);
  await setScopes(
    tx,
    { workspaceId, id },
    scopes.map((scope) => ({ scope, confirmedBy: null })),
  );
  await insertEnvironment(tx, {
    workspaceId,
    id: environmentId,
    zoomAppId: id,
    kind: 'development',
    clientId: 'bench',
    clientSecretSealed: 'never opened',
    stage: 'testing',
    baselineAt: null,
  });
  await saveChecks(tx, workspaceId, [{ environmentId, check: newCheck('credentials') }]);
}
