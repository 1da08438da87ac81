import { afterAll, describe, expect, test } from 'vitest';
import { actionIds } from '../../../../src/slack/action_ids.ts';
import { topics } from '../../../../src/slack/messages/help_topics.ts';
import {
  answered,
  buttons,
  buttonValues,
  errorsOf,
  silentButtons,
  submitsWhatOpened,
  thingsOf,
} from '../../../integration/slack/every_button.ts';
import { press } from '../../../integration/slack/press.ts';
import { registered, useStage } from '../../../integration/slack/stage.ts';

const channel = '#zoom-integration';

describe('with the scopes `commands` and `chat:write` alone', () => {
  const stage = useStage('socket', { scopes: ['commands', 'chat:write'] });
  // Slack's refusals of what was not granted are the point here.
  afterAll(() => stage.slack.inspector.clear());

  test('every command is answered, with an app and without one, in a channel, a private one and a direct message', async () => {
    await registered(stage, { name: 'Acme' });
    const rests = ['', 'Acme', 'Nowhere', '<!channel> *x* 🌊', 'on', `${'x'.repeat(300)}`];
    for (const where of [channel, '#general', '#platform', '@zoe'])
      for (const [command, of] of Object.entries(topics))
        for (const word of Object.keys(of))
          for (const rest of where === channel ? rests : ['Acme']) {
            stage.slack.inspector.clear();
            const { message } = await stage.slack.person('ana').types(where, `${command} ${word} ${rest}`);
            if (message === null) await answered(stage, `${command} ${word} ${rest} in ${where}`);
            await stage.slack.person('ana').topModal()?.dismiss();
          }
    expect(errorsOf(stage)).toEqual([]);
  });

  test.each(['ana', 'ben'])('every button is answered to %s, who owns the app or does not', async (name) => {
    for (const button of buttons) {
      const card = await registered(stage, { name: `Acme ${button} ${name}` });
      const value = buttonValues[button](await thingsOf(stage, card, stage.slack.id));
      stage.slack.inspector.clear();
      expect(await press(stage, actionIds[button], value, { name, where: channel })).toBe('acked');
      if (!silentButtons.has(button)) await answered(stage, `${button} by ${name}`);
      await submitsWhatOpened(stage, name);
    }
    expect(errorsOf(stage)).toEqual([]);
  });
});
