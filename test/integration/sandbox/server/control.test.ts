import { describe, expect, it } from 'vitest';
import type { MessageDetails, RequestDetails, RequestSeen } from '../../../../sandbox/server/contract.ts';
import { until } from '../../../harness/until.ts';
import { useHouse } from './support/house.ts';

const house = useHouse((app) => {
  app.command('/zoom-app', async ({ ack, command, client }) => {
    await ack();
    await client.chat.postMessage({ channel: command.channel_id, text: 'Here' });
  });
});

const controlPanel = async () => (await house.state()).controlPanel;

async function tokenAnswer(clientId: string, secret: string): Promise<unknown> {
  const reply = await fetch(`${house.simulators.zoom.url}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=authorization_code&code=made-up',
  });
  return ((await reply.json()) as { error: unknown }).error;
}

/** The app posts there: `ok`, or Slack's error code. */
async function posts(channel: string): Promise<string> {
  const reply = await fetch(`${house.simulators.slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${house.simulators.slack.botToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ channel, text: 'Hello' }),
  });
  return ((await reply.json()) as { error?: string }).error ?? 'ok';
}

describe('the control panel', () => {
  it('creates Zoom apps whose credentials Zoom accepts until they are regenerated', async () => {
    await house.control({ do: 'zoom.create', name: 'StackOne Integration' });
    const [app] = (await controlPanel()).zoomApps;
    const { clientId = '', clientSecret = '' } = app ?? {};
    expect(await tokenAnswer(clientId, clientSecret)).toBe('invalid_grant');
    await house.control({ do: 'zoom.rotate', clientId });
    expect(await tokenAnswer(clientId, clientSecret)).toBe('invalid_client');
    await house.control({ do: 'zoom.accept', clientId, clientSecret });
    expect(await tokenAnswer(clientId, clientSecret)).toBe('invalid_grant');
    await house.control({ do: 'zoom.ready', clientId, on: true });
    expect((await controlPanel()).zoomApps[0]).toMatchObject({ ready: true, enabled: true });
  });

  it('creates a connector profile, links an account and disables both', async () => {
    await house.control({ do: 'stackone.create', name: 'Zoom' });
    const [profile] = (await controlPanel()).profiles;
    expect(profile).toMatchObject({ name: 'Zoom', active: true, accounts: [] });
    await house.control({ do: 'stackone.link', profile: profile?.id });
    await house.control({ do: 'stackone.enable', profile: profile?.id, on: false });
    expect((await controlPanel()).profiles[0]).toMatchObject({
      active: false,
      accounts: [{ status: 'inactive' }],
    });
    expect((await house.control({ do: 'stackone.link', profile: 'none' })).status).toBe(404);
  });

  it('lets StackOne send webhooks, and no longer', async () => {
    expect((await controlPanel()).stackone.webhooks).toBe(false);
    for (const on of [true, false]) {
      await house.control({ do: 'stackone.webhooks', on });
      expect((await controlPanel()).stackone.webhooks).toBe(on);
    }
  });

  it('switches the faults of each simulator on and off', async () => {
    await house.control({ do: 'faults', host: 'stackone', faults: 'limited' });
    expect((await fetch(`${house.simulators.stackone.url}/accounts`)).status).toBe(429);
    await house.control({ do: 'faults', host: 'stackone', faults: 'fine' });
    expect((await fetch(`${house.simulators.stackone.url}/accounts`)).status).not.toBe(429);
    expect((await controlPanel()).faults).toEqual({ slack: 'fine', zoom: 'fine', stackone: 'fine' });
  });

  it('lets people leave, join user groups, and be written to no more', async () => {
    const { viewer, workspaces } = await house.state();
    const { team } = viewer;
    const [zoe] = workspaces[0]?.people.filter(({ name }) => name === 'zoe') ?? [];
    const [group] = workspaces[0]?.userGroups ?? [];
    const user = zoe?.id ?? '';
    const seen = async () => {
      const here = (await house.state()).workspaces[0];
      const { isDeactivated, isReachable } = here?.people.find(({ id }) => id === user) ?? {};
      return { isDeactivated, isReachable, isIn: here?.userGroups[0]?.members.includes(user) };
    };
    const channel = (await house.state()).channels.find(({ name }) => name === 'general')?.id;
    const acts = () => house.act({ act: 'type', channel, text: 'Hello' }, { team, user });
    expect(await seen()).toEqual({ isDeactivated: false, isReachable: true, isIn: true });
    for (const on of [true, false]) {
      await house.control({ do: 'slack.deactivate', team, user, on });
      await house.control({ do: 'slack.unreachable', team, user, on });
      await house.control({ do: 'slack.group', team, user, group: group?.id, on: !on });
      expect(await seen()).toEqual({ isDeactivated: on, isReachable: !on, isIn: !on });
      expect((await acts()).status).toBe(on ? 409 : 200);
      expect(await posts(user)).toBe(on ? 'user_not_visible' : 'ok');
    }
    const nobody = { do: 'slack.group', team, user, group: 'S0NONE', on: true };
    expect((await house.control(nobody)).status).toBe(404);
  });

  it("refuses a channel's messages with whatever code, and takes them again", async () => {
    const { channels, viewer } = await house.state();
    const channel = channels.find(({ name }) => name === 'zoom-integration')?.id ?? '';
    const say = () => posts(channel);
    const refuse = (error: string | null) =>
      house.control({ do: 'slack.refuse', team: viewer.team, channel, error });
    const seen = async () => (await house.state()).channels.find(({ id }) => id === channel)?.refusal;
    await refuse('a_code_of_next_year');
    expect([await say(), await seen()]).toEqual(['a_code_of_next_year', 'a_code_of_next_year']);
    await refuse('restricted_action');
    expect([await say(), await seen()]).toEqual(['restricted_action', 'restricted_action']);
    await refuse(null);
    expect([await say(), await seen()]).toEqual(['ok', null]);
    expect((await refuse('No such code!')).status).toBe(400);
    await house.control({ do: 'inspector.clear' });
  });

  it('lets Zoom answer something else, and the lists of StackOne be wrong, until they are right again', async () => {
    await house.control({ do: 'zoom.answer', answer: 'device_pending' });
    expect(await tokenAnswer('any', 'any')).toBe('authorization_pending');
    await house.control({ do: 'stackone.list', list: 'profiles', odd: 'empty_with_total' });
    const listed = async () => {
      const authorization = `Basic ${Buffer.from(`${house.simulators.stackone.apiKey}:`).toString('base64')}`;
      const url = `${house.simulators.stackone.url}/connector_profiles`;
      const reply = await fetch(url, { headers: { authorization, 'user-agent': 'test' } });
      return ((await reply.json()) as { data: unknown[] }).data.length;
    };
    expect(await listed()).toBe(0);
    expect(await controlPanel()).toMatchObject({
      tokenAnswer: 'device_pending',
      oddLists: { profiles: 'empty_with_total', accounts: null, actions: null },
    });
    await house.control({ do: 'zoom.answer', answer: null });
    await house.control({ do: 'stackone.list', list: 'profiles', odd: null });
    expect(await tokenAnswer('any', 'any')).toBe('invalid_client');
    expect(await listed()).toBeGreaterThan(0);
    expect((await house.control({ do: 'stackone.list', list: 'profiles', odd: 'purple' })).status).toBe(400);
  });

  it('drops the socket, and the app comes back', async () => {
    await house.control({ do: 'slack.drop' });
    await until(async () => ((await controlPanel()).sockets > 0 ? true : null));
  });

  it('shows the second workspace without the app', async () => {
    const { workspaces } = await house.state();
    expect(workspaces.map(({ name, installed }) => [name, installed])).toEqual([
      ['Acme', true],
      ['Globex', false],
    ]);
  });
});

describe('the inspector', () => {
  it('shows what was sent, what came back, and which requests made a message', async () => {
    const { channels, viewer } = await house.state();
    const channel = channels.find(({ name }) => name === 'zoom-integration')?.id ?? '';
    await house.act({ act: 'type', channel, text: '/zoom-app go' });
    const here = await until(
      async () => (await house.state()).messages.find(({ text }) => text === 'Here') ?? null,
    );
    const all = (await house.get('/sandbox/inspector')).body as RequestSeen[];
    const command = all.find(({ kind }) => kind === 'command');
    expect(command).toMatchObject({ direction: 'to_app', outcome: 'acked', violations: [] });
    const whole = (await house.get(`/sandbox/inspector/${command?.id}`)).body as RequestDetails;
    expect(whole.request).toMatchObject({ command: '/zoom-app', text: 'go', token: '[hidden]' });
    const query = `team=${viewer.team}&user=${viewer.user}&channel=${channel}&ts=${here.ts}`;
    const details = (await house.get(`/sandbox/message?${query}`)).body as MessageDetails;
    const post = all.find(({ kind }) => kind === 'chat.postMessage');
    expect(details.requests).toEqual([post?.id]);
  });

  it('notifies open pages at once that something changed', async () => {
    const reply = await fetch(`${house.url}/sandbox/changes`);
    const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('event: change');
    await house.control({ do: 'stackone.create', name: 'Another' });
    expect((await reader?.read())?.value).toContain('event: change');
    await reader?.cancel();
  });

  it('does not listen to other sites', async () => {
    const reply = await fetch(`${house.url}/sandbox/state`, { headers: { origin: 'https://evil.example' } });
    expect(reply.status).toBe(403);
  });
});
