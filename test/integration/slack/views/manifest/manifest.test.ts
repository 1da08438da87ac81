import { afterEach, describe, expect, test } from 'vitest';
import type { MessageHandle, Modal } from '../../../../../sandbox/simulators/slack/index.ts';
import { registered, theSecret, transports, useStage } from '../../stage.ts';

const channel = '#zoom-integration';
const compare = "Compare with Zoom's manifest";
const fileScopes = ['commands', 'chat:write', 'users:read', 'files:write', 'files:read'];

/** The text that stands in the code blocks of direct messages. */
function codeIn(messages: readonly MessageHandle[]): string {
  return messages
    .flatMap((message) => message.blocks())
    .filter(({ type }) => type === 'rich_text')
    .map((block) => JSON.parse(JSON.stringify(block)).elements[0].elements[0].text)
    .join('\n');
}

describe.each(transports)('the Zoom manifest of an app, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');
  const ben = () => stage.slack.person('ben');
  afterEach(() => ana().topModal()?.dismiss());
  const opened = async (name: string, who = ana()): Promise<Modal> => {
    await who.types(channel, `/zoom-app manifest ${name}`);
    const answer = await who.sees(channel, new RegExp(`The Zoom manifest of ${name}`));
    expect(answer.ephemeral).toBe(true);
    await who.press(answer, compare);
    return who.modal("Zoom's manifest");
  };
  const manifestOf = async (name: string) => {
    const before = ana().messages('@bot').length;
    const modal = await opened(name);
    return { modal, text: codeIn(ana().messages('@bot').slice(before)) };
  };

  test('comes as text by direct message, and agrees with itself', async () => {
    await registered(stage, { name: 'Acme Agrees', environments: ['development', 'production'] });
    const { modal, text } = await manifestOf('Acme Agrees');
    expect(JSON.parse(text)).toMatchObject({
      display_information: { display_name: 'Acme Agrees' },
      oauth_information: { usage: 'ADMIN_MANAGEMENT', strict_mode: false },
    });
    await modal.fill('Paste it here', text);
    expect(await modal.submit()).toBe('updated');
    await modal.sees(/Acme Agrees and Zoom's manifest agree/);
    await modal.sees(/Redirect URL of Production: seen in Zoom's manifest of .*, given by @Ana/);
    await modal.sees(/names no client ID/);
    await ana().types(channel, '/zoom-app history Acme Agrees');
    await ana().sees(channel, /compared it with Zoom's manifest: the two agree/);
    const before = ana().messages(channel).at(-1);
    await ana().types(channel, '/zoom-app manifest Acme Agrees production');
    await ana().sees(
      channel,
      'The Zoom manifest of Acme Agrees',
      before === undefined ? {} : { after: before },
    );
  });

  test('is compared by anyone, line by line, and only owners may copy from it', async () => {
    await registered(stage, { name: 'Acme Differs' });
    const { modal: first, text } = await manifestOf('Acme Differs');
    await first.close();
    const zoom = JSON.parse(text);
    zoom.oauth_information.development_redirect_uri = 'https://old.example/callback';
    zoom.oauth_information.scopes.push({ scope: 'meeting:read:meeting:admin', optional: true });
    zoom.oauth_information.scope_description = 'From Zoom';
    const damaged = `\ufeff\`\`\`json\r\n${JSON.stringify({ client_secret: theSecret, manifest: zoom })}\n\`\`\``;

    const bens = await opened('Acme Differs', ben());
    await bens.fill('Paste it here', damaged.slice(0, 400));
    await bens.submit();
    expect(Object.values(bens.errors()).join()).toMatch(/The end is missing/);
    await bens.fill('Part 2', damaged.slice(400));
    await bens.submit();
    await bens.sees(/differ in 3 places/);
    await bens.sees(/https:\/\/old\.example\/callback/);
    await bens.sees(/looks like a secret/);
    await bens.sees(/Copy what Zoom has.*Ask an owner: @Ana/s);
    expect(bens.text()).not.toContain(theSecret);
    expect(bens.labels()).not.toContain('Copy from Zoom');
    await bens.close();

    const anas = await opened('Acme Differs');
    await anas.fill('Paste it here', damaged);
    await anas.submit();
    await anas.sees(/Scopes that only Zoom has/);
    await anas.tick('Copy from Zoom', ['2 scopes, admin-managed', 'The scope description']);
    await anas.submit();
    await anas.sees(/Copied\. Acme Differs and Zoom's manifest differ in 2 places/);
    await anas.sees(/Optional scopes/);
    await anas.sees(/https:\/\/old\.example\/callback/);
    await ana().types(channel, '/zoom-app show Acme Differs');
    await ana().sees(channel, /2 scopes/);
    const everything = JSON.stringify(await stage.database.db.query('select detail from event'));
    expect(everything).not.toContain(theSecret);
  });

  test('of another name counts for nothing, and what is no manifest is named at its field', async () => {
    await registered(stage, { name: 'Acme Other' });
    const { modal, text } = await manifestOf('Acme Other');
    for (const [pasted, words] of [
      ['', /begins with \{/],
      ['{"a": 1}', /no manifest of a Zoom app: there is no oauth_information in it\.$/],
      [
        `{"client_secret": "${theSecret}"}`,
        /no manifest of a Zoom app.*Slack has seen it: if it is one, replace/,
      ],
      [text.replace('"usage":', '"usage"'), /missing or changed in the middle/],
    ] as const) {
      await modal.fill('Paste it here', pasted);
      await modal.submit();
      expect(modal.errors()).toMatchObject({ 'Paste it here': expect.stringMatching(words) });
    }
    await modal.fill('Paste it here', text.replace('"Acme Other"', '"Somebody Else"'));
    await modal.submit();
    await modal.sees(/nothing was noted/);
    await ana().types(channel, '/zoom-app history Acme Other');
    await ana().sees(channel, /1 difference/);
  });

  test('has room for the longest manifest, part by part', async () => {
    await registered(stage, { name: 'Acme Long' });
    const { modal, text } = await manifestOf('Acme Long');
    await modal.fill('Paste it here', text.slice(0, 100));
    await modal.press('More room');
    await modal.sees(/Part 9/);
    expect(modal.value('Paste it here')).toBe(text.slice(0, 100));
    await modal.fill('Part 9', text.slice(100));
    await modal.submit();
    await modal.sees(/agree/);
  });

  test('can be compared from the steps of the guide', async () => {
    await registered(stage, { name: 'Acme Guide' });
    await ana().types(channel, '/zoom-app show Acme Guide');
    const card = await ana().sees(channel, /Acme Guide/);
    await ana().press(card, 'Show me how');
    const guide = await ana().modal('How to get it live');
    await guide.press(compare, { near: /allow|callback/i });
    await (await ana().modal("Zoom's manifest")).sees(/Acme Guide/);
  });

  test('changes nothing of a registration that changed meanwhile', async () => {
    const { app } = await registered(stage, { name: 'Acme Race' });
    const { modal, text } = await manifestOf('Acme Race');
    await modal.fill('Paste it here', text.replace('"scope_description": ""', '"scope_description": "New"'));
    await modal.submit();
    await modal.sees(/differ in 1 place/);
    await modal.tick('Copy from Zoom', ['The scope description']);
    await stage.usecases.editZoomApp({
      workspaceId: stage.slack.id,
      actor: ana().id,
      appId: app.id,
      version: 1,
      changes: { purpose: 'Calls' },
    });
    await modal.submit();
    await modal.sees(/nothing was copied/);
  });
});

describe('where the bot may send and read files', () => {
  const stage = useStage('socket', { scopes: fileScopes });
  const ana = () => stage.slack.person('ana');

  test('the manifest is a file both ways', async () => {
    await registered(stage, { name: 'Acme Files' });
    await ana().types(channel, '/zoom-app manifest Acme Files');
    const answer = await ana().sees(channel, /It is a file in your direct messages/);
    const shared = await ana().sees('@bot', /acme-files-manifest\.json/);
    const [file] = shared.files();
    await ana().press(answer, compare);
    const modal = await ana().modal("Zoom's manifest");
    await modal.attach('As a file', { name: 'export.json', text: file?.text ?? '' });
    await modal.submit();
    await modal.sees(/Acme Files and Zoom's manifest agree/);
  });

  test('a file that cannot be used is named, and nothing is compared', async () => {
    await registered(stage, { name: 'Acme No File' });
    await ana().types(channel, '/zoom-app manifest Acme No File');
    const answer = await ana().sees(channel, /The Zoom manifest of Acme No File/);
    await ana().press(answer, compare);
    const modal = await ana().modal("Zoom's manifest");
    await modal.attach('As a file', { name: 'export.json', text: '{"a": 1}' });
    await modal.submit();
    await modal.sees(/Nothing was compared\. This is JSON, but no manifest/);
  });
});
