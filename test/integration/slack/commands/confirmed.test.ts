import { describe, expect, test } from 'vitest';
import { transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';
const strange = 'meeting:read:brand_new_thing:admin';

describe.each(transports)('confirmed scopes over %s', (transport) => {
  const stage = useStage(transport);
  const person = (name: string) => stage.slack.person(name);
  const confirm = (scopes: readonly string[], name = 'ana') =>
    stage.usecases.confirmScopes({
      workspaceId: stage.slack.id,
      actor: person(name).id,
      scopes,
      managementType: 'admin',
    });

  test('are listed with who said so, and withdrawn by who did', async () => {
    await confirm([strange]);
    await person('ben').types(channel, '/zoom-scopes confirmed brand');
    const list = await person('ben').sees(channel, /brand_new_thing[\s\S]*Ana/);
    await person('ben').press(list, 'Withdraw');
    const kept = await person('ben').sees(channel, /Nothing was changed[\s\S]*brand_new_thing/);
    expect(kept.text()).toContain('Only who confirmed a scope');

    await person('ana').types(channel, '/zoom-scopes confirmed');
    const own = await person('ana').sees(channel, /brand_new_thing/);
    await person('ana').press(own, 'Withdraw');
    await person('ana').sees(channel, /Withdrawn:[\s\S]*No confirmed scope fits/);
  });

  test('too many at once are refused in words, and none is kept', async () => {
    const scopes = Array.from({ length: 51 }, (_, i) => `a:read:x${i}:admin`);
    await person('zoe').types(channel, `/zoom-scopes check admin ${scopes.join(' ')}`);
    const report = await person('zoe').sees(channel, /I have seen them in Zoom/);
    await person('zoe').press(report, 'I have seen them in Zoom');
    await person('zoe').sees(channel, 'At most 50 scopes');
    expect(await stage.database.db.query('select from confirmed_scope')).toEqual([]);
  });
});
