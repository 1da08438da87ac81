import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { registered, theSecret, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';
const dm = '@bot';
const withFiles = ['commands', 'chat:write', 'users:read', 'files:write', 'files:read'];

describe.each(transports)('a report over %s, where the bot may send files', (transport) => {
  const stage = useStage(transport, { scopes: withFiles });
  const ben = () => stage.slack.person('ben');
  beforeAll(() => registered(stage, { name: 'Acme | Réport 🎉', owner: 'ana' }));
  afterEach(() => stage.slack.faults.clear());

  test('is for anybody who may see the app: in short to them alone, whole as two files by direct message', async () => {
    const typed = await ben().types(channel, '/zoom-app report acme');
    expect(typed.outcome).toBe('acked');
    const short = await ben().sees(channel, /Report of Acme/);
    expect(short.ephemeral).toBe(true);
    await ben().sees(dm, /\.md\)/);
    await ben().sees(dm, /\.csv\)/);
    const files = ben()
      .messages(dm)
      .flatMap((message) => message.files());
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^greenroom-report-acme-report-[\d-]+\.md$/),
      expect.stringMatching(/^greenroom-report-acme-report-[\d-]+\.csv$/),
    ]);
    for (const { text } of files) {
      expect(text).toContain('not verified');
      expect(text).not.toContain(theSecret);
    }
    expect(stage.slack.person('ana').messages(dm)).toEqual([]);
  });

  test('says so when Slack takes no direct message', async () => {
    stage.slack.faults.failNext('chat.postMessage', 'messages_tab_disabled');
    await ben().types(channel, '/zoom-app report acme');
    await ben().sees(channel, /Slack takes no direct message from Greenroom to you .*the whole report/);
  });

  test('of an app that nobody knows is answered with what to type', async () => {
    await ben().types(channel, '/zoom-app report');
    await ben().sees(channel, 'Which Zoom app?');
  });
});

describe('a report where the bot may not send files', () => {
  const stage = useStage('socket');

  test('follows as text, once', async () => {
    await registered(stage, { name: 'Acme' });
    const ana = stage.slack.person('ana');
    await ana.types(channel, '/zoom-app report Acme');
    await ana.sees(dm, /Declared scopes/);
    expect(ana.messages(dm).filter((message) => message.files().length > 0)).toEqual([]);
    expect(ana.messages(dm).some((message) => message.text().includes('as a table'))).toBe(false);
  });
});
