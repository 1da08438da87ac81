import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../harness/until.ts';
import { asks, card, channel, details, makesReady, registers, thread } from '../play.ts';
import { transports, useStage } from '../stage.ts';

describe.each(transports)('connector profiles over %s', (transport) => {
  const stage = useStage(transport);
  const [ana, zoe, ben] = [() => stage.person('ana'), () => stage.person('zoe'), () => stage.person('ben')];
  const stackone = () => stage.simulators.stackone;
  /** Messages in the channel itself that say this. */
  const inChannel = (words: RegExp) =>
    ben()
      .messages(channel)
      .filter((one) => one.threadTs === null && !one.ephemeral && words.test(one.text()));
  const announced = (profile: string) =>
    inChannel(new RegExp(`profile was created\\n.*enabled profile \\*${profile}\\*`));
  const registersAndReadies = async (name: string) => {
    await registers(stage, ana(), { name });
    await makesReady(zoe(), name);
    return card(ana(), name, 'Development: Profile');
  };

  /** What an earlier story registered or created takes part in no guess of this one. */
  beforeEach(async () => {
    await stage.database.db.query('update zoom_app set archived_at = now() where archived_at is null');
  });

  test('a profile that was there before is never announced as new; an owner can take it over', async () => {
    stackone().createProfile({ name: 'Veteran' });
    stackone().createProfile({ name: 'Veteran Production', connectorKey: 'zoominfo' });
    const status = await registersAndReadies('Veteran');
    await card(ana(), 'Veteran', 'Has the profile of Development been there all along? Pick it.');
    await ben().selectIn(status, 'Use an existing profile', 'Veteran');
    await ben().sees(channel, 'Only owners of this Zoom app may do that. Ask an owner: @Ana');
    await ana().selectIn(status, 'Use an existing profile', 'Veteran');
    const live = await card(ben(), 'Veteran', 'Development: Live');
    await details(ben(), live, /Listed by StackOne, said by @Ana to belong here/);
    await ben().sees(
      channel,
      '@Ana said that the existing profile *Veteran* belongs to *Veteran* (Development)',
    );
    expect(inChannel(/profile was created.*Veteran/s)).toEqual([]);
    expect(status.text()).not.toContain('been there all along');
  });

  test('the only new profile goes to the only app that waits, as a guess; "Not this one" takes it back', async () => {
    const status = await registersAndReadies('Lonely');
    stackone().createProfile({ name: 'Something else entirely' });
    const announcement = await ben().sees(
      channel,
      /was created.*Greenroom matched it because no other environment waited for a profile; nobody has confirmed that yet/s,
    );
    const guessed = await card(ben(), 'Lonely', 'Development: Live');
    await details(ben(), guessed, /matched because nothing else waited for a profile/);
    await ben().press(announcement, 'Not this one');
    await ben().sees(channel, 'Only owners of this Zoom app may do that.');
    await ana().press(announcement, 'Not this one');
    await card(
      ben(),
      'Lonely',
      /Development: Profile.*The profile that Greenroom found was the wrong one. It waits for the right one./,
    );
    await ben().sees(
      channel,
      '@Ana said that the profile *Something else entirely* does not belong to *Lonely*',
    );
    await ana().press(announcement, 'Not this one');
    await ana().sees(channel, 'This environment has no profile any more, so there was nothing to change.');

    // The one that was turned down is not taken again; the next one is.
    stackone().createProfile({ name: 'Lonely for real' });
    await details(ben(), await card(ben(), 'Lonely', 'Development: Live'), /Lonely for real/);
    await ben().sees(channel, /profile was created.*Lonely for real/s);
    expect(announced('Something else entirely')).toHaveLength(1);
    expect(announced('Lonely for real')).toHaveLength(1);
    await until(
      () => thread(ben(), status).filter((line) => line.includes('Profile → *Live*')).length === 2,
      'both stories in the thread',
    );
    expect(inChannel(/Something broke.*Lonely/s)).toEqual([]);
  });

  test('a profile that fits nobody by name is asked about, once; the first answer counts and stays', async () => {
    await registersAndReadies('Alpha');
    await registersAndReadies('Beta');
    stackone().createProfile({ name: 'Mystery' });
    const question = await ben().sees(channel, 'Which Zoom app is this profile for?');
    expect(question.text()).toContain('*Mystery*\nIt belongs to:');
    expect(question.buttons()).toEqual(['Alpha (Development)', 'Beta (Development)', 'None of these']);
    await Promise.all([
      ben().pressTwice(question, 'Alpha (Development)'),
      zoe()
        .press(question, 'Beta (Development)')
        .catch(() => null),
    ]);
    await ben().sees(
      channel,
      /New connector profiles: all answered.*\*Mystery\* belongs to \*(Alpha|Beta)\* \(Development\)\. @(Ben|Zoë) said so/s,
    );
    expect(question.buttons()).toEqual([]);
    await ben().sees(channel, /profile was created.*A person said that it belongs here/s);
    expect(announced('Mystery')).toHaveLength(1);
    const taken = question.text().includes('*Alpha*') ? 'Alpha' : 'Beta';
    const late = taken === 'Alpha' ? zoe() : ben();
    await late.sees(channel, 'That profile belongs to another environment already, so nothing was changed.');
    await card(ben(), taken, 'Development: Live');

    // The other one waits alone now.
    const other = taken === 'Alpha' ? 'Beta' : 'Alpha';
    stackone().createProfile({ name: `${other} dev` });
    await details(ben(), await card(ben(), other, 'Development: Live'), /matched by its name/);
    expect(inChannel(/Which Zoom app is this profile for/)).toEqual([]);
  });

  test('"None of these" is remembered: the profile is nobody\'s, and nobody is asked again', async () => {
    await registersAndReadies('Gamma');
    await registersAndReadies('Delta');
    stackone().createProfile({ name: 'Stray' });
    const question = await ben().sees(channel, 'Which Zoom app is this profile for?');
    await zoe().press(question, 'None of these');
    await ben().sees(channel, '*Stray*: none of these Zoom apps.');
    stackone().createProfile({ name: 'gamma' });
    stackone().createProfile({ name: 'DELTA' });
    await card(ben(), 'Gamma', 'Development: Live');
    await card(ben(), 'Delta', 'Development: Live');
    expect(announced('Stray')).toEqual([]);
    expect(inChannel(/Which Zoom app is this profile for/)).toEqual([]);
  });

  test('a profile that is disabled or deleted is announced once, and so is its return', async () => {
    await registersAndReadies('Epsilon');
    const profile = stackone().createProfile({ name: 'epsilon' });
    await card(ben(), 'Epsilon', 'Development: Live');
    stackone().disableProfile(profile.id);
    const broken = await ben().sees(
      channel,
      /Something broke.*\*Epsilon\*.*The profile is disabled in StackOne/s,
    );
    expect(broken.text()).toContain('What to do, for whoever may create profiles in StackOne');
    await card(ben(), 'Epsilon', 'Development: Degraded');
    stackone().enableProfile(profile.id);
    await ben().sees(channel, 'Repaired.* *Connector profile* of *Epsilon* (Development) passes again.');

    stackone().deleteProfile(profile.id);
    await ben().sees(channel, /Something broke.*\*Epsilon\*.*The profile is no longer in StackOne's list/s, {
      after: broken,
    });
    const status = await card(ben(), 'Epsilon', /Development: Degraded.*Create it again/);
    const polls = stackone().requests.count('/connector_profiles');
    await until(() => stackone().requests.count('/connector_profiles') > polls + 1, 'two more looks');
    expect(inChannel(/Something broke.*\*Epsilon\*/s)).toHaveLength(2);

    stackone().createProfile({ name: 'Epsilon' });
    await card(ben(), 'Epsilon', 'Development: Live');
    await ben().sees(channel, /profile was created.*enabled profile \*Epsilon\*/s);
    // The first one was written in small letters.
    expect(announced('Epsilon')).toHaveLength(1);
    await until(
      () => thread(ben(), status).filter((line) => line.includes('Degraded → *Live*')).length === 2,
      'both returns in the thread',
    );
    const history = await asks(ben(), '/zoom-app history Epsilon', 'History of Epsilon');
    expect(history.text()).toContain(
      '*Connector profile* broke: it passed before and failed (profile removed)',
    );
  });
});
