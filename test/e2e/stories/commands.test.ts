import { beforeAll, describe, expect, test } from 'vitest';
import type { MessageHandle, Person } from '../../../sandbox/simulators/slack/index.ts';
import { until } from '../../harness/until.ts';
import { noMore, timePasses } from '../acts.ts';
import { asks, asksUntil, card, channel, makesReady } from '../play.ts';
import { seed } from '../seed.ts';
import { transports, useStage } from '../stage.ts';

const regions = Array.from({ length: 12 }, (_, i) => `Region ${String(i + 1).padStart(2, '0')}`);
const crowd = [...regions, 'Sales Calls', 'Sales Forecast', 'Support Desk', 'Überwachung'];

describe.each(transports)('commands in an empty workspace, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');
  const ask = (person: Person, command: string, sees: string | RegExp) => asks(person, command, sees);

  test('in an empty workspace every answer says how to begin', async () => {
    const list = await ask(ana(), '/zoom-app list', 'No Zoom app is registered yet.');
    expect(list.text()).toContain('Type `/zoom-app register` or press the button.');
    expect(list.buttons()).toEqual(['Register a Zoom app']);
    await ask(ana(), '/zoom-app show anything', 'No Zoom app is registered yet. Type `/zoom-app register`');
    const board = await ask(ana(), '/zoom-ready', /Zoom readiness\n.*No Zoom app is registered yet/s);
    await ana().press(board, 'Register a Zoom app');
    const modal = await ana().modal('Register a Zoom app');
    expect(modal.value('Channel')).toBe(channel);
    await modal.dismiss();
  });
});

describe.each(transports)('commands over %s', (transport) => {
  const stage = useStage(transport);
  const [ana, zoe, ben] = [() => stage.person('ana'), () => stage.person('zoe'), () => stage.person('ben')];
  const ask = (person: Person, command: string, sees: string | RegExp) => asks(person, command, sees);

  /** An answer that is edited in place: pages are turned without a new message. */
  const turnsPage = async (
    person: Person,
    page: MessageHandle,
    button: string,
    sees: RegExp,
  ): Promise<void> => {
    await person.press(page, button);
    const turned = await person.sees(channel, sees);
    expect(turned.ts).toBe(page.ts);
  };

  describe('with many apps', () => {
    beforeAll(async () => {
      await seed(stage, crowd, 'ana');
      await seed(stage, ['Billing', 'Sales Notes', 'Zoom Rooms', 'Archive Reader'], 'zoe');
      await card(ana(), 'Archive Reader', /Passed:[^·\n]*credentials/);
      await noMore(stage.database, 'probe_credentials');
      await makesReady(zoe(), 'Billing');
      await card(zoe(), 'Billing', 'Development: Profile');
    });

    test('the list has pages, which are turned in place', async () => {
      const list = await ask(ana(), '/zoom-app list', /10 Zoom apps, more on the next page/);
      expect(list.text()).toMatch(
        /^\*Archive Reader \(https:\/\/acme\.slack\.com\/archives\/C\d+\/p\d+\)\* · admin-managed · @Zoë$/m,
      );
      expect(list.text()).toContain('next: set the redirect URL in Zoom');
      await turnsPage(ana(), list, 'Next page', /^Zoom apps\n.*Region 12/s);
      expect(list.text()).not.toContain('Archive Reader');
      expect(list.buttons()).toContain('First page');
      await turnsPage(ana(), list, 'First page', /^Zoom apps\n.*Archive Reader/s);
      expect(zoe().transcript(channel)).not.toContain('more on the next page');
    });

    test('it is filtered by words, stage and owner', async () => {
      const sales = await ask(ana(), '/zoom-app list sales', '3 Zoom apps matching "sales"');
      expect(sales.text()).toMatch(/Sales Calls.*Sales Forecast.*Sales Notes/s);
      const hers = await ask(ana(), '/zoom-app list @zoe', '4 Zoom apps matching "@Zoë"');
      expect(hers.text()).toMatch(/Archive Reader.*Billing.*Sales Notes.*Zoom Rooms/s);
      const ready = await ask(ana(), '/zoom-app list profile', '1 Zoom app matching "profile"');
      expect(ready.text()).toContain('next: create the connector profile in StackOne');
      const none = await ask(ana(), '/zoom-app list nobody has this', 'No Zoom app matching');
      expect(none.text()).toContain('`/zoom-app list` shows all of them.');
    });

    test('the board counts all of them and pages too; filters hold over the pages', async () => {
      const board = await ask(ben(), '/zoom-ready', '20 environments by stage');
      expect(board.text()).toMatch(/^Testing\s+19 ■+$/m);
      expect(board.text()).toMatch(/^Profile\s+1 ■$/m);
      await turnsPage(ben(), board, 'Next page', /^Zoom readiness\n.*Region 12/s);
      await turnsPage(ben(), board, 'First page', /^Zoom readiness\n.*Archive Reader/s);
      const filtered = await ask(ben(), '/zoom-ready region', 'Zoom apps matching "region"');
      await turnsPage(ben(), filtered, 'Next page', /^Zoom readiness\n.*matching "region".*Region 12/s);
      expect(filtered.text()).not.toContain('Sales');
      await ask(ben(), '/zoom-ready help', 'Help for /zoom-ready');
    });

    test('an app is found by its name, an unambiguous beginning, and without its accents; never guessed', async () => {
      const shown = await ask(ben(), '/zoom-app show uberwachung', /^Überwachung\n.*Only you can see this/s);
      expect(shown.text()).toMatch(/The card that everyone sees \(http\S+\) is in #zoom-integration/);
      await ask(ben(), '/zoom-app show supp', /^Support Desk\n/);
      await ask(ben(), '/zoom-app status "Support Desk"', /^Support Desk\n/);
      const several = await ask(ben(), '/zoom-app show sales', '"sales" fits several Zoom apps');
      expect(several.text()).toContain(
        '*Sales Calls*, *Sales Forecast*, *Sales Notes*. Type more of the name.',
      );
      await ask(
        ben(),
        '/zoom-app show Bilings',
        'There is no Zoom app called "Bilings". Did you mean *Billing*?',
      );
      const missing = await ask(ben(), '/zoom-app show', 'Which Zoom app? Type its name');
      expect(missing.text()).toContain('`/zoom-app show StackOne Integration`');
      await ask(
        ben(),
        '/zoom-app check qqqqqqqqqqqqqqqq',
        /There is no Zoom app called "qqqqqqqqqqqqqqqq"\. `\/zoom-app list` shows all of them/,
      );
    });

    test('check looks at everything, and does not ask Zoom too often', async () => {
      const probes = () => stage.simulators.zoom.requests.all().length;
      const before = probes();
      const soon = await ask(
        ben(),
        '/zoom-app check Billing',
        'Greenroom asked Zoom about these credentials only a moment ago',
      );
      expect(soon.text()).toContain('Everything else is being looked at now');
      const again = await ask(ben(), '/zoom-app check Billing', 'You asked for this only a moment ago');
      expect(again.text()).toMatch(/nothing new was started; you can ask again in \d+ s/);
      await timePasses(stage.database, '10 minutes');
      await ask(
        ben(),
        '/zoom-app check Billing',
        'Looking at everything of *Billing* now. Its card in #zoom-integration changes when the answers are in.',
      );
      await until(() => probes() === before + 1, 'one more question to Zoom');
    });

    test('history shows who did what, page by page', async () => {
      await ask(ben(), '/zoom-app check Billing', /Looking at everything|being looked at|only a moment ago/);
      const history = await ask(ben(), '/zoom-app history Billing', 'History of Billing');
      expect(history.text()).toMatch(/@Zoë: registered the Zoom app with 1 scope/);
      expect(history.text()).toMatch(/Development · @Zoë: \*Redirect URL\* passed \(a person said so\)/);
      expect(history.text()).toMatch(/@Ben: asked Greenroom to look at everything/);
      await ask(ben(), '/zoom-app history @ben checks', /History of this workspace\n.*by @Ben/s);
    });
  });

  test('ping says how everything is', async () => {
    const pong = await asksUntil(ben(), '/zoom-app ping', /OK\* StackOne: answered/);
    for (const line of [
      'OK* Database: answers.',
      'OK* Slack: answers.',
      /OK\* StackOne: answered (just now|\d+ s ago)/,
      'OK* Zoom: its answers about credentials can be relied on',
      /Waiting: \d+ jobs?, \d+ messages?/,
    ])
      expect(pong.text()).toMatch(line);
  });

  test('help names every command, and each of them by itself', async () => {
    const help = await ask(ben(), '/zoom-app help', 'Help for /zoom-app');
    for (const name of ['register', 'list', 'show', 'check', 'edit', 'scopes', 'rotate', 'history', 'ping'])
      expect(help.text()).toContain(`/zoom-app ${name}`);
    await ask(ben(), '/zoom-app', 'Help for /zoom-app');
    await ask(
      ben(),
      '/zoom-app help rotate',
      /^`\/zoom-app rotate <app>`\nReplaces the client secret, or notes that you replaced it in Zoom/,
    );
    await ask(ben(), '/zoom-app help nonsense', 'Help for /zoom-app');
  });

  test('a word it does not know is answered with the one that was meant', async () => {
    const typo = await ask(ben(), '/zoom-app regsiter My App', 'Greenroom does not know "regsiter"');
    expect(typo.text()).toContain('Did you mean `/zoom-app register`?');
    const unknown = await ask(ben(), '/zoom-app dance', 'Greenroom does not know "dance"');
    expect(unknown.text()).toContain('`/zoom-app help` shows what you can type.');
    expect(unknown.text()).not.toContain('Did you mean');
  });

  test('a secret in a command is refused before anything happens, whatever the command', async () => {
    const { clientSecret } = stage.pair();
    for (const command of [
      `/zoom-app rotate Billing ${clientSecret}`,
      `/zoom-app ${clientSecret}`,
      `/zoom-ready ${clientSecret}`,
    ]) {
      const refusal = await ask(zoe(), command, 'That looks like a secret');
      expect(refusal.text()).toMatch(/rotate it in Zoom .*Basic Information.*App Credentials/);
      expect(refusal.text()).not.toContain(clientSecret);
    }
    expect(zoe().topModal()).toBeNull();
  });

  test('nobody else ever sees an answer', () => {
    for (const other of ['ana', 'zoe']) {
      const seen = stage.person(other).transcript(channel);
      expect(seen).not.toContain('is here.');
      expect(seen).not.toContain('Help for');
      expect(seen).not.toContain('fits several');
    }
    const shouted = stage.simulators.slack.inspector
      .entries()
      .filter(
        ({ kind, request }) => kind === 'response_url' && JSON.stringify(request).includes('in_channel'),
      );
    expect(shouted).toEqual([]);
  });
});
