import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import { nextSecretStep } from '../../core/credentials/secret_age.ts';
import { saveSecretAge } from '../../store/checks/secret_ages.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';

/**
 * A new pair is in use: the date of the old one is over, and a profile that exists may hold the old one. Not while the pair waits for
 * Zoom: one that is refused changes nothing.
 */
export async function startSecretAge(tx: Queryable, environment: Environment, now: Date): Promise<void> {
  const hasProfile = checkOf(environment, 'connector_profile').lastKnown === 'passed';
  const age = { renewalAt: null, replacedAt: hasProfile ? now : null };
  const dueAt = nextSecretStep(age, now);
  await saveSecretAge(tx, environment.workspaceId, environment.id, { ...age, dueAt });
}
