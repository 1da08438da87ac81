import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../sandbox/faults/faults.ts';
import {
  allIsSent,
  asks,
  attests,
  cardOf,
  cardsOf,
  channel,
  firings,
  postedMessages,
  registers,
  saying,
  stackoneTrouble,
  timePasses,
} from '../../e2e/acts.ts';
import { useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

// StackOne is asked by jobs, which know nothing of Slack's transport: one transport is enough.
describe('faults of StackOne', () => {
  const stage = useStage('socket');
  const ana = () => stage.person('ana');
  const stackone = () => stage.simulators.stackone;
  const trouble = () => stackoneTrouble(stage.database);
  const stopped = /cannot look into StackOne since/;
  const back = /can look into StackOne again/;

  /** Looks at once instead of at the next tick, a minute after the last time. */
  const looks = async (name: string) => {
    await timePasses(stage.database, '1 minute');
    // Zoom may have answered the look before this one only now; StackOne is asked all the same.
    const answer = /Looking at everything|asked Zoom about these credentials only a moment ago/;
    return asks(ana(), `/zoom-app check ${name}`, answer);
  };

  const key = 'v1.eu1.fresh-key';
  const permission = ['platform:read'] as const;

  beforeAll(async () => {
    await registers(ana(), { name: 'Harbour', credentials: stage.pair() });
    await ana().sees(channel, /Harbour[\s\S]*Passed:[^·\n]*credentials/);
    await attests(stage.person('zoe'), 'Harbour');
    await until(async () => (await trouble()).answeredAt !== null);
    const profile = stackone().createProfile({ name: 'Harbour' });
    stackone().linkAccount(profile.id);
    await ana().sees(channel, 'The Zoom connector profile was created');
    await ana().sees(channel, /Harbour[\s\S]*6 of 6 checks passed/);
    await allIsSent(stage.database);
  });

  /** Whatever the story before left behind: StackOne is well and knows the key, and Greenroom has seen that. */
  beforeEach(async () => {
    stackone().clearFaults();
    stackone().listOddly(null);
    for (const path of ['/connector_profiles', '/auth_configs'] as const) stackone().withPath(path);
    for (const known of [stackone().apiKey, key]) stackone().addKey(known, permission);
    if ((await trouble()).trouble !== null) {
      await timePasses(stage.database, '15 minutes');
      await until(async () => (await trouble()).trouble === null, 'Greenroom to see StackOne again');
    }
    await allIsSent(stage.database);
  });

  /** With an outage that is told of after two seconds, and a key that can be taken away. */
  const startsAnew = () => stage.restart('stop', { STACKONE_API_KEY: key, OUTAGE_NOTICE_AFTER: '2s' });

  test('an app goes live while StackOne answers', async () => {
    await asks(ana(), '/zoom-app show Harbour', /6 of 6 checks passed/);
  });

  const short: readonly [string, () => void, RegExp][] = [
    ['resets every connection', () => stackone().down(), /could not be reached/],
    ['breaks off in the middle of a list', () => stackone().cut(), /could not be reached/],
    ['answers 400', answering(400), /did not understand Greenroom's question/],
    ['answers 422', answering(422), /did not understand Greenroom's question/],
    ['answers 408 and wants a pause', answering(408, { 'retry-after': '1' }), /did not answer in time/],
    ['answers 429 and wants a pause', answering(429, { 'retry-after': '1' }), /asked Greenroom to slow down/],
    ['answers 500', answering(500), /had an error of its own/],
    ['answers 501', answering(501), /had an error of its own/],
    ['answers 502 with a page', page(502), /had an error of its own/],
    ['answers 200 with a page', page(200), /cannot read/],
    [
      'answers in another shape',
      () => stackone().answer({ status: 200, body: { items: [] } }),
      /cannot read/,
    ],
    ['lists nothing and counts some', () => stackone().listOddly('empty_with_total'), /cannot read/],
    ['lists a profile without its name', () => stackone().listOddly('unreadable_row'), /cannot read/],
  ];

  test.each(short)(
    'while StackOne %s for a short time, nothing fails and nobody is alarmed',
    async (_what, begin, words) => {
      await allIsSent(stage.database);
      const before = postedMessages(ana()).map(({ ts }) => ts);
      begin();
      await looks('Harbour');
      await until(async () => (await trouble()).trouble !== null, 'Greenroom to notice');
      const shown = (
        await asks(ana(), '/zoom-app show Harbour', /Connector profile: could not look\.\* StackOne/)
      ).text();
      expect(shown).toMatch(words);
      expect(shown).toMatch(/Linked account: could not look/);
      expect(shown.match(/Last known: passed/g)).toHaveLength(2);
      expect(shown).toMatch(/Development: Live/);
      expect(shown).not.toMatch(/failed/);
      await asks(ana(), '/zoom-ready', words);
      expect(cardOf(ana(), 'Harbour').text()).not.toMatch(/failed/);

      stackone().clearFaults();
      stackone().listOddly(null);
      await looks('Harbour');
      await until(async () => (await trouble()).trouble === null, 'Greenroom to see StackOne again');
      await asks(ana(), '/zoom-app show Harbour', /Passed:[^·\n]*connector profile/);
      await allIsSent(stage.database);
      expect(postedMessages(ana()).map(({ ts }) => ts)).toEqual(before);
    },
  );

  test('an app that is registered while StackOne is down takes nothing for new that was there before', async () => {
    stackone().down();
    await looks('Harbour');
    await until(async () => (await trouble()).trouble !== null);
    stackone().createProfile({ name: 'Late' });
    await registers(ana(), { name: 'Late', credentials: stage.pair() });
    await ana().sees(channel, /Late[\s\S]*Connector profile: could not look/);
    stackone().clearFaults();
    await until(() =>
      cardsOf(ana(), 'Late').some((card) => /Has the profile of Development been there/.test(card.text())),
    );
    expect(saying(ana(), /profile was created[\s\S]*Late/)).toEqual([]);

    stackone().createProfile({ name: 'Late' });
    await ana().sees(channel, /profile was created[\s\S]*Late/);
  });

  test('a key that StackOne refuses is announced at once and once, and not tried again and again', async () => {
    await startsAnew();
    const before = { stopped: saying(ana(), stopped).length, back: saying(ana(), back).length };
    stackone().revokeKey(key);
    await looks('Harbour');
    await ana().sees(
      channel,
      /cannot look into StackOne since[\s\S]*does not accept Greenroom's API key \(401\)[\s\S]*replaces `STACKONE_API_KEY`/,
    );
    await ana().sees(channel, /Harbour[\s\S]*Connector profile: could not look[\s\S]*Last known: passed/);
    const shown = await looks('Harbour');
    expect(shown.text()).toContain("StackOne is left out while it refuses Greenroom's API key");
    // The first look may still wait behind the clock's, which was refused first.
    const forced = "select from graphile_worker.jobs where key like 'poll_stackone:%:force'";
    await until(async () => (await stage.database.db.query(forced)).length === 0, 'the forced look');
    const asked = stackone().requests.count('/connector_profiles');
    await firings(stage.database, 'poll StackOne', 3);
    expect(stackone().requests.count('/connector_profiles')).toBe(asked);
    await allIsSent(stage.database);
    expect(saying(ana(), stopped)).toHaveLength(before.stopped + 1);
    expect(saying(ana(), back)).toHaveLength(before.back);
  });

  test('a new key is tried at once, and the recovery is announced once', async () => {
    await startsAnew();
    const before = { stopped: saying(ana(), stopped).length, back: saying(ana(), back).length };
    stackone().revokeKey(key);
    await looks('Harbour');
    await until(() => saying(ana(), stopped).length > before.stopped, 'the refused key to be told');
    stackone().addKey('v1.eu1.fresher-key', permission);
    await stage.restart('stop', { STACKONE_API_KEY: 'v1.eu1.fresher-key' });
    await until(() => saying(ana(), back).length > before.back, 'the end to be told');
    await ana().sees(channel, /Harbour[\s\S]*Passed:[^·\n]*connector profile/);
    await allIsSent(stage.database);
    expect(saying(ana(), stopped)).toHaveLength(before.stopped + 1);
    expect(saying(ana(), back)).toHaveLength(before.back + 1);
    // First the key, then the process with it: a refusal would come after the next story has looked for one.
    stackone().addKey(key, permission);
    await startsAnew();
  });

  test('a key without its permission is announced with all three causes', async () => {
    stackone().addKey(key, []);
    await startsAnew();
    const message = await ana().sees(
      channel,
      /cannot look into StackOne since.*refuses Greenroom's API key \(403\)/,
    );
    expect(message.text()).toMatch(
      /Platform API: Read[\s\S]*address of Greenroom is not allowed[\s\S]*User-Agent/,
    );
    stackone().addKey(key, permission);
    // Nobody can hurry a refused key: it is tried again after its pause.
    await timePasses(stage.database, '15 minutes');
    await ana().sees(channel, back, { after: message });
  });

  test('where the list has moved the older address is used, and where there is none that is announced at once', async () => {
    stackone().withoutPath('/connector_profiles');
    const before = stackone().requests.count('/auth_configs');
    await until(() => stackone().requests.count('/auth_configs') > before);
    expect((await trouble()).trouble).toBeNull();
    stackone().withoutPath('/auth_configs');
    const message = await ana().sees(
      channel,
      /cannot look into StackOne since.*does not offer its list of connector profiles/,
    );
    stackone().withPath('/connector_profiles');
    await ana().sees(channel, back, { after: message });
    stackone().withPath('/auth_configs');
    // A process stays with the address that it found.
    await startsAnew();
  });

  test('an outage that lasts is announced once, its end once, and what happened meanwhile comes after it', async () => {
    await startsAnew();
    await registers(ana(), { name: 'Patient', credentials: stage.pair() });
    await ana().sees(channel, /Patient[\s\S]*Still open:[^·\n]*connector profile/);
    await allIsSent(stage.database);
    const last = postedMessages(ana()).at(-1);
    if (last === undefined) throw new Error('nothing was said so far');
    stackone().down();
    const message = await ana().sees(
      channel,
      /cannot look into StackOne since[\s\S]*could not be reached[\s\S]*There is nothing to do/,
      { after: last },
    );
    await ana().sees(channel, /Patient[\s\S]*Connector profile: could not look/);
    stackone().createProfile({ name: 'Patient' });
    stackone().clearFaults();
    const announcement = await ana().sees(channel, /profile was created[\s\S]*Patient/, { after: message });
    const again = await ana().sees(channel, back, { after: message });
    expect(Number(again.ts)).toBeLessThan(Number(announcement.ts));
    await ana().sees(channel, /Patient[\s\S]*Passed:[^·\n]*connector profile/);
    await allIsSent(stage.database);
    const since = postedMessages(ana()).filter(({ ts }) => Number(ts) > Number(last.ts));
    expect(since.filter((one) => stopped.test(one.text()))).toHaveLength(1);
    expect(since.filter((one) => back.test(one.text()))).toHaveLength(1);
  });

  function answering(status: number, headers: Answer['headers'] = {}): () => void {
    return () => stackone().answer({ status, headers, body: { statusCode: status, message: 'No' } });
  }
  function page(status: number): () => void {
    return () => stackone().answer({ status, html: '<!doctype html><h1>StackOne</h1>' });
  }
});
