import { describe, expect, test } from 'vitest';
import type { Modal } from '../../../../../sandbox/simulators/slack/index.ts';
import { beginsAtScopes } from '../../registration.ts';
import { registered, useStage } from '../../stage.ts';

describe('a client ID that is registered already', () => {
  const stage = useStage('socket');
  const atScopes = (name: string, managedBy?: string): Promise<Modal> =>
    beginsAtScopes(stage.slack.person('ana'), name, managedBy);
  const saved = async (modal: Modal, scope: string): Promise<string> => {
    await modal.fill('Or paste a list', scope);
    await modal.submit();
    await modal.sees('Step 4 of 4');
    await modal.submit();
    await modal.sees('is registered');
    const text = modal.text();
    await modal.dismiss();
    return text;
  };

  test('is said before the scopes are chosen, and once it is saved with the way to one app', async () => {
    const first = await atScopes('First');
    expect(first.text()).not.toContain('registered with Greenroom already');
    expect(await saved(first, 'user:read:user:admin')).not.toContain('same client ID');
    const second = await atScopes('Second');
    expect(second.text()).toContain('registered with Greenroom already');
    expect(second.text()).toMatch(/First.*Development.*\/zoom-app show First/s);
    expect(await saved(second, 'user:read:user:admin')).toMatch(/\/zoom-app merge Second into First/);
    expect(await saved(await atScopes('Third', 'User-managed'), 'user:read:user')).toContain(
      'archive the one whose management type is wrong',
    );
  });

  test('of an archived app leads to restoring it', async () => {
    const { usecases, slack, database } = stage;
    await database.db.query('update zoom_app set archived_at = now()');
    const { app } = await registered(stage, { name: 'Put aside' });
    const by = { workspaceId: slack.id, actor: slack.person('ana').id };
    expect((await usecases.archiveApp({ ...by, appId: app.id })).ok).toBe(true);
    const modal = await atScopes('Anew');
    expect(modal.text()).toMatch(/Put aside.*\/zoom-app restore Put aside/s);
    expect(await saved(modal, 'user:read:user:admin')).toContain('It is archived.');
  });
});
