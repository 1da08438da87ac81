import { describe, expect, test } from 'vitest';
import { registered, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe.each(transports)('text that is no well-formed text, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');

  test('is saved as far as it is text, and shown so', async () => {
    await registered(stage, { name: 'Odd' });
    await ana().types(channel, '/zoom-app edit Odd');
    const modal = await ana().modal('Edit a Zoom app');
    await modal.fill('Name', 'Odd\0 \ud83d one');
    await modal.fill('Purpose', 'Half \ude00 of a \0 face');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('is saved');
    await modal.close();
    const found = await stage.usecases.findZoomApp({ workspaceId: stage.slack.id, text: 'Odd one' });
    expect(found).toMatchObject({
      card: { app: { name: 'Odd \ufffd one', purpose: 'Half \ufffd of a  face' } },
    });
  });

  test.each([
    ['/zoom-app show \0Nobody', 'Nobody'],
    ['/zoom-app list \0\0x', 'x'],
    ['/zoom-scopes find \0meeting', 'meeting'],
  ])('is read without its NULs in %j', async (line, seen) => {
    await ana().types(channel, line);
    await ana().sees(channel, seen);
  });

  test('is cut between whole characters where a form is filled in', async () => {
    const family = '👩‍👩‍👧‍👦';
    await ana().types(channel, `/zoom-app register ${'x'.repeat(45)}${family}${family}`);
    const modal = await ana().modal('Register a Zoom app');
    expect(modal.value('Name')).toBe('x'.repeat(45));
    await modal.close();
  });
});
