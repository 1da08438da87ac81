import { afterEach, describe, expect, test } from 'vitest';
import { sendFile } from '../../../../src/slack/responses/send_file.ts';
import { recordedLog } from '../../../harness/log.ts';
import { useStage } from '../stage.ts';

const text = Array.from(
  { length: 400 },
  (_, line) => `${line}: "scope": "meeting:read:a_\`${line}\`:admin",`,
).join('\n');
const file = { filename: 'acme.json', title: 'Manifest of Acme', text, comment: 'Here it is.' };
const dm = '@bot';

const fileScopes = ['commands', 'chat:write', 'users:read', 'files:write', 'files:read'];

describe('with files:write', () => {
  const stage = useStage('socket', { scopes: fileScopes });
  const ana = () => stage.slack.person('ana');
  const send = (more = {}) =>
    sendFile(
      { files: stage.bolt.files, isGranted: stage.bolt.isGranted, log: recordedLog().log },
      { workspaceId: stage.slack.id, userId: ana().id },
      { ...file, ...more },
    );
  afterEach(() => stage.slack.faults.clear());

  test('a text is a file in the direct messages of one person, below its comment', async () => {
    expect(await send({ comment: 'A manifest with ümlauts and 😀', text: '{"a": "ü😀"}' })).toEqual({
      kind: 'file',
    });
    const comment = await ana().sees(dm, 'A manifest with');
    const shared = await ana().sees(dm, '(file acme.json) Manifest of Acme', { after: comment });
    expect(shared.files()).toEqual([{ name: 'acme.json', title: file.title, text: '{"a": "ü😀"}' }]);
    expect(stage.slack.person('ben').messages(dm)).toEqual([]);
  });

  test.each(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
    'whatever Slack says against the file (%s), the text arrives',
    async (method) => {
      stage.slack.faults.failNext(method, 'file_uploads_disabled');
      expect(await send()).toEqual({ kind: 'text', messages: 3, isCutOff: false });
      await ana().sees(dm, 'Manifest of Acme, part 3 of 3');
    },
  );

  test('a rate limit is waited for, once the text is on its way', async () => {
    stage.slack.faults.failNext('files.getUploadURLExternal', 'some_new_error');
    stage.slack.faults.rateLimited({ retryAfter: 0, method: 'chat.postMessage', times: 1 });
    expect(await send({ text: 'short' })).toMatchObject({ kind: 'text', messages: 1 });
  });

  test('a refused direct message is reported, and nothing is uploaded', async () => {
    stage.slack.faults.failNext('chat.postMessage', 'messages_tab_disabled');
    expect(await send()).toEqual({ kind: 'refused', error: 'messages_tab_disabled' });
  });
});

describe('without files:write', () => {
  const stage = useStage('socket');
  const ana = () => stage.slack.person('ana');
  const send = (sent: string) =>
    sendFile(
      { files: stage.bolt.files, isGranted: stage.bolt.isGranted, log: recordedLog().log },
      { workspaceId: stage.slack.id, userId: ana().id },
      { ...file, text: sent },
    );
  const parts = () =>
    ana()
      .messages(dm)
      .flatMap((message) => message.blocks())
      .flatMap((block) => (block.type === 'rich_text' ? [JSON.parse(JSON.stringify(block))] : []))
      .map(
        ({
          elements: [
            {
              elements: [{ text: part }],
            },
          ],
        }) => part,
      );

  test('the same text comes in numbered parts, character for character', async () => {
    const before = parts().length;
    expect(await send(text)).toEqual({ kind: 'text', messages: 3, isCutOff: false });
    await ana().sees(dm, 'Manifest of Acme, part 3 of 3');
    expect(parts().slice(before).join('\n')).toBe(text);
  });

  test('what is too long for messages ends with a sentence that says so', async () => {
    expect(await send(`${'x'.repeat(5_999)}\n`.repeat(25))).toMatchObject({ messages: 20, isCutOff: true });
    await ana().sees(dm, /cut off here: 30,000 more characters .*files:write/);
  });

  test('its title is shown as it is, whatever stands in it', async () => {
    const title = '<!channel> <https://evil.example|Acme>';
    await sendFile(
      { files: stage.bolt.files, isGranted: stage.bolt.isGranted, log: recordedLog().log },
      { workspaceId: stage.slack.id, userId: ana().id },
      { ...file, title, text: `${'x'.repeat(5_999)}\n`.repeat(25) },
    );
    const sent = stage.slack.inspector.calls('chat.postMessage').map(({ request }) => request);
    const texts = JSON.stringify(sent.map((call) => JSON.parse(JSON.stringify(call)).text));
    expect(texts).toContain('&lt;!channel&gt;');
    expect(texts).not.toMatch(/<!channel>|<https:/);
  });
});
