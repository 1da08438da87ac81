import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../sandbox/faults/faults.ts';
import {
  allIsSent,
  asks,
  cardOf,
  cardsOf,
  channel,
  noMore,
  postedMessages,
  registers,
  saying,
  storedCheck,
  timePasses,
} from '../../e2e/acts.ts';
import { once } from '../../e2e/once.ts';
import { useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

// Zoom is asked by jobs, which know nothing of Slack's transport: one transport is enough.
describe('credentials, and faults of Zoom', () => {
  const stage = useStage('http');
  const ana = () => stage.person('ana');
  const zoom = () => stage.simulators.zoom;
  const tries = () => zoom().requests.count('/oauth/token');

  const cardSays = (name: string, words: RegExp) =>
    until(
      () => cardsOf(ana(), name).some((card) => words.test(card.text())),
      `${words} on the card of ${name}`,
    );

  beforeEach(async () => {
    zoom().clearFaults();
    zoom().checksCodeFirst(false);
    await stage.database.db.query(
      `update workspace set probe_trust = 'untested' where probe_trust = 'untrusted'`,
    );
  });

  async function replacesTheSecret(name: string, clientId: string, secret: string): Promise<void> {
    await ana().types(channel, `/zoom-app rotate ${name}`);
    const modal = await ana().modal('Replace the secret');
    await modal.fill('Client ID (Development)', clientId);
    await modal.fill('Client secret (Development)', secret);
    await modal.submit();
    await modal.sees('is sealed');
    await modal.close();
  }

  async function checksNow(name: string): Promise<void> {
    await timePasses(stage.database, '1 minute');
    await asks(ana(), `/zoom-app check ${name}`, /Looking at everything/);
  }

  test('the first accepted pair is proven once with an altered secret, later pairs need one try', async () => {
    await stage.database.db.query(`update workspace set probe_trust = 'untested'`);
    const before = tries();
    await registers(ana(), { name: 'First', credentials: stage.pair() });
    await ana().sees(channel, /First[\s\S]*Passed:[^·\n]*credentials.*1 verified/);
    expect(tries()).toBe(before + 2);
    await registers(ana(), { name: 'Second', credentials: stage.pair() });
    await ana().sees(channel, /Second[\s\S]*Passed:[^·\n]*credentials/);
    expect(tries()).toBe(before + 3);
  });

  const hasTwo = once(async () => {
    for (const name of ['Third', 'Fourth']) {
      await registers(ana(), { name, credentials: stage.pair() });
      await cardSays(name, /Passed:[^·\n]*credentials/);
    }
  });

  test('"check" right after a look does not ask Zoom again, and says so', async () => {
    await hasTwo();
    await asks(ana(), '/zoom-app check Third', /only a moment ago/);
    const before = tries();
    await checksNow('Third');
    await noMore(stage.database, 'probe_credentials');
    await asks(ana(), '/zoom-app check Third', /only a moment ago/);
    await ana().press(cardOf(ana(), 'Third'), 'Check now');
    await noMore(stage.database, 'probe_credentials');
    expect(tries()).toBe(before + 1);
  });

  test('a wrong secret fails in words, and the right one repairs it', async () => {
    const { clientId, clientSecret } = stage.pair();
    await registers(ana(), { name: 'Typo', credentials: { clientId, clientSecret: stage.wrongSecret() } });
    await ana().sees(
      channel,
      /Typo[\s\S]*Credentials: failed.*Zoom refused this pair of client ID and secret/,
    );
    await ana().sees(channel, /:x:.*Credentials.*of.*Typo.*failed[\s\S]*press \*Replace the secret\*/);
    expect(cardOf(ana(), 'Typo').buttons()).toContain('Replace the secret');

    await replacesTheSecret('Typo', clientId, clientSecret);
    await cardSays('Typo', /Passed:[^·\n]*credentials/);
    await ana().sees(channel, /Credentials.*of.*Typo.*passes now/);
  });

  test('a wrong new secret leaves the old one in use, and the owner reads it in the thread', async () => {
    await hasTwo();
    await replacesTheSecret('Third', 'nobodysClientId1234567', stage.wrongSecret());
    await ana().sees(channel, /Zoom refused the new client ID and secret. The old pair stays in use/);
    await cardSays('Third', /Passed:[^·\n]*credentials/);
    await checksNow('Third');
    await cardSays('Third', /Passed:[^·\n]*credentials/);
  });

  test('a secret that was replaced in Zoom is announced once, a day later at the latest', async () => {
    const { clientId } = stage.pair();
    const [old, fresh] = [stage.wrongSecret(), stage.wrongSecret()];
    zoom().rotateSecret(clientId, old);
    await registers(ana(), { name: 'Rotated', credentials: { clientId, clientSecret: old } });
    await cardSays('Rotated', /Passed:[^·\n]*credentials/);
    zoom().rotateSecret(clientId, fresh);
    await timePasses(stage.database, '25 hours');
    const alarm = /Something broke[\s\S]*Credentials.*of.*Rotated.*passed before and fails now/;
    await ana().sees(channel, alarm);
    await checksNow('Rotated');
    await replacesTheSecret('Rotated', clientId, fresh);
    await cardSays('Rotated', /Passed:[^·\n]*credentials/);
    expect(saying(ana(), alarm)).toHaveLength(1);
  });

  test('an app that is disabled in Zoom is called disabled, until it is enabled again', async () => {
    const pair = stage.pair();
    zoom().disableApp(pair.clientId);
    await registers(ana(), { name: 'Disabled', credentials: pair });
    await ana().sees(channel, /Disabled[\s\S]*Credentials: failed.*Zoom says that this app is disabled/);
    expect(cardOf(ana(), 'Disabled').text()).toMatch(/Enable it again, then press \*Check now\*/);
    zoom().enableApp(pair.clientId);
    await checksNow('Disabled');
    await cardSays('Disabled', /Passed:[^·\n]*credentials/);
  });

  const unclear: readonly [string, () => void, RegExp][] = [
    ['resets every connection', () => zoom().down(), /could not be reached/],
    ['breaks off in the middle of its answer', () => zoom().cut(), /could not be reached/],
    [
      'answers 401 in words nobody knows',
      answering(401, { error: 'no_entry', reason: 'Come back later' }),
      /cannot read/,
    ],
    [
      'answers invalid_client for a reason nobody knows',
      answering(400, { error: 'invalid_client', reason: 'moon' }),
      /cannot read/,
    ],
    ['answers 403', answering(403, { error: 'forbidden', reason: '' }), /cannot read/],
    ['answers 404 with a page', page(404), /cannot read/],
    ['answers 408', answering(408, {}), /did not answer in time/],
    ['answers 429 with Retry-After', limited(3600), /asked Greenroom to slow down/],
    ['answers 500', answering(500, { error: 'oops' }), /had an error of its own/],
    ['answers 502 with a page', page(502), /had an error of its own/],
    ['answers 200 with a page', page(200), /cannot read/],
    [
      'does not know the grant',
      answering(400, { error: 'unsupported_grant_type', reason: 'unsupported grant type' }),
      /cannot read/,
    ],
    [
      'hands out a token for a made-up code',
      answering(200, { access_token: 'a.token.that.nobody.wants' }),
      /cannot read/,
    ],
  ];

  test.each(unclear)('while Zoom %s nothing fails and nothing is announced', async (_what, begin, words) => {
    await hasTwo();
    await allIsSent(stage.database);
    const before = postedMessages(ana()).map(({ ts }) => ts);
    begin();
    await checksNow('Fourth');
    await cardSays('Fourth', /Credentials: could not look\.\* No answer since/);
    const shown = cardOf(ana(), 'Fourth').text();
    expect(shown).toMatch(words);
    expect(shown).toMatch(/Last known: passed/);
    expect(await storedCheck(stage.database, 'Fourth', 'credentials')).toMatchObject({
      status: 'unknown',
      last_known: 'passed',
    });
    await asks(ana(), '/zoom-app show Fourth', /Credentials: could not look/);
    expect(postedMessages(ana()).map(({ ts }) => ts)).toEqual(before);

    zoom().clearFaults();
    await checksNow('Fourth');
    await cardSays('Fourth', /Passed:[^·\n]*credentials/);
    await allIsSent(stage.database);
    expect(postedMessages(ana()).map(({ ts }) => ts)).toEqual(before);
  });

  test('a token that Zoom hands out by mistake is given back at once', async () => {
    await hasTwo();
    const before = zoom().requests.count('/oauth/revoke');
    answering(200, { access_token: 'another.token.that.nobody.wants' })();
    await checksNow('Third');
    await cardSays('Third', /Credentials: could not look/);
    await until(() => zoom().requests.count('/oauth/revoke') > before, 'the token to be given back');
    await noMore(stage.database, 'probe_credentials');
    expect(zoom().requests.count('/oauth/revoke')).toBe(before + 1);
    zoom().clearFaults();
    await checksNow('Third');
    await cardSays('Third', /Passed:[^·\n]*credentials/);
  });

  test('an app registered during an outage says that there was no answer, and recovers by itself', async () => {
    zoom().down();
    await registers(ana(), { name: 'Stormy', credentials: stage.pair() });
    await ana().sees(channel, /Stormy[\s\S]*Credentials: could not look\.\* There has been no answer so far/);
    const card = cardOf(ana(), 'Stormy');
    expect(card.text()).toMatch(/Greenroom asks again by itself, from .+ on, until it does/);
    expect(card.buttons()).not.toContain('I checked them in Zoom');
    zoom().clearFaults();
    await timePasses(stage.database, '6 minutes');
    await cardSays('Stormy', /Passed:[^·\n]*credentials/);
  });

  test('where Zoom looks at the code first, nothing is called accepted: a person compares and confirms', async () => {
    zoom().checksCodeFirst(true);
    await stage.database.db.query(`update workspace set probe_trust = 'untested'`);
    const before = tries();
    const { clientId } = stage.pair();
    await registers(ana(), {
      name: 'Unproven',
      credentials: { clientId, clientSecret: stage.wrongSecret() },
    });
    await cardSays(
      'Unproven',
      /Credentials: open\.\* Zoom did not refuse this pair, and that alone does not prove it/,
    );
    expect(tries()).toBe(before + 2);
    expect(cardOf(ana(), 'Unproven').text()).not.toContain('Zoom accepted');
    await stage.person('zoe').press(cardOf(ana(), 'Unproven'), 'I checked them in Zoom');
    await cardSays('Unproven', /Passed:[^·\n]*credentials.*1 said by a person/);

    await checksNow('Unproven');
    await until(() => tries() === before + 3);
    await cardSays('Unproven', /Passed:[^·\n]*credentials.*1 said by a person/);
    await asks(ana(), '/zoom-app ping', /its answers do not prove credentials, so people confirm them/);
  });

  function answering(status: number, body: Answer['body']): () => void {
    return () => zoom().answer({ status, body, path: '/oauth/token' });
  }
  function page(status: number): () => void {
    return () => zoom().answer({ status, html: '<!doctype html><h1>Zoom</h1>' });
  }
  function limited(seconds: number): () => void {
    return () =>
      zoom().answer({
        status: 429,
        body: {},
        headers: { 'retry-after': String(seconds) },
        path: '/oauth/token',
      });
  }
});
