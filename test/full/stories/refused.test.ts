import { beforeAll, describe, expect, test } from 'vitest';
import { allIsSent, asks, attests, cardOf, channel, clockTicks, registers, saying } from '../../e2e/acts.ts';
import { transports, useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

describe.each(transports)('what Slack refuses, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');
  const faults = () => stage.simulators.slack.faults;
  const created = (name: string) => new RegExp(`connector profile was created[\\s\\S]*${name}`);
  const cannotPost = () => saying(ana(), /cannot post about/, '@bot');

  /** Registers an app and does everything before its connector profile. */
  async function waitsForProfile(name: string): Promise<void> {
    await registers(ana(), { name, credentials: stage.pair() });
    await ana().sees(channel, new RegExp(`^${name}[\\s\\S]*Passed:[^·\\n]*credentials`));
    await attests(stage.person('zoe'), name, channel);
    await until(() => /Still open:[^·\n]*connector profile/.test(cardOf(ana(), name, channel).text()));
    await allIsSent(stage.database);
  }
  async function profileAppears(name: string): Promise<void> {
    stage.simulators.stackone.createProfile({ name });
    await clockTicks(stage);
  }

  beforeAll(async () => {
    for (const name of ['Tide', 'Ebb', 'Flow', 'Wave']) await waitsForProfile(name);
  }, 120_000);

  test.each([
    ['Tide', 'message_limit_exceeded'],
    ['Ebb', 'a_code_of_next_year'],
  ])(
    'the word about the profile of %s comes once, after three refusals with %s, and nobody is alarmed',
    async (name, error) => {
      faults().refuse({ channel, error, times: 3 });
      await profileAppears(name);
      await ana().sees(channel, created(name));
      await allIsSent(stage.database);
      expect(saying(ana(), created(name))).toHaveLength(1);
      expect(cannotPost()).toEqual([]);
    },
  );

  test('a channel where only some may post is reported once, with its own remedy, and gets its messages when it may', async () => {
    faults().refuse({ channel, error: 'restricted_action' });
    await profileAppears('Flow');
    const message = await ana().sees('@bot', /cannot post about .*Flow.*only some people may post there/);
    expect(message.text()).not.toContain('/invite');
    await asks(
      ana(),
      '/zoom-app ping',
      /cannot post in 1 conversation[\s\S]*only some people may post there/,
      '#general',
    );
    faults().clear();
    await ana().press(message, 'Try again now');
    await ana().sees(channel, created('Flow'));
    expect(saying(ana(), created('Flow'))).toHaveLength(1);
    await until(() => saying(ana(), /@Ana said that Greenroom can post about/, '@bot').length === 1);
    expect(cannotPost()).toEqual([]);
  });

  test('a message that is refused itself is left out, and its owner reads which one, as ping does', async () => {
    await allIsSent(stage.database);
    faults().refuse({ channel, method: 'chat.postMessage', error: 'msg_too_long' });
    await profileAppears('Wave');
    await ana().sees('@bot', /did not take the message that .*Wave/);
    faults().clear();
    await allIsSent(stage.database);
    expect(saying(ana(), /did not take the message/, '@bot')).toHaveLength(1);
    await asks(
      ana(),
      '/zoom-app ping',
      /Left out, because Slack did not take them: \d+ messages?/,
      '#general',
    );
  });
});
