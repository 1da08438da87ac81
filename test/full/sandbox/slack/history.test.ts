import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import {
  type JsonObject,
  objectOf,
  objectsAt,
  parseJson,
  textAt,
} from '../../../../sandbox/simulators/slack/json.ts';
import { manifest } from './support/manifest.ts';

const scopes = ['commands', 'chat:write', 'channels:history', 'groups:history', 'im:history', 'im:write'];

let slack: SimulatedSlack;
let channel = '';
beforeEach(async () => {
  slack = await startSlack({ manifest, scopes });
  channel = slack.channelId('#zoom-integration');
});
afterEach(() => slack.stop());

async function call(
  method: string,
  args: Record<string, string>,
): Promise<JsonObject & { retryAfter?: string }> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}` },
    body: new URLSearchParams(args),
  });
  const reply = objectOf(parseJson(await response.text()));
  return response.status === 429
    ? { ...reply, retryAfter: response.headers.get('retry-after') ?? '' }
    : reply;
}

const metadata = { event_type: 'a_mark', event_payload: { id: '1' } };
const post = async (text: string, more: Record<string, string> = {}) =>
  textAt(
    await call('chat.postMessage', { channel, text, metadata: JSON.stringify(metadata), ...more }),
    'ts',
  );
const texts = (reply: JsonObject) => objectsAt(reply, 'messages').map((message) => textAt(message, 'text'));
const history = (more: Record<string, string> = {}) => call('conversations.history', { channel, ...more });
const replies = (ts: string, more: Record<string, string> = {}) =>
  call('conversations.replies', { channel, ts, ...more });

describe('the history of a channel', () => {
  it('holds what everybody can see, newest first, and no replies', async () => {
    const root = await post('root');
    await post('reply', { thread_ts: root });
    await call('chat.postEphemeral', { channel, user: slack.person('ana').id, text: 'only you' });
    await slack.person('ana').types('#zoom-integration', 'hello');
    const gone = await post('gone');
    await call('chat.delete', { channel, ts: gone });
    expect(texts(await history())).toEqual(['hello', 'root']);
    expect(texts(await replies(root))).toEqual(['root', 'reply']);
  });

  it('shows metadata to those who ask for it only', async () => {
    const root = await post('marked');
    for (const read of [history, (more: Record<string, string>) => replies(root, more)]) {
      expect(objectsAt(await read({}), 'messages')[0]).not.toHaveProperty('metadata');
      const asked = await read({ include_all_metadata: 'true' });
      expect(objectsAt(asked, 'messages')[0]).toMatchObject({ metadata });
    }
  });

  it('can be cut at both ends, which are left out unless included', async () => {
    const [one, , three] = [await post('one'), await post('two'), await post('three')];
    expect(texts(await history({ oldest: one }))).toEqual(['three', 'two']);
    expect(texts(await history({ oldest: one, latest: three }))).toEqual(['two']);
    expect(texts(await history({ oldest: one, latest: three, inclusive: 'true' }))).toEqual([
      'three',
      'two',
      'one',
    ]);
    const root = await post('root');
    const reply = await post('first', { thread_ts: root });
    await post('second', { thread_ts: root });
    expect(texts(await replies(root, { oldest: reply }))).toEqual(['root', 'second']);
  });

  it('comes in pages', async () => {
    for (const text of ['one', 'two', 'three']) await post(text);
    const first = await history({ limit: '2' });
    expect(texts(first)).toEqual(['three', 'two']);
    expect(first).toMatchObject({ has_more: true });
    const cursor = textAt(first, 'response_metadata', 'next_cursor');
    const second = await history({ limit: '2', cursor });
    expect(texts(second)).toEqual(['one']);
    expect(second).toMatchObject({ has_more: false });
  });

  it.each([
    [{ limit: '0' }, 'invalid_limit'],
    [{ limit: '1000' }, 'invalid_limit'],
    [{ limit: 'many' }, 'invalid_limit'],
    [{ oldest: 'yesterday' }, 'invalid_ts_oldest'],
    [{ latest: '1.2.3' }, 'invalid_ts_latest'],
    [{ cursor: 'bm90IG91cnM=' }, 'invalid_cursor'],
    [{ channel: 'C0NOWHERE' }, 'channel_not_found'],
  ])('refuses %j', async (args, error) => {
    expect(await history(args)).toMatchObject({ ok: false, error });
  });

  it('of a thread needs the thread', async () => {
    expect(await replies('1700000000.000001')).toMatchObject({ error: 'thread_not_found' });
    expect(await call('conversations.replies', { channel })).toMatchObject({ error: 'invalid_arguments' });
  });

  it('is for members only', async () => {
    expect(await history({ channel: slack.channelId('#general') })).toMatchObject({
      error: 'not_in_channel',
    });
    expect(await history({ channel: slack.channelId('#platform') })).toMatchObject({
      error: 'channel_not_found',
    });
    await slack.invitesBot('#platform');
    expect(await history({ channel: slack.channelId('#platform') })).toMatchObject({ ok: true });
  });

  it('needs a scope for each kind of conversation', async () => {
    await slack.stop();
    slack = await startSlack({ manifest, scopes: ['chat:write', 'channels:history'] });
    channel = slack.channelId('#zoom-integration');
    await slack.invitesBot('#platform');
    expect(await history()).toMatchObject({ ok: true });
    expect(await history({ channel: slack.channelId('#platform') })).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:history',
    });
  });

  it('of direct messages is found by their own id, not by the person', async () => {
    const user = slack.person('ana').id;
    await post('privately', { channel: user });
    expect(await history({ channel: user })).toMatchObject({ error: 'channel_not_found' });
    const { channel: opened } = await call('conversations.open', { users: user });
    expect(texts(await history({ channel: textAt(opened, 'id') }))).toEqual(['privately']);
  });
});

describe('an app outside the Marketplace', () => {
  it('may look once a minute, each method for itself, at 15 messages', async () => {
    let root = '';
    for (let i = 0; i < 17; i += 1) root = await post(`message ${i}`);
    slack.faults.historyLimited(true);
    expect(await history({ limit: '16' })).toMatchObject({ error: 'invalid_limit' });
    expect(texts(await history())).toHaveLength(15);
    const limited = await history();
    expect(limited).toMatchObject({ ok: false, error: 'ratelimited' });
    expect(Number(limited.retryAfter)).toBeGreaterThan(50);
    expect(texts(await replies(root))).toHaveLength(1);
    slack.advance(60_000);
    expect(texts(await history())).toHaveLength(15);
    slack.faults.clear();
    expect(texts(await history({ limit: '999' }))).toHaveLength(17);
  });
});
