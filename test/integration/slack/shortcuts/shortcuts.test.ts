import { describe, expect, test } from 'vitest';
import { registered, theSecret, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';
const check = 'Check the scopes here';

describe.each(transports)('shortcuts over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');
  const ben = () => stage.slack.person('ben');
  const said = async (text: string, where = channel) => {
    const { message } = await ana().types(where, text);
    if (message === null) throw new Error('nothing was posted');
    return message;
  };
  const checked = async (text: string, pattern: RegExp, where = channel) => {
    const message = await said(text, where);
    expect(await ben().runsShortcutOn(message, check)).toBe('acked');
    return ben().sees(where, pattern, { after: message });
  };

  test('a registration begins from anywhere', async () => {
    expect(await ben().runsShortcut('Register a Zoom app')).toBe('acked');
    await ben().modal('Register a Zoom app');
  });

  test('a registration begins with what is left of the last one', async () => {
    await registered(stage, { name: 'Other app' });
    await ana().runsShortcut('Register a Zoom app');
    await ana().modal('Register a Zoom app');
  });

  test('the scopes of a message are checked for the type that most of them have, to this person alone', async () => {
    const admin = await checked(
      'Can I use `user:read:list_users:admin`, meeting:read:meeting:admin and chat:read?',
      /Checked for admin-managed apps/,
    );
    expect(admin.ephemeral).toBe(true);
    expect(admin.text()).toContain('user:read:list_users:admin');
    await checked('user:read:user and meeting:read:meeting', /Checked for user-managed apps/);
    await checked(
      '{"oauth_information":{"usage":"USER_OPERATION","scopes":[{"scope":"user:read:user:admin"}]}}',
      /as the message says/,
    );
    expect(ana().transcript(channel)).not.toContain('Checked for');
  });

  test('in a thread the answer stands in the thread', async () => {
    const root = await said('Which scopes do we need?');
    const { message: reply } = await ana().types(channel, 'user:read:list_users:admin', { thread: root });
    if (reply === null) throw new Error('nothing was posted');
    await ben().runsShortcutOn(reply, check);
    const answer = await ben().sees(channel, /Checked for admin-managed apps/, { after: reply });
    expect(answer).toMatchObject({ threadTs: root.ts, ephemeral: true });
  });

  test('without Greenroom in the channel the answer comes all the same', async () => {
    await checked('user:read:list_users:admin', /Checked for admin-managed apps/, '#general');
    const root = await said('And here?', '#general');
    const { message: reply } = await ana().types('#general', 'user:read:user', { thread: root });
    if (reply === null) throw new Error('nothing was posted');
    await ben().runsShortcutOn(reply, check);
    await ben().sees('#general', /Checked for user-managed apps/, { after: reply });
  });

  test('a message without scopes, or with a secret, is answered with what to do', async () => {
    await checked('Nothing to see here', /Nothing in this message looks like a Zoom scope/);
    const warned = await checked(
      `The client secret is ${theSecret}, the scope user:read:list_users:admin`,
      /seems to hold a secret/,
    );
    expect(warned.text()).toContain('user:read:list_users:admin');
    expect(warned.text()).not.toContain(theSecret);
  });

  test('what people write notifies nobody, and a very long list stays within the limits', async () => {
    const loud = await checked(
      '<!channel> @here meeting:read:<!here> user:read:list_users:admin',
      /Checked for/,
    );
    expect(JSON.stringify(loud.blocks())).not.toMatch(/<!(?:channel|here)/);
    await checked(
      Array.from({ length: 400 }, (_, n) => `made${n}:read:thing:admin`).join('\n'),
      /Checked for/,
    );
  });

  test('while the database is away the catalogue still answers, and a registration says what is wrong', async () => {
    stage.databaseGone(true);
    try {
      await checked('user:read:list_users:admin', /Checked for admin-managed apps/);
      await ben().runsShortcut('Register a Zoom app');
      await ben().modal(/Greenroom/);
    } finally {
      stage.databaseGone(false);
    }
  });
});
