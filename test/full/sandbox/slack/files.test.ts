import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';

const manifest = {
  display_information: { name: 'Bot' },
  features: { bot_user: { display_name: 'Bot' } },
};
let slack: SimulatedSlack;

beforeEach(async () => {
  slack = await startSlack({ manifest, scopes: ['chat:write', 'files:write', 'files:read'] });
});
afterEach(() => slack.stop());

async function call(method: string, args: Record<string, string>): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${slack.botToken}` };
  const reply = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(args),
  });
  return JSON.parse(await reply.text());
}

async function asked(text: string): Promise<{ url: string; id: string }> {
  const length = String(Buffer.byteLength(text));
  const reply = await call('files.getUploadURLExternal', { filename: 'a.json', length });
  return { url: String(reply.upload_url), id: String(reply.file_id) };
}

const post = (url: string, body: string) => fetch(url, { method: 'POST', body });

const complete = (id: string, more: Record<string, string> = {}) =>
  call('files.completeUploadExternal', { files: JSON.stringify([{ id, title: 'A' }]), ...more });

describe('an upload to the simulated Slack', () => {
  it('is asked for, sent and completed, and then stands in the channel', async () => {
    const { url, id } = await asked('{"ü": 1}');
    expect((await post(url, '{"ü": 1}')).status).toBe(200);
    const channel_id = slack.channelId('#zoom-integration');
    expect(await complete(id, { channel_id, initial_comment: 'Look' })).toMatchObject({
      ok: true,
      files: [{ id, name: 'a.json', title: 'A', size: 9 }],
    });
    const message = await slack.person('ana').sees('#zoom-integration', '(file a.json) A');
    expect(message.files()).toEqual([{ name: 'a.json', title: 'A', text: '{"ü": 1}' }]);
  });

  it('takes the announced number of bytes, once', async () => {
    const { url } = await asked('abc');
    expect((await post(url, 'abcd')).status).toBe(400);
    expect((await post(url, 'abc')).status).toBe(200);
    expect((await post(url, 'abc')).status).toBe(400);
    expect((await post(url.replace(/[^/]+$/, 'UP999'), 'abc')).status).toBe(400);
  });

  it('is completed only after its content has arrived, once, by its own bot', async () => {
    const { url, id } = await asked('abc');
    expect(await complete(id)).toMatchObject({ error: 'file_not_found' });
    await post(url, 'abc');
    expect(await complete(id)).toMatchObject({ ok: true });
    expect(await complete(id)).toMatchObject({ error: 'file_not_found' });
    expect(await complete('F999')).toMatchObject({ error: 'file_not_found' });
  });

  it.each([
    ['a channel without the bot', '#general', 'not_in_channel'],
    ['a private channel without the bot', '#platform', 'channel_not_found'],
  ])('is not shared with %s', async (_, channel, error) => {
    const { url, id } = await asked('abc');
    await post(url, 'abc');
    expect(await complete(id, { channel_id: slack.channelId(channel) })).toMatchObject({ error });
  });

  it('takes no person for a channel, no file without a name, and none without content', async () => {
    const { url, id } = await asked('abc');
    await post(url, 'abc');
    expect(await complete(id, { channel_id: slack.person('ana').id })).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await call('files.getUploadURLExternal', { length: '3' })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await call('files.getUploadURLExternal', { filename: 'a', length: '0' })).toMatchObject({
      error: 'missing_argument',
    });
  });

  it('needs files:write, and reading needs files:read', async () => {
    await slack.stop();
    slack = await startSlack({ manifest, scopes: ['chat:write'] });
    for (const method of ['files.getUploadURLExternal', 'files.completeUploadExternal'])
      expect(await call(method, {})).toMatchObject({ error: 'missing_scope', needed: 'files:write' });
    expect(await call('files.info', { file: 'F1' })).toMatchObject({ needed: 'files:read' });
    const reply = await fetch(`${slack.url}files-pri/${slack.id}-F1/a.json`, {
      headers: { authorization: `Bearer ${slack.botToken}` },
      redirect: 'manual',
    });
    expect(reply.status).toBe(302);
  });
});
