import { beforeEach, describe, expect, test } from 'vitest';
import { nextSnapshot } from '../../../../src/core/drift/connector_snapshot.ts';
import { saveSnapshot } from '../../../../src/store/drift/connector_snapshots.ts';
import { registered, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';
const line =
  /From version 2\.0 the Zoom connector needs .*meeting:write:meeting:admin.*which \*Line\* does not declare/s;

describe.each(transports)('what StackOne’s connector needs beyond a card’s app, over %s', (transport) => {
  const stage = useStage(transport);
  const person = (name: string) => stage.slack.person(name);
  const shown = async (name: string, app: string) => {
    await person(name).types(channel, `/zoom-app show ${app}`);
    return person(name).sees(channel, new RegExp(`${app}.*Only you can see this`, 's'));
  };
  const release = async (version: string, scopes: readonly string[]) => {
    const { db } = stage.database;
    const listed = {
      version,
      profileVersion: null,
      scopes,
      actions: [{ id: 'zoom_get_user', scopes: [] }],
      inclusions: null,
    };
    const first = nextSnapshot(null, { ...listed, version: '1.4', scopes: [] }, new Date(0));
    await saveSnapshot(db, stage.slack.id, nextSnapshot(first, listed, new Date()));
    await stage.usecases.compareApps({ workspaceId: stage.slack.id });
  };

  beforeEach(() => release('2.0', ['meeting:write:meeting']));

  test('is a line of the card, which others than owners cannot accept', async () => {
    await registered(stage, { name: 'Line' });
    const card = await shown('zoe', 'Line');
    await person('zoe').sees(channel, line);
    await person('zoe').sees(channel, /No StackOne actions are recorded for this app/);
    await person('zoe').press(card, 'Accept as it is');
    await person('zoe').sees(channel, /Only owners of this Zoom app may do that/);
  });

  test('is gone once an owner accepts it, and stands in the history with who did', async () => {
    const { app } = await registered(stage, { name: 'Accepted' });
    const card = await shown('ana', 'Accepted');
    await person('ana').press(card, 'Accept as it is');
    const accepted = `select actor from event where kind = 'drift_accepted' and zoom_app_id = $1`;
    await expect.poll(() => stage.database.db.query(accepted, [app.id])).toHaveLength(1);
    const ofIt = () =>
      person('ana')
        .messages(channel)
        .filter((message) => /Accepted/.test(message.text()));
    await expect.poll(() => ofIt().flatMap((message) => message.buttons())).not.toContain('Accept as it is');
    await person('ana').types(channel, '/zoom-app history Accepted');
    await person('ana').sees(channel, /accepted it as it is.*meeting:write:meeting:admin/s);
  });

  test('is not accepted by a button that was drawn for less', async () => {
    await registered(stage, { name: 'Less' });
    await release('3.0', ['meeting:write:meeting', 'meeting:delete:meeting']);
    const card = await shown('ana', 'Less');
    await release('3.0', ['meeting:write:meeting', 'meeting:delete:meeting', 'meeting:update:meeting']);
    await person('ana').press(card, 'Accept as it is');
    await person('ana').sees(channel, /changed since the card was drawn.*meeting:update:meeting:admin/s);
  });
});
