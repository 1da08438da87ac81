import { systemClock } from '../../src/clock.ts';
import { Secret } from '../../src/core/secrets/secret.ts';
import { newId } from '../../src/ids.ts';
import { registerZoomApp } from '../../src/usecases/apps/register_zoom_app.ts';
import { saveDraft } from '../../src/usecases/drafts/drafts.ts';
import { createVault } from '../../src/vault/vault.ts';
import type { Stage } from './stage.ts';
import { vaultKey } from './stage.ts';

/** Registers Zoom apps past the modals, on the database of the running bot: for stories about many of them. */
export async function seed(
  stage: Pick<Stage, 'database' | 'simulators' | 'person' | 'pair'>,
  names: readonly string[],
  owner = 'ana',
  where = '#zoom-integration',
): Promise<void> {
  const [id = '', base64 = ''] = vaultKey.split(':');
  const vault = createVault([{ id, base64: new Secret(base64) }]);
  const settings = { remindAfterMs: 1, outageNoticeAfterMs: 1, stackoneKey: null, version: '0' };
  const ctx = { db: stage.database.db, vault, clock: systemClock, newId, settings };
  const by = { workspaceId: stage.simulators.slack.id, actor: stage.person(owner).id };
  for (const name of names) {
    const draftId = newId();
    const { clientId, clientSecret } = stage.pair();
    await saveDraft(ctx, {
      ...by,
      draftId,
      secrets: { development: new Secret(clientSecret) },
      answers: {
        name,
        managementType: 'admin',
        environments: ['development'],
        owners: [by.actor],
        channelId: stage.simulators.slack.channelId(where),
        clientIds: { development: clientId },
        pickedScopes: ['user:read:user:admin'],
      },
    });
    const registered = await registerZoomApp(ctx, { ...by, draftId });
    if (!registered.ok) throw new Error(`${name} was not registered: ${registered.error}`);
  }
}
