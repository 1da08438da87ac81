import { afterEach, describe, expect, it } from 'vitest';
import { CannotDo } from '../../../../sandbox/simulators/slack/index.ts';
import { type Recipe, type Stage, stage, TRANSPORTS } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

describe.each(TRANSPORTS)('a slash command over %s', (transport) => {
  const start = async (listen: Recipe['listen'], slack: Recipe['slack'] = {}) => {
    here = await stage({ transport, slack, listen });
    return { ...here, ana: here.slack.person('ana'), zoe: here.slack.person('zoe') };
  };

  it('is answered to the typist only', async () => {
    const { slack, ana, zoe } = await start((app) => {
      app.command('/zoom-app', async ({ ack, command }) => ack(`You asked for ${command.text}`));
    });
    const typed = await ana.types('#zoom-integration', '/zoom-app list');
    expect(typed).toMatchObject({ outcome: 'acked' });
    expect(typed.message?.text()).toBe('You asked for list');
    expect(ana.transcript('#zoom-integration')).toBe('Greenroom (only you):\n  You asked for list');
    expect(zoe.transcript('#zoom-integration')).toBe('');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('shows command and answer to everyone when the answer is in_channel', async () => {
    const { ana, zoe } = await start((app) => {
      app.command('/zoom-app', async ({ ack }) => ack({ response_type: 'in_channel', text: 'Two apps' }));
    });
    await ana.types('#zoom-integration', '/zoom-app list');
    expect(zoe.transcript('#zoom-integration')).toBe('Ana:\n  /zoom-app list\nGreenroom:\n  Two apps');
  });

  it('carries every field a command has, and the raw text', async () => {
    const { slack, ana } = await start((app) => {
      app.command('/zoom-app', async ({ ack }) => ack());
    });
    await ana.types('#zoom-integration', '/zoom-app watch #general @zoe');
    expect(slack.inspector.deliveries('command')[0]?.request).toEqual({
      token: expect.any(String),
      team_id: slack.id,
      team_domain: 'acme',
      channel_id: slack.channelId('#zoom-integration'),
      channel_name: 'zoom-integration',
      user_id: ana.id,
      user_name: 'ana',
      command: '/zoom-app',
      text: 'watch #general @zoe',
      api_app_id: 'A0GREENROOM',
      is_enterprise_install: 'false',
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
    });
  });

  it('gets ids for names where the manifest says should_escape', async () => {
    const { slack, ana, zoe } = await start((app) => {
      app.command('/who', async ({ ack, command }) => ack(command.text));
    });
    const typed = await ana.types('#general', '/who @Zoë #general');
    expect(typed.message?.text()).toBe('@Zoë #general');
    const text = `<@${zoe.id}|zoe> <#${slack.channelId('#general')}|general>`;
    expect(slack.inspector.deliveries('command')[0]?.request).toMatchObject({ text });
  });

  it('that is not acknowledged in time fails in Slack’s own words, and is held against the app', async () => {
    const { slack, ana } = await start(
      (app) => {
        app.command('/zoom-app', async ({ respond }) => void (await respond('too late')));
      },
      { limits: { ackMs: 150 } },
    );
    const typed = await ana.types('#zoom-integration', '/zoom-app list');
    expect(typed.outcome).toBe('timeout');
    await ana.sees('#zoom-integration', '/zoom-app failed with the error "operation_timeout"');
    expect(slack.inspector.violations()).toMatchObject([{ code: 'not_acknowledged', kind: 'command' }]);
  });

  it('is noted as late when the acknowledgement arrives after Slack has given up', async () => {
    const later: (() => void)[] = [];
    const { slack, ana } = await start(
      (app) => {
        app.command('/zoom-app', async ({ ack }) => {
          await new Promise<void>((resolve) => later.push(resolve));
          await ack('at last');
        });
      },
      { limits: { ackMs: 100 } },
    );
    await ana.types('#zoom-integration', '/zoom-app list');
    for (const go of later) go();
    await expect
      .poll(() => slack.inspector.violations().map((v) => v.code))
      .toEqual(['not_acknowledged', 'late']);
    expect(ana.transcript('#zoom-integration')).not.toContain('at last');
  });

  it('answered with blocks Slack refuses shows an error, not the blocks', async () => {
    const { slack, ana } = await start((app) => {
      app.command('/zoom-app', async ({ ack }) =>
        ack({ text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] }),
      );
    });
    const typed = await ana.types('#zoom-integration', '/zoom-app list');
    expect(typed.message?.text()).toBe('/zoom-app failed with the error "invalid_command_response"');
    expect(slack.inspector.violations().length).toBeGreaterThan(0);
  });

  it('may be followed by five answers through its response_url, and by no sixth', async () => {
    const { slack, ana, errors } = await start((app) => {
      app.command('/zoom-app', async ({ ack, respond }) => {
        await ack();
        for (const n of [1, 2, 3, 4, 5, 6]) await respond(`answer ${n}`);
      });
    });
    await ana.types('#zoom-integration', '/zoom-app list');
    await ana.sees('#zoom-integration', 'answer 5');
    await expect.poll(() => errors.map((e) => e.message)).toEqual([expect.stringContaining('404')]);
    expect(slack.inspector.violations()).toMatchObject([{ code: 'used_url' }]);
  });

  it('has a response_url that dies after half an hour', async () => {
    const later: (() => Promise<unknown>)[] = [];
    const { slack, ana } = await start((app) => {
      app.command('/zoom-app', async ({ ack, respond }) => {
        later.push(() => respond('hello again'));
        await ack();
      });
    });
    await ana.types('#zoom-integration', '/zoom-app list');
    slack.advance(31 * 60_000);
    await expect(later[0]?.()).rejects.toThrow('404');
    expect(slack.inspector.violations()).toMatchObject([{ code: 'expired_url' }]);
  });

  it('that the manifest does not have is not sent to the app', async () => {
    const { slack, ana } = await start(() => {});
    const typed = await ana.types('#general', '/zoom-nothing');
    expect(typed.outcome).toBe('slack');
    expect(typed.message?.text()).toContain('not a valid command');
    expect(slack.inspector.deliveries('command')).toEqual([]);
  });

  it('can be typed in a DM with the app or with a colleague, but in no thread', async () => {
    const { ana, zoe } = await start((app) => {
      app.command('/zoom-app', async ({ ack, command }) =>
        ack({ response_type: 'in_channel', text: `heard in ${command.channel_name}` }),
      );
    });
    await ana.types('@bot', '/zoom-app list');
    await ana.sees('@bot', 'heard in directmessage');
    await ana.types('@zoe', '/zoom-app list');
    await zoe.sees('@ana', 'heard in directmessage');
    const root = await ana.types('#general', 'who knows Zoom?');
    if (root.message === null) throw new Error('nothing was posted');
    await zoe.types('#general', 'I do', { thread: root.message });
    expect(ana.transcript('#general')).toBe('Ana:\n  who knows Zoom?\n    Zoë:\n      I do');
    await expect(zoe.types('#general', '/zoom-app', { thread: root.message })).rejects.toThrow('in threads');
  });

  it('cannot be typed where a person cannot type', async () => {
    const { ana, zoe, slack } = await start(() => {});
    await expect(ana.types('#old-zoom', '/zoom-app list')).rejects.toThrow(CannotDo);
    await expect(slack.person('ben').types('#platform', 'hello')).rejects.toThrow('sees no channel');
    await expect(zoe.types('#old-zoom', 'hello')).rejects.toThrow(CannotDo);
  });
});

describe('without a connection', () => {
  it('a command fails at once with dispatch_failed', async () => {
    here = await stage({ transport: 'socket', listen: () => {} });
    await here.app.stop();
    await expect.poll(() => here?.slack.connections()).toBe(0);
    const typed = await here.slack.person('ana').types('#general', '/zoom-app list');
    expect(typed.outcome).toBe('unreachable');
    expect(typed.message?.text()).toContain('dispatch_failed');
  });
});
