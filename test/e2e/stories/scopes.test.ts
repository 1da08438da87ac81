import { describe, expect, test } from 'vitest';
import type { Modal, Person } from '../../../sandbox/simulators/slack/index.ts';
import { catalogue } from '../../../src/core/scopes/catalogue/catalogue.ts';
import { asks, beginsAnew, card, channel, fillsBasics, fillsPair, next } from '../play.ts';
import { manifest, notes, sameTwoScopes, wrongForAdmin, wrongForUser } from '../scope_tables.ts';
import { type Registration, transports, useStage } from '../stage.ts';

const paste = 'Or paste a list';
const adminScopes = catalogue.scopes.filter(({ level }) => level === 'admin').map(({ scope }) => scope);

describe.each(transports)('choosing scopes over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');
  const atScopes = async (person: Person, registration: Registration): Promise<Modal> => {
    const modal = await beginsAnew(person);
    await fillsBasics(modal, registration);
    await fillsPair(modal, 'Development', stage.pair());
    await next(modal, 'Step 3 of 4');
    return modal;
  };
  const saves = async (modal: Modal): Promise<void> => {
    await next(modal, 'is registered');
    await modal.close();
  };

  test('type-ahead offers only scopes of the management type, by category; picks and pasted ones come together', async () => {
    const modal = await atScopes(ana(), { name: 'Picker' });
    const offered = await modal.suggestions('Scopes', 'recording');
    expect(offered.length).toBeGreaterThan(20);
    expect(offered.filter(({ value }) => !value.endsWith(':admin'))).toEqual([]);
    expect(offered.every(({ group }) => group !== null)).toBe(true);
    expect(offered[0]).toMatchObject({ group: 'Recording', description: expect.stringContaining('/') });
    expect((await modal.suggestions('Scopes', '/users')).length).toBeGreaterThan(3);
    expect((await modal.suggestions('Scopes', 'list_usres')).map(({ value }) => value)).toContain(
      'user:read:list_users:admin',
    );

    await modal.choose('Category', 'Webinar');
    const narrowed = await modal.suggestions('Scopes', '');
    expect(new Set(narrowed.map(({ group }) => group))).toEqual(new Set(['Webinar']));
    await modal.pick('Scopes', ['webinar:read:list_webinars:admin']);
    await modal.choose('Category', 'Every category');
    await modal.pick('Scopes', ['user:read:list_users:admin']);
    expect(modal.value('Scopes')).toEqual(['webinar:read:list_webinars:admin', 'user:read:list_users:admin']);
    await modal.fill(paste, 'user:read:list_users:admin, meeting:read:meeting:admin');
    await next(modal, 'Step 4 of 4');
    await modal.sees(
      '*3 scopes*: `meeting:read:meeting:admin`, `user:read:list_users:admin`, `webinar:read:list_webinars:admin`',
    );
    await modal.dismiss();

    const hers = await atScopes(stage.person('zoe'), { name: 'User Picker', managementType: 'User-managed' });
    const forUsers = await hers.suggestions('Scopes', 'meeting');
    expect(forUsers.length).toBeGreaterThan(20);
    expect(forUsers.filter(({ value }) => /:(admin|master)$/.test(value))).toEqual([]);
    await hers.dismiss();
  });

  test('each kind of wrong scope has an error text of its own at the field', async () => {
    const modal = await atScopes(ana(), { name: 'Wrong' });
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Scopes).toBe(
      'Zoom wants at least one scope: choose one here, or paste a list below.',
    );
    for (const [pasted, words] of wrongForAdmin) {
      await modal.fill(paste, pasted);
      expect(await modal.submit()).toBe('errors');
      expect(modal.errors()[paste]).toContain(words);
    }
    await modal.fill(
      paste,
      'meeting:read:meeting user:read:user webinar:read:webinar group:read:group user:read:user:master',
    );
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()[paste]).toMatch(
      /And 2 more\. “Convert the whole list” below does all of them at once\.$/,
    );
    const { clientSecret } = stage.pair();
    await modal.fill(paste, `user:read:user:admin ${clientSecret}`);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()[paste]).toContain('looks like a secret');

    for (const [pasted, words] of notes) {
      await modal.fill(paste, pasted);
      await modal.press('Check the list');
      await modal.sees(words);
    }
    await modal.dismiss();

    const hers = await atScopes(stage.person('zoe'), {
      name: 'Wrong for users',
      managementType: 'User-managed',
    });
    for (const [pasted, words] of wrongForUser) {
      await hers.fill(paste, pasted);
      expect(await hers.submit()).toBe('errors');
      expect(hers.errors()[paste]).toContain(words);
    }
    await hers.dismiss();
  });

  test('an unknown scope is no error, but somebody has to have seen it in Zoom; who that was is remembered', async () => {
    const modal = await atScopes(ana(), { name: 'Pioneer' });
    await modal.fill(paste, 'user:read:user:admin, brandnew:read:thing:admin, user:read:usr:admin');
    await next(modal, 'Not in the catalogue.');
    await modal.sees('`user:read:usr:admin` is not in the catalogue of Zoom scopes');
    await modal.sees('Did you mean `user:read:user:admin`?');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Confirm).toBe(
      'Tick this if you have seen them in Zoom; if not, correct or remove them above.',
    );
    // A tick counts only for the list it stood next to.
    await modal.tick('Confirm', ["I have seen these in Zoom's Scopes page"]);
    await modal.fill(paste, 'user:read:user:admin, brandnew:read:thing:admin, other:read:thing:admin');
    await next(modal, 'other:read:thing:admin');
    expect(modal.value('Confirm')).toEqual([]);
    await modal.fill(paste, 'user:read:user:admin, brandnew:read:thing:admin');
    await next(modal, 'Not in the catalogue.');
    await modal.tick('Confirm', ["I have seen these in Zoom's Scopes page"]);
    await next(modal, 'Step 4 of 4');
    await modal.sees('*2 scopes*');
    await saves(modal);
    await card(ana(), 'Pioneer', /Passed:[^·\n]*scopes/);

    const rows = await stage.database.db.query(
      `select scope, confirmed_by from zoom_app_scope join zoom_app on zoom_app.id = zoom_app_id where name = 'Pioneer' order by scope`,
    );
    expect(rows).toEqual([
      { scope: 'brandnew:read:thing:admin', confirmed_by: ana().id },
      { scope: 'user:read:user:admin', confirmed_by: null },
    ]);
    await ana().types(channel, '/zoom-app scopes Pioneer');
    const edit = await ana().modal('Edit scopes');
    await edit.sees('someone confirmed that Zoom offers it');
    await edit.fill('Scope description', 'For the pioneers');
    await next(edit, 'is saved');
    await edit.dismiss();
  });

  test('a mixed list is converted as a whole; what has no counterpart is named and left out', async () => {
    const modal = await atScopes(ana(), { name: 'Mixed' });
    await modal.fill(
      paste,
      'user:read:user:admin meeting:read:meeting calendar:read:list_settings webinar:read:webinar:master',
    );
    await modal.press('Check the list');
    await modal.sees('The list mixes admin and user scopes; one app can hold only one kind.');
    await modal.press('Convert the whole list to admin scopes');
    await modal.sees('Converted: 2 changes, now 3 admin scopes. 1 scope had to be left out.');
    await modal.sees('`calendar:read:list_settings` exists only for user-managed apps.');
    expect(modal.value('Scopes')).toEqual([
      'meeting:read:meeting:admin',
      'user:read:user:admin',
      'webinar:read:webinar:admin',
    ]);
    await modal.press('Convert the whole list to admin scopes');
    await modal.sees('Nothing to convert: the list holds admin scopes only.');
    await next(modal, '*3 scopes*');
    await modal.dismiss();
  });

  test('lists are read however they come: manifest, JSON, bullets, quotes, capitals', async () => {
    const modal = await atScopes(ana(), { name: 'Formats' });
    for (const pasted of sameTwoScopes) {
      await modal.fill(paste, pasted);
      await next(modal, '*2 scopes*: `meeting:read:meeting:admin`, `user:read:user:admin`');
      await modal.press('Back');
      await modal.sees('Step 3 of 4');
    }
    await modal.dismiss();
  });

  test('two hundred scopes and more are pasted over several fields, and the guide lists them to copy', async () => {
    const modal = await atScopes(ana(), { name: 'Everything' });
    const many = adminScopes.slice(0, 230);
    const text = many.join('\n');
    await modal.fill(paste, text.slice(0, 3000));
    await next(modal, 'may have been cut. Paste the rest into the new field below.');
    const whole = text.slice(0, 3000).lastIndexOf('\n');
    await modal.fill(paste, text.slice(0, whole));
    const rest = text.slice(whole + 1).split('\n');
    for (let field = 2; rest.length > 0; field += 1) {
      if (!modal.labels().some((label) => label === `More of the list (${field})`)) {
        await modal.press('More room to paste');
        await modal.sees(`More of the list (${field})`);
      }
      await modal.fill(`More of the list (${field})`, rest.splice(0, 50).join(', '));
    }
    await next(modal, 'Step 4 of 4');
    await modal.sees('*230 scopes*');
    await modal.sees('and 210 more');
    await saves(modal);
    const status = await card(ana(), 'Everything', /230 scopes.*Passed:[^·\n]*scopes/);
    await ana().press(status, 'Show me how');
    const guide = await ana().modal('How to get it live');
    expect(many.filter((scope) => !guide.text().includes(scope))).toEqual([]);
    await guide.close();
    await ana().press(status, 'Edit scopes');
    const edit = await ana().modal('Edit scopes');
    await edit.sees('All 230 scopes can go into admin-managed apps.');
    await edit.dismiss();
  });

  test('/zoom-scopes check judges any list without registering anything', async () => {
    const forAdmin = await asks(
      ana(),
      '/zoom-scopes check admin user:read:user:admin, meeting:read:meeting notyet:read:thing:admin',
      'Scopes for admin-managed apps',
    );
    for (const words of [
      '1 scope must be changed or removed, and 1 scope is not in the catalogue and must be confirmed',
      'meeting:read:meeting | Fix | Use meeting:read:meeting:admin',
      'notyet:read:thing:admin | Confirm | Not in the catalogue. Do you see it in Zoom?',
      'user:read:user:admin | Fine',
      'Corrected list* (2 scopes), to copy',
    ])
      expect(forAdmin.text()).toContain(words);
    const forUsers = await asks(
      ana(),
      '/zoom-scopes check user meeting:read:meeting',
      'Scopes for user-managed apps',
    );
    expect(forUsers.text()).toContain('The scope can go into user-managed apps.');

    await ana().types(channel, '/zoom-scopes check');
    const modal = await ana().modal('Check scopes');
    await modal.choose('For which kind of app?', 'User-managed');
    await modal.fill('Scopes', 'nothing here');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Scopes).toContain('Nothing in here looks like a scope');
    const { clientSecret } = stage.pair();
    await modal.fill('Scopes', `user:read:user ${clientSecret}`);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Scopes).toContain('That looks like a secret');
    await modal.fill('Scopes', manifest);
    await next(modal, 'Scopes for user-managed apps');
    await modal.sees('2 scopes must be changed or removed');
    await modal.dismiss();

    await ana().types(channel, '/zoom-scopes check user:read:user');
    const asked = await ana().modal('Check scopes');
    expect(asked.value('Scopes')).toBe('user:read:user');
    await asked.dismiss();
    const refusal = await asks(
      ana(),
      `/zoom-scopes check admin user:read:user:admin ${clientSecret}`,
      'That looks like a secret',
    );
    expect(refusal.text()).not.toContain(clientSecret);
  });

  test('/zoom-scopes converts and finds, and suggests what was meant', async () => {
    const converted = await asks(
      ana(),
      '/zoom-scopes convert user user:read:user:admin account:read:settings:admin',
      'Converted for user-managed apps',
    );
    expect(converted.text()).toMatch(
      /user:read:user\n.*Left out.*account:read:settings:admin` exists only for admin-managed apps/s,
    );
    const found = await asks(
      ana(),
      '/zoom-scopes find admin list users',
      'for "list users" in admin-managed apps',
    );
    expect(found.text()).toContain('`user:read:list_users');
    const meant = await asks(ana(), '/zoom-scopes chek admin user:read:user', 'Did you mean');
    expect(meant.text()).toContain('Did you mean `/zoom-scopes check`?');
    await asks(ana(), '/zoom-scopes help', 'Help for /zoom-scopes');
  });
});
