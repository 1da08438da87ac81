import { beforeAll, describe, expect, test } from 'vitest';
import { eventMessage } from '../../../../src/slack/messages/events/event_message.ts';
import { newerThanNow } from '../../../harness/asks.ts';
import { watchMany } from '../../../harness/many_watches.ts';
import { registered, useStage } from '../stage.ts';

const own = '#zoom-integration';
const channel = '#general';

describe('watches, by command', () => {
  const stage = useStage('socket');
  const zoe = () => stage.slack.person('zoe');
  const answer = async (text: string, pattern: string | RegExp, where = channel, who = zoe()) => {
    const fromNowOn = newerThanNow(who, where);
    expect((await who.types(where, text)).outcome).toBe('acked');
    const message = await who.sees(where, pattern, fromNowOn);
    expect(message.ephemeral).toBe(true);
    return message;
  };

  beforeAll(async () => {
    await registered(stage, { name: 'Tide' });
    await registered(stage, { name: 'Acme failures' });
  });

  test('a second channel watches an app at a level, which a menu changes, until it is ended', async () => {
    await answer('/zoom-app watch tide failures', 'watches *Tide*: failures, and their end');
    const list = await answer('/zoom-app watches', /1 watch\b/);
    expect(list.text()).toContain('Set by');
    await zoe().selectIn(list, 'Tide', 'Milestones');
    await zoe().sees(channel, 'watches *Tide*: milestones');
    await answer('/zoom-app watch Tide milestones', 'watches *Tide* already');
    await answer('/zoom-app unwatch Tide', 'no longer watches *Tide*');
    await answer('/zoom-app unwatch Tide', 'does not watch *Tide*');
    await answer('/zoom-app watches', 'Nobody has set a watch here');
  });

  test('App Home shows what I watch, wherever that is', async () => {
    await answer('/zoom-app watch Tide failures', 'watches *Tide*: failures');
    const home = await zoe().opensHome();
    await home.press('My watches');
    const modal = await zoe().modal('Watches');
    await modal.sees(/1 watch\..*Tide.*in #general: failures/s);
    await modal.dismiss();
    await answer('/zoom-app unwatch Tide', 'no longer watches *Tide*');
  });

  test('each of many watches is changed or ended on App Home, one after the other, in one modal', async () => {
    const ben = stage.slack.person('ben');
    const given = { workspaceId: stage.slack.id, channelId: ben.id, setBy: ben.id, many: 12 };
    await watchMany(stage.database.db, { ...given, nameOf: `'Mine ' || n` });
    const home = await ben.opensHome();
    await home.press('My watches');
    const modal = await ben.modal('Watches');
    await modal.press('Next page');
    await modal.sees('12 watches, 9 to 12 here');
    // In the order of the alphabet.
    for (const [name, left] of [
      ['Mine 6', 11],
      ['Mine 7', 10],
      ['Mine 8', 9],
    ] as const) {
      await modal.choose(name, 'End this watch');
      await modal.sees(new RegExp(`You no longer watch.*${left} watches, 9 to ${left} here`, 's'));
    }
    await modal.choose('Mine 9', 'Milestones');
    await modal.sees(/You watch.*: milestones.*9 watches, 9 to 9 here/s);
    await modal.press('End several');
    const form = await ben.modal('End watches');
    expect(form.options('Watches to end')).toHaveLength(9);
    await form.dismiss();
    expect(ben.topModal()).toBeNull();
  });

  test('every app is watched with one, and as direct messages', async () => {
    await answer('/zoom-app watch all failures', 'watches every Zoom app: failures');
    await answer('/zoom-app watch all milestones me', 'You watch every Zoom app: milestones');
    await answer('/zoom-app watch Tide changes', 'You watch *Tide*: changes', '@ana');
    const list = await answer('/zoom-app watches', /3 watches/);
    await zoe().press(list, 'End several');
    const modal = await zoe().modal('End watches');
    await modal.tick('Watches to end', modal.options('Watches to end'));
    await modal.submit();
    await modal.sees(/3 watches ended.*Nobody has set a watch here/s);
    await modal.close();
    await answer('/zoom-app watches', 'Nobody has set a watch here');
  });

  test('the name of an app may end like a level, and a level alone asks of which app', async () => {
    await answer('/zoom-app watch Acme failures', 'watches *Acme failures*: everything');
    await answer('/zoom-app watch Acme failures milestones', 'watches *Acme failures*: milestones');
    await answer('/zoom-app watch failures', 'Of which Zoom app?');
    await answer('/zoom-app watch Nowhere', 'There is no Zoom app called');
    await answer('/zoom-app unwatch Acme failures', 'no longer watches *Acme failures*');
  });

  test("the app's own channel cannot be watched or unwatched: it is notified about everything", async () => {
    await answer('/zoom-app watch Tide', 'own channel of *Tide*', own);
    await answer('/zoom-app unwatch Tide', 'own channel of *Tide*', own);
  });

  test('200 watches, of names that would notify people, with signs of markup, or very long, stay within a message', async () => {
    const names = `(array['<!channel> ', '@here ', '*bold* _it_ ~no~ \`code\` ', '<@U0ZOE> & ', repeat('🌊', 20), repeat('Ω', 40)])[1 + n % 6] || n`;
    const ana = stage.slack.person('ana');
    const setBy = ana.id;
    const channelId = stage.slack.channelId('#platform');
    await watchMany(stage.database.db, {
      workspaceId: stage.slack.id,
      channelId,
      setBy,
      many: 200,
      nameOf: names,
    });
    let page = await answer('/zoom-app watches', '200 watches, 1 to 8 here', '#platform', ana);
    for (const from of [9, 17]) {
      await ana.press(page, 'Next page');
      page = await ana.sees('#platform', `200 watches, ${from} to ${from + 7} here`);
    }
    const drawn = JSON.stringify(page.blocks());
    expect(drawn).not.toMatch(/<!channel>|<!here>|@here|<@U0ZOE>/);
    await ana.press(page, 'End several');
    const modal = await ana.modal('End watches');
    const groups = modal.labels();
    expect(groups.flatMap((group) => modal.options(group))).toHaveLength(200);
    expect(modal.text()).not.toMatch(/<!channel>|<!here>|@here|<@U0ZOE>/);
    await modal.submit();
    await modal.sees('Tick at least one watch');
    for (const group of groups.slice(0, 15)) await modal.tick(group, modal.options(group));
    await modal.submit();
    await modal.sees(/150 watches ended.*50 watches, 1 to 8 here/s);
    await modal.close();
    await answer('/zoom-app watches', '50 watches', '#platform', ana);
  });

  test('a person without rights elsewhere can end no watch of another channel from a list', async () => {
    await answer('/zoom-app watch Tide changes', '#general watches *Tide*: changes');
    const ben = stage.slack.person('ben');
    await ben.types('@ana', '/zoom-app watches Tide');
    const list = await ben.sees('@ana', /Watches of Tide/);
    await ben.selectIn(list, 'Change', 'End this watch');
    await ben.sees('@ana', 'Somebody else has set that watch');
    await answer('/zoom-app watches Tide', /1 watch\b/);
    await answer('/zoom-app unwatch Tide', 'no longer watches *Tide*');
  });

  test('what Greenroom cannot post in a channel is tried again, goes to who set it, or ends, by a button', async () => {
    const notify = async () => {
      const message = {
        kind: 'cannot_post',
        channelId: stage.slack.channelId(channel),
        appId: '',
        appName: 'Tide',
        apps: [],
        hasSet: true,
        everyApp: true,
        why: 'is_archived',
      } as const;
      const { text, blocks } = eventMessage(message);
      await stage.bolt.deliveryClient.chat.postMessage({ channel: zoe().id, text, blocks });
      return zoe().sees('@bot', 'cannot post about every Zoom app');
    };
    await answer('/zoom-app watch all changes', 'watches every Zoom app: changes');
    await zoe().press(await notify(), 'Send them to me instead');
    await zoe().sees('@bot', '1 watch of #general goes to you');
    await answer('/zoom-app watches', '*Every Zoom app* as direct messages to you: changes');
    await answer('/zoom-app watch all milestones', 'watches every Zoom app: milestones');
    await zoe().press(await notify(), 'End my watches there');
    await zoe().sees('@bot', '1 watch ended');
    await answer('/zoom-app unwatch all me', 'You no longer watch every Zoom app');
  });
});
