import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { registered, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe.each(transports)('a press after which Slack opens no window in time, over %s', (transport) => {
  // Every trigger is over before it is used.
  const stage = useStage(transport, { limits: { triggerMs: -60_000, timeoutMs: 8_000 } });
  const person = (name: string) => stage.slack.person(name);
  const showsCard = async () => {
    await person('ana').types(channel, '/zoom-app show Acme');
    return person('ana').sees(channel, /Acme.*Only you can see this/s);
  };

  beforeAll(() => registered(stage, { name: 'Acme' }));

  // Too late is what these stories are about; no other rule of Slack is broken.
  afterEach(() => {
    const broken = stage.slack.inspector.violations().map(({ code }) => code);
    expect(new Set(broken)).toEqual(new Set(['expired_trigger_id']));
    stage.slack.inspector.clear();
  });

  test.each([
    ['Details', /Checks of Development of Acme.*Credentials:.*Linked account:/s],
    ['Show me how', /In Zoom.*In StackOne/s],
  ])('%s, which is only read, comes as a message to this person', async (button, words) => {
    await person('ana').press(await showsCard(), button);
    const message = await person('ana').sees(channel, words);
    expect(message.ephemeral).toBe(true);
  });

  test('a form asks to press again', async () => {
    await person('ana').press(await showsCard(), 'Edit scopes');
    await person('ana').sees(channel, 'did not open the window in time');
  });

  test('on App Home, where there is no message, it is said as a direct message', async () => {
    const home = await person('ana').opensHome();
    await home.press('Show', { near: /Acme/ });
    await person('ana').sees('@bot', 'did not open the window in time');
  });
});
