import { beforeAll, describe, expect, test } from 'vitest';
import { newerThanNow } from '../../../harness/asks.ts';
import { registered, theSecret, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe.each(transports)('slash commands over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');
  const answer = async (text: string, pattern: string | RegExp) => {
    const fromNowOn = newerThanNow(ana(), channel);
    const typed = await ana().types(channel, text);
    expect(typed.outcome).toBe('acked');
    const message = await ana().sees(channel, pattern, fromNowOn);
    expect(message.ephemeral).toBe(true);
    return message;
  };

  beforeAll(async () => {
    await registered(stage, { name: 'StackOne Integration', environments: ['development', 'production'] });
    await registered(stage, { name: 'StackOne Internal', owner: 'ben' });
  });

  test('nothing at all, and help, show what can be typed', async () => {
    await answer('/zoom-app', 'Help for /zoom-app');
    await answer('/zoom-app help rotate', 'rotate <app>');
    await answer('/zoom-ready help', 'Help for /zoom-ready');
    await answer('/zoom-scopes help', 'Help for /zoom-scopes');
  });

  test('a mistyped subcommand is answered with the nearest one', async () => {
    await answer('/zoom-app regsiter Acme', /Did you mean .\/zoom-app register/);
    await answer('/zoom-scopes chek admin', /Did you mean .\/zoom-scopes check/);
    await answer('/zoom-app constructor', /does not know "constructor"/);
  });

  test('an app is found by its name, the beginning of it, in any case and in smart quotes', async () => {
    await answer('/zoom-app show “stackone integration”', 'StackOne Integration');
    await answer('/zoom-app SHOW stackone int', /fits several|StackOne Integration/);
    await answer('/zoom-app show StackOne', 'fits several Zoom apps');
    await answer('/zoom-app show StackOn Integratoin', 'Did you mean');
    await answer('/zoom-app show', 'Which Zoom app?');
  });

  test('a list, the board, a history and the health are shown to the person alone', async () => {
    await answer('/zoom-app list', '2 Zoom apps');
    await answer(`/zoom-app list @ben`, 'StackOne Internal');
    await answer('/zoom-ready', /StackOne Internal/);
    await answer('/zoom-app history StackOne Internal', /registered/i);
    await answer('/zoom-app ping', /database/i);
  });

  test('a digest is switched on and off in its channel, and nowhere else', async () => {
    await answer('/zoom-app digest', 'This channel gets no digest.');
    await answer('/zoom-app digest on', /gets a digest on weekdays.*The next one/s);
    await answer('/zoom-app digest', 'This channel gets a digest on weekdays');
    await answer('/zoom-app digest never', 'without a word it says how it stands');
    await answer('/zoom-app digest off', 'gets no digest any more');
    await ana().types('#general', '/zoom-app digest on');
    await ana().sees('#general', 'watches no Zoom app');
  });

  test('a list and a card lead to the card that stands in the channel', async () => {
    const { app } = await registered(stage, { name: 'Linked | <app>' });
    const channelId = stage.slack.channelId(channel);
    await stage.database.db.query(
      `insert into card (workspace_id, channel_id, subject, subject_id, message_ts)
       values ($1, $2, 'zoom_app', $3, '1790000000.000200')`,
      [stage.slack.id, channelId, app.id],
    );
    const url = `https://acme.slack.com/archives/${channelId}/p1790000000000200`;
    const list = await answer('/zoom-app list linked', '1 Zoom app');
    expect(JSON.stringify(list.blocks())).toContain(`*<${url}|Linked ¦ &lt;app&gt;>*`);
    const board = await answer('/zoom-ready linked', 'Linked');
    expect(JSON.stringify(board.blocks())).toContain(url);
    await answer('/zoom-app watch linked failures me', /You watch \*Linked/);
    const watches = await answer('/zoom-app watches', '1 watch');
    expect(JSON.stringify(watches.blocks())).toContain(`*<${url}|Linked ¦ &lt;app&gt;>*`);
    const card = await answer('/zoom-app show linked', 'Only you can see this');
    expect(JSON.stringify(card.blocks())).toContain(`<${url}|The card that everyone sees>`);
    const other = await answer('/zoom-app show StackOne Internal', 'Only you can see this');
    expect(JSON.stringify(other.blocks())).not.toContain('/archives/');
  });

  test('a history is narrowed to an app, a person, a topic and a time, and sent as a file', async () => {
    await registered(stage, { name: 'Acme checks', owner: 'ben' });
    const whole = await answer('/zoom-app history', 'History of this workspace');
    expect(whole.text()).toContain('Acme checks');
    const bens = await answer('/zoom-app history @ben edits 7d', /by @?Ben/);
    expect(bens.text()).not.toMatch(/Ana(?: \w+)?: registered/);
    await answer(
      '/zoom-app history StackOne Integration checks',
      /History of StackOne Integration|nothing to tell/,
    );
    // All of it is a name, so nothing of it is a filter.
    const named = await answer('/zoom-app history Acme checks', 'History of Acme checks');
    expect(named.text()).toContain('registered');
    await answer('/zoom-app history Nowhere checks', 'no Zoom app called "Nowhere"');
    await answer('/zoom-app history Acme checks 2020-01-01', 'History of Acme checks');
    expect(await ana().press(named, 'Send me a CSV file')).toBe('acked');
    await ana().sees(channel, /Sent to you as a direct message/);
    expect(ana().transcript('@bot')).toContain('zoom_app_registered');
  });

  test('check looks at everything, and says so when Zoom was asked a moment ago', async () => {
    await answer('/zoom-app check StackOne Integration', 'Looking at everything');
  });

  test('only an owner or an admin may edit; others are shown whom to ask', async () => {
    const zoe = stage.slack.person('zoe');
    await zoe.types(channel, '/zoom-app edit StackOne Internal');
    await zoe.sees(channel, /Only owners of this Zoom app.*Ask an owner: @Ben/s);
    await zoe.types(channel, '/zoom-app scopes StackOne Internal');
    await zoe.sees(channel, /An admin or owner of this Slack workspace can do it too/);
    // Ana administers the workspace in Slack.
    await ana().types(channel, '/zoom-app edit StackOne Internal');
    await (await ana().modal('Edit a Zoom app')).dismiss();
  });

  test('rotate asks which environment when there are two, and takes it when it is named', async () => {
    await answer('/zoom-app rotate StackOne Integration', 'Replace the secret');
    await ana().types(channel, '/zoom-app rotate StackOne Integration production');
    const modal = await ana().modal('Replace the secret');
    expect(modal.labels()).toContain('Client ID (Production)');
    await modal.dismiss();
  });

  test.each(['/zoom-app register', '/zoom-scopes check admin', '/zoom-ready'])(
    'a secret typed into %s is refused, with the advice to rotate it',
    async (command) => {
      const refusal = await answer(`${command} ${theSecret}`, 'That looks like a secret');
      expect(refusal.text()).toContain('rotate');
      expect(refusal.text()).not.toContain(theSecret);
      expect(ana().topModal()).toBeNull();
    },
  );

  test('any pasted list of scopes is judged', async () => {
    await answer(
      '/zoom-scopes check admin user:read:user, meeting:read:meeting:admin',
      'user:read:user:admin',
    );
    await answer('/zoom-scopes convert user user:read:user:admin', 'Converted for user-managed apps');
    await answer('/zoom-scopes find admin recording', /cloud_recording/);
  });

  test('without a list, a modal asks for it', async () => {
    await ana().types(channel, '/zoom-scopes check');
    const modal = await ana().modal('Check scopes');
    await modal.choose('For which kind of app?', 'User-managed');
    await modal.fill('Scopes', 'nothing here');
    expect(await modal.submit()).toBe('errors');
    await modal.fill('Scopes', 'user:read:user:admin');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Scopes for user-managed apps');
    await modal.close();
  });

  test('a list without its management type comes along into the modal', async () => {
    await ana().types(channel, '/zoom-scopes check user:read:user');
    const modal = await ana().modal('Check scopes');
    expect(modal.value('Scopes')).toBe('user:read:user');
    await modal.close();
  });
});
