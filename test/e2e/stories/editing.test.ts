import { describe, expect, test } from 'vitest';
import type { Modal, Person } from '../../../sandbox/simulators/slack/index.ts';
import { until } from '../../harness/until.ts';
import { once } from '../once.ts';
import { asks, beginsAnew, card, channel, fillsBasics, fillsPair, next, registers, thread } from '../play.ts';
import { transports, useStage } from '../stage.ts';

describe.each(transports)('changing an app over %s', (transport) => {
  const stage = useStage(transport);
  const [ana, zoe, ben] = [() => stage.person('ana'), () => stage.person('zoe'), () => stage.person('ben')];
  const opens = async (person: Person, command: string, title: string): Promise<Modal> => {
    await person.topModal()?.dismiss();
    await person.types(channel, command);
    return person.modal(title);
  };
  const inThread = async (name: string, words: string) => {
    await ana().sees(channel, words);
    expect(thread(ana(), await card(ana(), name)).join('\n')).toContain(words);
  };

  test('an owner changes name, purpose, owners; the card follows and its thread says who did it', async () => {
    await registers(stage, ana(), { name: 'Old Name' });
    await card(ana(), 'Old Name', /Passed:[^·\n]*credentials/);
    const modal = await opens(ana(), '/zoom-app edit old', 'Edit a Zoom app');
    expect(modal.value('Name')).toBe('Old Name');
    expect(modal.labels()).not.toContain('Environments');
    await modal.fill('Name', 'New Name');
    await modal.fill('Purpose', 'Shows meetings in our CRM');
    await modal.pickUsers('Owners', ['zoe']);
    await next(modal, '*New Name* is saved. Its card in #zoom-integration shows it in a moment.');
    await modal.close();
    const status = await card(ben(), 'New Name', 'Shows meetings in our CRM');
    expect(status.text()).toContain('Owners: @Ana and @Zoë');
    await inThread('New Name', '@Ana changed the name, the owners and the purpose of *New Name*');
    await asks(zoe(), '/zoom-app show New Name', 'Only you can see this');
  });

  const hasNeighbour = once(async () => {
    await registers(stage, ana(), { name: 'Neighbour' });
    await card(ana(), 'Neighbour', /Passed:[^·\n]*credentials/);
  });

  test('names stay unique', async () => {
    await hasNeighbour();
    await registers(stage, ana(), { name: 'Taken Name' });
    const modal = await opens(ana(), '/zoom-app edit Neighbour', 'Edit a Zoom app');
    await modal.fill('Name', 'taken-name');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Name).toContain('“Taken Name” is registered already.');
    await modal.fill('Name', 'Neighbour');
    await modal.dismiss();
  });

  test('a person who is no owner is shown whom to ask, wherever they try', async () => {
    await hasNeighbour();
    const status = await card(ben(), 'Neighbour', /Passed:[^·\n]*credentials/);
    const words = 'Only owners of this Zoom app may do that. Ask an owner: @Ana.';
    for (const command of ['edit', 'scopes', 'rotate'])
      await asks(ben(), `/zoom-app ${command} Neighbour`, words);
    for (const button of ['Edit', 'Edit scopes', 'Add Production']) {
      const refusals = () =>
        ben()
          .messages(channel)
          .filter((message) => message.text().includes(words)).length;
      const before = refusals();
      await ben().press(status, button);
      await until(() => refusals() === before + 1, 'the refusal');
    }
    expect(ben().topModal()).toBeNull();
  });

  test('moving to another channel: the new one gets the card, the old one a message where it went', async () => {
    await stage.simulators.slack.invitesBot('#platform');
    await registers(stage, ana(), { name: 'Nomad' });
    const old = await card(ana(), 'Nomad', /Passed:[^·\n]*credentials/);
    const modal = await opens(ana(), '/zoom-app edit Nomad', 'Edit a Zoom app');
    await modal.pickChannel('Channel', '#platform');
    await next(modal, 'Its card in #platform shows it in a moment');
    await modal.close();
    await card(zoe(), 'Nomad', /Passed:[^·\n]*credentials/, '#platform');
    await zoe().sees('#platform', '@Ana changed the channel of *Nomad*');
    await ana().sees(channel, '*Nomad* moved to #platform: its card stands there now');
    expect(old.text()).toContain('Greenroom no longer edits this card.');
    expect(old.buttons()).toEqual(['Show the card']);
    const back = await opens(ana(), '/zoom-app edit Nomad', 'Edit a Zoom app');
    await back.pickChannel('Channel', channel);
    await next(back, 'is saved');
    await back.close();
    await card(ana(), 'Nomad', /Passed:[^·\n]*credentials/);
    expect(old.text()).not.toContain('moved to');
  });

  test('the scopes are edited from the card', async () => {
    await hasNeighbour();
    const status = await card(ana(), 'Neighbour', 'Edit scopes');
    await ana().press(status, 'Edit scopes');
    const modal = await ana().modal('Edit scopes');
    expect(modal.value('Scopes')).toEqual(['meeting:read:meeting:admin', 'user:read:user:admin']);
    await modal.unpick('Scopes', ['user:read:user:admin']);
    await modal.pick('Scopes', ['webinar:read:webinar:admin', 'webinar:read:list_webinars:admin']);
    await modal.fill('Scope description', 'Lists webinars');
    await next(modal, '*Neighbour* is saved');
    await modal.close();
    await card(ben(), 'Neighbour', '3 scopes');
    await inThread('Neighbour', '@Ana changed the scopes and the scope description of *Neighbour*');
    const history = await asks(ana(), '/zoom-app history Neighbour', 'History of Neighbour');
    expect(history.text()).toContain(
      '(added `webinar:read:list_webinars:admin`, `webinar:read:webinar:admin`; removed `user:read:user:admin`)',
    );
  });

  test('switching the management type offers the converted scopes and saves both together', async () => {
    await registers(stage, ana(), {
      name: 'Switcher',
      scopes: 'user:read:user:admin account:read:settings:admin',
    });
    const modal = await opens(ana(), '/zoom-app edit Switcher', 'Edit a Zoom app');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    await modal.fill('Purpose', 'Now for single people');
    await next(
      modal,
      'A switch to user-managed needs other scopes. Here they are converted; Save keeps both.',
    );
    await modal.sees('Left out: `account:read:settings:admin` exists only for admin-managed apps.');
    expect(modal.value('Scopes')).toEqual(['user:read:user']);
    await next(modal, '*Switcher* is saved');
    await modal.close();
    await card(ben(), 'Switcher', /User-managed Zoom app.*1 scope\n.*Now for single people/);
    await inThread('Switcher', '@Ana changed the management type, the purpose and the scopes of *Switcher*');
  });

  test('a new secret that Zoom refuses leaves the old pair in use; the right one takes its place', async () => {
    const { pairs } = await registers(stage, ana(), { name: 'Rotating' });
    await card(ana(), 'Rotating', /Passed:[^·\n]*credentials/);
    const wrong = await opens(ana(), '/zoom-app rotate Rotating', 'Replace the secret');
    expect(wrong.value('Client ID (Development)')).toBe(pairs.Development.clientId);
    expect(wrong.value('Client secret (Development)')).toBeNull();
    await wrong.fill('Client secret (Development)', stage.wrongSecret());
    await next(wrong, 'is sealed. Greenroom asks Zoom now whether it is right; the card shows the answer.');
    await wrong.close();
    await inThread('Rotating', 'Zoom refused the new client ID and secret. The old pair stays in use.');
    await card(ana(), 'Rotating', /Passed:[^·\n]*credentials/);

    const fresh = stage.pair();
    stage.simulators.zoom.rotateSecret(pairs.Development.clientId, fresh.clientSecret);
    stage.simulators.zoom.slow(500);
    const right = await opens(ana(), '/zoom-app rotate Rotating development', 'Replace the secret');
    await right.fill('Client secret (Development)', fresh.clientSecret);
    await next(right, 'is sealed');
    await right.close();
    const waiting =
      'A new client ID and secret wait for Zoom to accept them. The old pair stays in use until then.';
    const status = await card(ana(), 'Rotating', waiting);
    stage.simulators.zoom.clearFaults();
    await inThread('Rotating', '*Credentials* of *Rotating* (Development) passes now.');
    await until(() => !status.text().includes(waiting), 'the card to show the new pair');
    expect(status.text()).toMatch(/Passed:[^·\n]*credentials/);
  });

  test('a wrong secret at registration: the card says what to do, and the right one mends it', async () => {
    const modal = await beginsAnew(ana());
    const pair = stage.pair();
    await fillsBasics(modal, { name: 'Mistyped' });
    await fillsPair(modal, 'Development', { ...pair, clientSecret: stage.wrongSecret() });
    await next(modal, 'Step 3 of 4');
    await modal.pick('Scopes', ['user:read:user:admin']);
    await next(modal, 'Step 4 of 4');
    await next(modal, 'is registered');
    await modal.close();
    const refused = '*Credentials* of *Mistyped* (Development): failed. Zoom refused this pair';
    const refusals = () => thread(ana(), status).filter((line) => line.includes(refused)).length;
    const status = await card(ana(), 'Mistyped', 'Credentials: failed');
    expect(status.text()).toContain('Zoom refused this pair of client ID and secret.');
    expect(status.text()).toMatch(
      /Next, for an owner:.*press \*Replace the secret\*. A secret of the other environment is the usual cause/,
    );
    await until(() => refusals() === 1, 'the refusal');
    await ana().press(status, 'Replace the secret');
    const again = await ana().modal('Replace the secret');
    await again.fill('Client secret (Development)', stage.wrongSecret());
    await next(again, 'is sealed');
    await again.close();
    await until(() => refusals() === 2, 'the second refusal');
    await until(() => !status.text().includes('wait for Zoom'), 'the card to show the refusal');
    await ana().press(status, 'Replace the secret');
    const replace = await ana().modal('Replace the secret');
    await replace.fill('Client secret (Development)', pair.clientSecret);
    await next(replace, 'is sealed');
    await replace.close();
    await card(ana(), 'Mistyped', /Passed:[^·\n]*credentials/);
    await inThread('Mistyped', '*Credentials* of *Mistyped* (Development) passes now.');
    expect(ana().transcript(channel)).not.toContain('Something broke');
  });

  test('two people save at once: the second is shown the conflict, and loses nothing', async () => {
    await registers(stage, ana(), { name: 'Shared' });
    const share = await opens(ana(), '/zoom-app edit Shared', 'Edit a Zoom app');
    await share.pickUsers('Owners', ['zoe']);
    await next(share, 'is saved');

    const mine = await opens(ana(), '/zoom-app edit Shared', 'Edit a Zoom app');
    const hers = await opens(zoe(), '/zoom-app edit Shared', 'Edit a Zoom app');
    await mine.fill('Purpose', 'As Ana sees it');
    await hers.fill('Purpose', 'As Zoë sees it');
    await hers.fill('Name', 'Shared by two');
    await next(mine, 'is saved');
    await next(
      hers,
      'Somebody changed this app while you were editing. Your input is kept below. Save again to replace it.',
    );
    await hers.sees('@Ana changed the purpose to “As Ana sees it”.');
    expect(hers.value('Purpose')).toBe('As Zoë sees it');
    expect(hers.value('Name')).toBe('Shared by two');
    await next(hers, '*Shared by two* is saved');
    await card(ben(), 'Shared by two', 'As Zoë sees it');

    const my = await opens(ana(), '/zoom-app scopes Shared by two', 'Edit scopes');
    const her = await opens(zoe(), '/zoom-app scopes Shared by two', 'Edit scopes');
    await my.pick('Scopes', ['webinar:read:webinar:admin']);
    await her.pick('Scopes', ['report:read:list_meeting_participants:admin']);
    await next(my, 'is saved');
    await next(her, 'Somebody changed this app while you were editing.');
    await her.sees('Saved now and not in your list: `webinar:read:webinar:admin`.');
    await her.sees('Only in your list: `report:read:list_meeting_participants:admin`.');
    await her.pick('Scopes', ['webinar:read:webinar:admin']);
    await next(her, 'is saved');
    await card(ben(), 'Shared by two', '4 scopes');
  });

  test('Production is added later, with a pair of its own', async () => {
    const { pairs } = await registers(stage, ana(), { name: 'Growing' });
    const status = await card(ana(), 'Growing', /Passed:[^·\n]*credentials/);
    const stale = await asks(ana(), '/zoom-app show Growing', 'Only you can see this');
    await ana().press(status, 'Add Production');
    const modal = await ana().modal('Add Production');
    await fillsPair(modal, 'Production', { ...stage.pair(), clientId: pairs.Development.clientId });
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['Client ID (Production)']).toContain(
      'The other environment has the same client ID.',
    );
    await fillsPair(modal, 'Production', stage.pair());
    await next(modal, 'Production, is sealed');
    await modal.close();
    const both = await card(ben(), 'Growing', /Development: Testing.*Production: Testing/);
    expect(both.buttons()).not.toContain('Add Production');
    await inThread('Growing', '@Ana changed the environments of *Growing*');
    await ana().press(stale, 'Add Production');
    await ana().sees(
      channel,
      'This Zoom app has that environment already. To give it a new client ID and secret, press *Replace the secret*.',
    );

    // Two environments and none named: the card has a button for each.
    const choose = await asks(ana(), '/zoom-app rotate Growing', 'Only you can see this');
    await ana().press(choose, 'Replace the secret', { near: 'Production:' });
    const replace = await ana().modal('Replace the secret');
    expect(replace.labels()).toContain('Client ID (Production)');
    await replace.dismiss();
  });

  test('a name that looks like a mention or a link mentions nobody', async () => {
    const name = 'R&D <!here> *@channel*';
    await registers(stage, ana(), { name });
    const status = await card(ben(), name, /Passed:[^·\n]*credentials/);
    await ben().sees(channel, 'Credentials → *Testing*', { after: status });
    const list = await asks(ben(), '/zoom-app list <!channel> @everyone', 'No Zoom app matching');
    const raw = [...ben().messages(channel), list].map((one) => JSON.stringify(one.blocks())).join();
    const written = [...raw.matchAll(/"type":"mrkdwn","text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
    expect(written.filter((text) => text?.includes('R&amp;D &lt;!here&gt;'))).not.toEqual([]);
    expect(
      written.filter((text) => /<!(?!date)/.test(text ?? '') || /@(channel|everyone)/.test(text ?? '')),
    ).toEqual([]);
  });

  test('a double click counts once', async () => {
    await hasNeighbour();
    const status = await card(zoe(), 'Neighbour', 'It is set');
    await zoe().pressTwice(status, 'It is set');
    await card(zoe(), 'Neighbour', /Passed:[^·\n]*redirect URL/);
    await inThread('Neighbour', "@Zoë said that StackOne's callback is the redirect URL");
    const said = thread(zoe(), status).filter((line) => line.includes('@Zoë said'));
    expect(said).toHaveLength(1);
  });
});
