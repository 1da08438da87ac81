import { describe, expect, test } from 'vitest';
import type { Modal } from '../../../sandbox/simulators/slack/index.ts';
import { open, type Page } from '../../harness/consent_pages.ts';
import { cardOf, hasBaseline, registers } from '../acts.ts';
import { card, channel, details, thread } from '../play.ts';
import { transports, useStage } from '../stage.ts';

describe.each(transports)('a profile that is shown to work, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');
  const ben = () => stage.person('ben');

  /** Registered, and its profile exists: the pair of Zoom is in it. */
  const withProfile = async (name: string, keepsSecret = false) => {
    const pair = stage.pair();
    await registers(ana(), { name, credentials: pair, keepsSecret });
    await hasBaseline(stage.database, name);
    stage.simulators.stackone.createProfile({ name, credentials: pair });
    await ben().sees(channel, new RegExp(`The Zoom connector profile was created[\\s\\S]*${name}`));
    await card(ana(), name, /Prove it works/);
  };
  const getsLink = async (name: string): Promise<Modal> => {
    await ana().press(cardOf(ana(), name), 'Prove it works');
    const modal = await ana().modal('Prove it works');
    await modal.submit();
    await modal.sees('The link is for @Ana alone');
    return modal;
  };
  const signsIn = async (): Promise<Page> => {
    const link = stage.simulators.stackone.connectSessions().at(-1)?.auth_link_url ?? '';
    const page = await (await open(link)).press('Go on to Zoom');
    return page.press('Ada');
  };

  test('Ana, who keeps the secret to herself, proves it at Zoom; the channel, the card and her modal say so', async () => {
    await withProfile('Shown', true);
    expect(cardOf(ana(), 'Shown').text()).toMatch(/Credentials: open/);
    const modal = await getsLink('Shown');
    expect((await (await signsIn()).press('Allow')).title).toBe('Zoom is connected');
    await modal.sees('it went all the way through');
    const line = await ben().sees(channel, /Proven:\*? \*?Shown\*? \(Development\) works/);
    expect(line.threadTs).toBeNull();
    const status = await card(ben(), 'Shown', /Passed:[^·\n]*credentials[^·\n]*redirect URL/);
    await details(
      ben(),
      status,
      /Credentials: passed.*Verified by StackOne.*Redirect URL: passed.*Verified/s,
    );
    expect(status.buttons()).not.toContain('Prove it works');
    await ana().sees('@bot', /went all the way through/);
    await ben().sees(channel, 'StackOne linked the account');
    expect(thread(ben(), status).join('\n')).toContain('StackOne linked the account');
    expect(status.text()).not.toContain(':rotating_light:');
  });

  test('she declines: the words come back with a way out, also after a restart, and no check changes', async () => {
    await withProfile('Declined');
    const modal = await getsLink('Declined');
    await stage.restart('kill');
    await (await signsIn()).press('Decline');
    await modal.sees(/Not proven yet.*declined the request.*Next:/s);
    const answer = await ana().sees('@bot', /Not proven yet/);
    expect(answer.buttons()).toContain('Try again');
    await ana().press(answer, 'Try again');
    await (await ana().modal('Prove it works')).close();
    expect(cardOf(ben(), 'Declined').text()).not.toMatch(/:x:|failed/);
  });

  test('Ben is asked to do it, and gets the link for himself', async () => {
    await withProfile('Asked');
    await ana().types(channel, '/zoom-app edit Asked');
    const edit = await ana().modal('Edit a Zoom app');
    await edit.pickUsers('Owners', ['ben']);
    await edit.submit();
    await edit.sees('is saved');
    await edit.close();
    await ana().types(channel, '/zoom-app prove Asked');
    const form = await ana().modal('Prove it works');
    await form.pickUsers('Who does it?', ['ben']);
    await form.submit();
    await form.sees('Ben gets a direct message');
    await form.close();
    const asked = await ben().sees('@bot', /@Ana asks you to prove/);
    await ben().press(asked, "I'll do it");
    const modal = await ben().modal('Prove it works');
    await modal.submit();
    await modal.sees('The link is for @Ben alone');
    await modal.press('Cancel the link');
    await modal.sees('The link is given up');
  });
});
