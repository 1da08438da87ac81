import { describe, expect, test } from 'vitest';
import { until } from '../../harness/until.ts';
import {
  asks,
  asksUntil,
  begins,
  beginsAnew,
  card,
  channel,
  fillsAll,
  fillsBasics,
  fillsPair,
  next,
  thread,
} from '../play.ts';
import { transports, useStage } from '../stage.ts';

describe.each(transports)('registering over %s', (transport) => {
  const stage = useStage(transport);
  const [ana, zoe, ben] = [() => stage.person('ana'), () => stage.person('zoe'), () => stage.person('ben')];

  const keptWithoutSecret = async (pasted: string) => {
    const drafts = await stage.database.db.query(
      `select 1 from draft where answers->'pastedScopes' ? $1
       and not exists (select 1 from draft_secret where draft_secret.draft_id = draft.id)`,
      [pasted],
    );
    return drafts.length > 0;
  };

  test('the form begins with what is known: the name, me, this channel, Development', async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register “Northwind  EU”');
    expect(modal.value('Name')).toBe('Northwind EU');
    expect(modal.value('Environments')).toEqual(['Development']);
    expect(modal.value('Owners')).toEqual(['@Ana']);
    expect(modal.value('Channel')).toBe('#zoom-integration');
    expect(modal.value('Who manages it in Zoom?')).toBeNull();
    await expect(modal.submit()).rejects.toThrow('"Who manages it in Zoom?" must be filled in');
    await modal.dismiss();
  });

  test('errors stand at their fields, all at once, and say what to do', async () => {
    const modal = await beginsAnew(ana());
    const lost = stage.pair();
    await modal.fill('Name', '!!!');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    await modal.tick('Environments', ['Production']);
    await modal.fill('Purpose', `The secret is ${lost.clientSecret}`);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()).toEqual({
      Name: 'Give it a name with at least one letter or digit.',
      Purpose: expect.stringContaining('looks like a secret'),
    });
    await modal.fill('Name', 'Careful');
    await modal.fill('Purpose', 'Meetings for the data team');
    await next(modal, 'Step 2 of 4');

    const { clientId, clientSecret } = stage.pair();
    await modal.fill('Client ID (Development)', clientId);
    await modal.fill('Client secret (Development)', clientId);
    await modal.fill('Client ID (Production)', clientId);
    await modal.fill('Client secret (Production)', 'with blanks inside');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()).toEqual({
      'Client secret (Development)': expect.stringContaining('This is the client ID again'),
      'Client ID (Production)': expect.stringContaining(
        'The other environment has the same client ID. Turn the toggle',
      ),
      'Client secret (Production)': expect.stringContaining('no blanks inside'),
    });
    await modal.fill('Client ID (Production)', lost.clientSecret);
    await modal.fill('Client secret (Development)', clientSecret);
    await modal.fill('Client secret (Production)', clientSecret);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()).toEqual({
      'Client ID (Production)': expect.stringContaining('looks like a secret'),
      'Client secret (Production)': expect.stringContaining(
        'The other environment has the same client secret',
      ),
    });

    const production = stage.pair();
    await modal.fill('Client ID (Development)', `  ${clientId}\n`);
    await modal.fill('Client ID (Production)', production.clientId);
    await modal.fill('Client secret (Production)', `${production.clientSecret}\u200b `);
    await next(modal, 'Step 3 of 4');
    await modal.sees('Blanks around the client ID of Development were removed.');
    await modal.sees('Blanks around the client secret of Production were removed.');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Scopes).toContain('at least one scope');
    await modal.dismiss();
  });

  test('Back keeps what was typed, and never the secret', async () => {
    const modal = await beginsAnew(zoe(), '/zoom-app register Backwards');
    const { clientId, clientSecret } = stage.pair();
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    await next(modal, 'Step 2 of 4');
    await fillsPair(modal, 'Development', { clientId, clientSecret });
    await modal.press('Back');
    await modal.sees('Step 1 of 4');
    expect(modal.value('Who manages it in Zoom?')).toBe('User-managed');
    await modal.fill('Purpose', 'Calendars');
    await next(modal, 'Step 2 of 4');
    expect(modal.value('Client ID (Development)')).toBe(clientId);
    expect(modal.value('Client secret (Development)')).toBeNull();
    expect(await modal.submit()).toBe('errors');
    await modal.fill('Client secret (Development)', clientSecret);
    await next(modal, 'Step 3 of 4');
    await modal.fill('Or paste a list', 'user:read:user, meeting:read:meeting');
    await modal.fill('Scope description', 'Shows who is in a meeting');
    await modal.press('Back');
    await modal.sees('Typed already and sealed. Leave it empty to keep it.');
    expect(modal.value('Client secret (Development)')).toBeNull();
    await next(modal, 'Step 3 of 4');
    expect(modal.value('Or paste a list')).toBe('user:read:user, meeting:read:meeting');
    expect(modal.value('Scope description')).toBe('Shows who is in a meeting');
    await next(modal, 'Step 4 of 4');
    await modal.sees('Purpose: Calendars');
    await modal.press('Back');
    await modal.sees('Step 3 of 4');
    await next(modal, 'Step 4 of 4');
    expect(modal.text()).not.toContain(clientSecret);
    await next(modal, 'is registered');
    await modal.close();
    const status = await card(zoe(), 'Backwards', /Passed:[^·\n]*credentials/);
    expect(status.text()).toMatch(/^User-managed Zoom app/m);
  });

  test('a registration closed halfway is offered again; its secret is asked for anew', async () => {
    const modal = await beginsAnew(ben(), '/zoom-app register Halfway');
    const pair = stage.pair();
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    await next(modal, 'Step 2 of 4');
    await fillsPair(modal, 'Development', pair);
    await next(modal, 'Step 3 of 4');
    await modal.fill('Or paste a list', 'user:read:user:admin');
    await modal.dismiss();
    await until(() => keptWithoutSecret('user:read:user:admin'), 'the draft');

    const offer = await begins(ben());
    await offer.sees(
      /You began to register \*Halfway\*.*Everything you typed is kept, except client secrets/,
    );
    await offer.press('Continue');
    await offer.sees('Step 2 of 4');
    expect(offer.value('Client ID (Development)')).toBe(pair.clientId);
    expect(offer.value('Client secret (Development)')).toBeNull();
    await offer.fill('Client secret (Development)', pair.clientSecret);
    await next(offer, 'Step 3 of 4');
    expect(offer.value('Or paste a list')).toBe('user:read:user:admin');
    await next(offer, 'Step 4 of 4');
    await offer.dismiss();

    const again = await begins(ben(), '/zoom-app register Something else');
    await again.sees('*Halfway*');
    await again.press('Start anew');
    await again.sees('Step 1 of 4');
    expect(again.value('Name')).toBe('Something else');
    expect(again.value('Purpose')).toBeNull();
    await again.dismiss();
  });

  test('a name that is taken is said at the field, also when somebody was faster by a moment', async () => {
    const [mine, hers] = [await beginsAnew(ana()), await beginsAnew(zoe())];
    await fillsAll(stage, mine, { name: 'Popular' });
    await fillsAll(stage, hers, { name: 'Popular', environments: ['Production'] });
    await next(mine, 'is registered');
    await mine.close();
    await next(hers, 'Somebody registered an app of this name in the meantime');
    await hers.sees('Step 1 of 4');
    await hers.fill('Name', 'pópular!');
    expect(await hers.submit()).toBe('errors');
    expect(hers.errors().Name).toContain(
      '“Popular” is registered already. Choose another name, or type /zoom-app show',
    );
    await hers.fill('Name', 'Popular Too');
    await next(hers, 'Typed already and sealed');
    await next(hers, 'Step 3 of 4');
    await next(hers, 'Step 4 of 4');
    await next(hers, '*Popular Too* is registered');
    await hers.close();
    await card(zoe(), 'Popular Too', /Passed:[^·\n]*credentials/);
  });

  test('Save pressed twice registers once', async () => {
    const modal = await beginsAnew(ana());
    await fillsAll(stage, modal, { name: 'Impatient' });
    await Promise.all([modal.submit(), modal.submit()]);
    await modal.sees('*Impatient* is registered');
    await modal.close();
    const status = await card(ana(), 'Impatient', /Passed:[^·\n]*credentials/);
    expect(
      ana()
        .messages(channel)
        .filter((one) => one.text().startsWith('Impatient\n')),
    ).toHaveLength(1);
    const inThread = () => thread(ana(), status).filter((line) => line.includes('registered *Impatient*'));
    await until(() => inThread().length > 0, 'the thread to tell of it');
    expect(inThread()).toHaveLength(1);
  });

  test('in a direct message it asks for a channel, and a secret in the command is refused', async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register From a DM', '@zoe');
    expect(modal.value('Channel')).toBeNull();
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    await expect(modal.submit()).rejects.toThrow('"Channel" must be filled in');
    await expect(modal.pickChannel('Channel', '#old-zoom')).rejects.toThrow('does not offer');
    await modal.pickChannel('Channel', '#zoom-integration');
    await next(modal, 'Step 2 of 4');
    await modal.dismiss();
    const { clientSecret } = stage.pair();
    const refusal = await asks(
      ana(),
      `/zoom-app register My app ${clientSecret}`,
      'That looks like a secret',
    );
    expect(refusal.text()).toContain('rotate it in Zoom');
    expect(refusal.text()).not.toContain(clientSecret);
    expect(ana().topModal()).toBeNull();
  });

  test('in a channel without Greenroom the card is queued, the owner is shown how to invite it, and it all arrives in order', async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register Uninvited', '#general');
    expect(modal.value('Channel')).toBe('#general');
    await fillsAll(stage, modal, { name: 'Uninvited' });
    await next(modal, 'is registered');
    await modal.close();
    const message = await ana().sees('@bot', 'Greenroom cannot post about *Uninvited* in #general');
    expect(message.text()).toContain('Type `/invite @Greenroom` in #general, then press *I invited it*');
    const mine = await asksUntil(
      ana(),
      '/zoom-app show Uninvited',
      /Greenroom cannot post in #general.*2 of 6/s,
      '#general',
    );
    expect(mine.text()).toContain('Nothing is lost: type `/invite @Greenroom` there');
    // Work goes on meanwhile: what is ticked now belongs into the story.
    await ana().press(mine, 'It is set');
    await ana().sees('#general', /Passed:[^·\n]*redirect URL/);

    await ana().types('#general', '/invite @Greenroom');
    await ana().press(message, 'I invited it');
    const status = await card(ben(), 'Uninvited', /Passed:[^·\n]*redirect URL/, '#general');
    expect(status.text()).not.toContain('cannot post');
    await ben().sees('#general', "said that StackOne's callback is the redirect URL");
    expect(thread(ben(), status, '#general')).toEqual([
      expect.stringContaining('@Ana registered *Uninvited*'),
      expect.stringContaining('Credentials → *Testing*'),
      expect.stringContaining("@Ana said that StackOne's callback is the redirect URL"),
    ]);
    await ana().sees('@bot', 'Greenroom posts what is waiting for #general now');
  });

  test('a private channel works the same way', async () => {
    const modal = await beginsAnew(zoe(), '/zoom-app register Secret Project', '#platform');
    await fillsBasics(modal, { name: 'Secret Project' });
    await fillsPair(modal, 'Development', stage.pair());
    await next(modal, 'Step 3 of 4');
    await modal.pick('Scopes', ['user:read:user:admin']);
    await next(modal, 'Step 4 of 4');
    await next(modal, 'is registered');
    await modal.close();
    const message = await zoe().sees('@bot', 'the channel is private and Greenroom is not in it');
    await stage.simulators.slack.invitesBot('#platform');
    await zoe().press(message, 'I invited it');
    await card(zoe(), 'Secret Project', /Passed:[^·\n]*credentials/, '#platform');
  });
});
