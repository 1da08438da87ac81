import { beforeEach, describe, expect, test } from 'vitest';
import { acmeGroup, globex, type Person } from '../../sandbox/simulators/slack/index.ts';
import { once } from '../e2e/once.ts';
import { asks, card, channel, details, makesReady, registers } from '../e2e/play.ts';
import { transports, useStage } from '../e2e/stage.ts';
import { until } from '../harness/until.ts';

const foreign = 'Greenroom is only for people of Acme Group, and you belong to another workspace.';

const withoutApp = {
  name: 'Acme Shops',
  organisation: { name: 'Acme Group' },
  installed: false,
  people: [{ name: 'ivo', realName: 'Ivo' }],
  channels: [{ name: 'zoom-integration', members: ['ivo'] }],
};

/**
 * One installation for an Enterprise Grid organisation with two workspaces, Acme (Ana, Zoë) and Acme Labs (Lea, Max), each with a
 * channel of its own. Sam, of Globex, is met in a channel that Acme shares; Gil's organisation has an installation of its own.
 */
describe.each(transports)('an installation for a whole organisation, over %s', (transport) => {
  const foreigners = { ...globex(), organisation: { name: 'Globex Group' } };
  const workspaces = [...acmeGroup(), withoutApp, foreigners];
  const stage = useStage(transport, { slack: { workspaces } });
  const slack = () => stage.simulators.slack;
  const of = (workspace: string, name: string) => slack().workspace(workspace).person(name);
  beforeEach(() => slack().workspace('Acme Labs').grantsAccess(true));
  const hasRefused = () =>
    slack()
      .inspector.entries()
      .some(({ reply }) => JSON.stringify(reply).includes('team_access_not_granted'));
  const [ana, lea] = [() => of('Acme', 'ana'), () => of('Acme Labs', 'lea')];

  /**
   * Payloads for an organisation do not say whose a person is, so Greenroom asks Slack once in five minutes, for 1.2 s at most: on a busy machine
   * it may have to ask again.
   */
  const known = once(async () => {
    for (const person of [ana(), of('Acme', 'zoe'), lea(), of('Acme Labs', 'max')])
      await until(
        async () => !/did not say/.test((await person.opensHome()).text()),
        `Slack to say whose ${person.name} is`,
      );
  });

  const registered = once(async () => {
    await known();
    await registers(stage, ana(), { name: 'Ana’s Zoom app' });
    await registers(stage, lea(), { name: 'Lea’s Zoom app', managementType: 'User-managed' });
  });

  test('people of both workspaces register apps, and each card stands in the channel of its workspace', async () => {
    await registered();
    for (const [person, name, other] of [
      [ana(), 'Ana’s Zoom app', 'Lea’s Zoom app'],
      [lea(), 'Lea’s Zoom app', 'Ana’s Zoom app'],
    ] as const) {
      await card(person, name, /[2-6] of 6 checks passed/);
      expect(person.transcript(channel)).not.toContain(other);
    }
  });

  test('buttons on cards work in both workspaces, for everybody there', async () => {
    await registered();
    await makesReady(of('Acme', 'zoe'), 'Ana’s Zoom app');
    await makesReady(of('Acme Labs', 'max'), 'Lea’s Zoom app');
    const hers = await card(lea(), 'Lea’s Zoom app', /Passed:[^·\n]*redirect URL/);
    await details(lea(), hers, /Redirect URL: passed.*Said by @Max/);
    const anas = await card(ana(), 'Ana’s Zoom app', /Passed:[^·\n]*redirect URL/);
    await details(ana(), anas, /Redirect URL: passed.*Said by @Zoë/);
  });

  test('a profile that StackOne lists is announced in the workspace that waits for it', async () => {
    await registered();
    stage.simulators.stackone.createProfile({ name: 'Lea’s Zoom app' });
    await of('Acme Labs', 'max').sees(channel, /profile was created.*Lea’s Zoom app/s);
    const announced = ana()
      .messages(channel)
      .filter((one) => /profile was created.*Lea’s/s.test(one.text()));
    expect(announced).toEqual([]);
  });

  test('the organisation owns the apps: its board and every Home show those of all its workspaces', async () => {
    await registered();
    for (const person of [ana(), lea()]) {
      const board = await asks(person, '/zoom-ready', 'Zoom readiness');
      const home = await person.opensHome();
      for (const words of [board.text(), home.text()])
        for (const name of ['Ana’s Zoom app', 'Lea’s Zoom app']) expect(words).toContain(name);
    }
    const owners = await stage.database.db.query('select distinct workspace_id from zoom_app');
    expect(owners).toEqual([{ workspace_id: slack().organisationId }]);
  });

  test('only the owner may change an app, whichever workspace somebody else is from', async () => {
    await registered();
    const answer = await asks(lea(), '/zoom-app edit Ana’s Zoom app', /owner/i);
    expect(answer.text()).toMatch(/owner/i);
    const modal = await edits(ana(), 'Ana’s Zoom app');
    await modal.dismiss();
  });

  test('a direct message reaches a person of the second workspace', async () => {
    await known();
    // Nobody invited the bot to this channel.
    await registers(stage, lea(), { name: 'Muted in Labs', channel: '#labs' });
    await lea().sees('@bot', /cannot post.*Muted in Labs/is);
  });

  test('people of other organisations are denied, in a shared channel and in their own workspace', async () => {
    await registered();
    const strangers: [Person, string][] = [
      [of('Acme', 'sam'), '#shared'],
      [of('Globex', 'gil'), channel],
    ];
    for (const [person, where] of strangers) {
      const typed = await person.types(where, '/zoom-app list');
      expect(typed.message?.text()).toBe(foreign);
    }
    expect((await of('Acme', 'sam').opensHome()).text()).toBe(foreign);
  });

  test('while an admin has taken the app out of one workspace its messages wait, and the others go on', async () => {
    await registers(stage, ana(), { name: 'Waiting in Acme' });
    await registers(stage, lea(), { name: 'Waiting in Labs' });
    await card(lea(), 'Waiting in Labs', '2 of 6 checks passed');
    const labs = slack().workspace('Acme Labs');
    labs.grantsAccess(false);
    stage.simulators.stackone.createProfile({ name: 'Waiting in Labs' });
    stage.simulators.stackone.createProfile({ name: 'Waiting in Acme' });
    await ana().sees(channel, /profile was created.*Waiting in Acme/s);
    await until(hasRefused, 'Slack to refuse a message for the workspace without the app');
    const announcement = /profile was created.*Waiting in Labs/s;
    expect(
      lea()
        .messages(channel)
        .filter((one) => announcement.test(one.text())),
    ).toEqual([]);
    labs.grantsAccess(true);
    await lea().sees(channel, announcement);
  });

  test('in a workspace to which the app was not added nobody has its commands, and the others go on', async () => {
    await registered();
    const typed = await of('Acme Shops', 'ivo').types(channel, '/zoom-app list');
    expect(typed.message?.text()).toContain('/zoom-app is not a valid command');
    await asks(lea(), '/zoom-app list', 'Lea’s Zoom app');
  });
});

async function edits(person: Person, name: string) {
  await person.types(channel, `/zoom-app edit ${name}`);
  return person.modal(/Edit/);
}
