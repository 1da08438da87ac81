import { describe, expect, it } from 'vitest';
import { unwatchedCard } from '../../../../src/slack/messages/card/moved_card.ts';
import { errorTexts } from '../../../../src/slack/messages/error_texts.ts';
import { helpMessage } from '../../../../src/slack/messages/help_message.ts';
import type { Command } from '../../../../src/slack/messages/help_topics.ts';
import { topics } from '../../../../src/slack/messages/help_topics.ts';
import { pingMessage } from '../../../../src/slack/messages/ping_message.ts';
import { digestRefused } from '../../../../src/slack/messages/turns/digest_answers.ts';
import { watchListMessage } from '../../../../src/slack/messages/watches/watch_list.ts';
import type { Health } from '../../../../src/usecases/read_health.ts';
import { labels, read } from './reading.ts';
import { minutesAgo, mischief, now, zoomApp } from './samples.ts';

const commands: readonly Command[] = ['/zoom-app', '/zoom-scopes', '/zoom-ready'];

describe('help', () => {
  it.each(commands)('shows everything that can be typed: %s', (command) => {
    expect(read(helpMessage(command))).toMatchSnapshot();
  });

  it('shows one command with an example', () => {
    const words = read(helpMessage('/zoom-app', ' Rotate '));
    expect(words).toContain('/zoom-app rotate <app>');
    expect(words).toContain('For example: `/zoom-app rotate StackOne Integration`');
    expect(words).not.toContain('/zoom-app list');
  });

  it('shows everything for a topic that does not exist', () => {
    for (const topic of ['nonsense', 'constructor', mischief]) {
      expect(read(helpMessage('/zoom-app', topic))).toBe(read(helpMessage('/zoom-app')));
    }
  });

  it('has an example of every command that begins with the command', () => {
    for (const command of commands) {
      for (const { example } of Object.values(topics[command]))
        expect(example.startsWith(`${command} `)).toBe(true);
    }
  });
});

describe('ping', () => {
  const health = (changes: Partial<Health> = {}): Health => ({
    version: '0.1.0',
    database: 'ok',
    jobsWaiting: 2,
    deliveriesWaiting: 0,
    deliveriesRepeated: 0,
    deliveriesDropped: 0,
    closed: { channels: [], count: 0 },
    plainBlocks: [],
    stackone: { configured: true, answeredAt: minutesAgo(0.2), trouble: null, troubleSince: null },
    zoom: { probeTrust: 'trusted', lastTrouble: null },
    ...changes,
  });

  it('says that all is well', () => {
    expect(read(pingMessage(health(), true, now))).toMatchSnapshot();
  });

  it('says where Slack takes no messages and why, what waits there, and what was left out', () => {
    const closed = {
      channels: [
        { channelId: 'C0ZOOM', reason: 'restricted_action', since: minutesAgo(9) },
        { channelId: 'U0ANA', reason: 'messages_tab_disabled', since: null },
      ],
      count: 14,
    };
    const words = read(
      pingMessage(health({ closed, deliveriesWaiting: 30, deliveriesDropped: 2 }), true, now),
    );
    for (const said of [
      '30 messages',
      'only some people may post there',
      'Messages tab',
      '12 others',
      '2 messages',
    ]) {
      expect(words).toContain(said);
    }
    expect(words).toContain('Left out');
  });

  it('names the blocks that Slack does not take here', () => {
    const { text } = pingMessage(health({ plainBlocks: ['alert', 'table'] }), true, now);
    expect(text).toContain('Shown in a plainer form, because Slack does not take it here: alert and table.');
  });

  it('says what is not, and what to do', () => {
    const stackone = {
      configured: true,
      answeredAt: null,
      trouble: 'key_forbidden' as const,
      troubleSince: minutesAgo(9),
    };
    const zoom = { probeTrust: 'untrusted' as const, lastTrouble: 'timeout' as const };
    expect(read(pingMessage(health({ stackone, zoom }), false, now))).toMatchSnapshot();
  });

  it('says that StackOne is not set up', () => {
    const stackone = { configured: false, answeredAt: null, trouble: null, troubleSince: null };
    expect(read(pingMessage(health({ stackone }), true, now))).toContain('STACKONE_API_KEY');
  });

  it('says that StackOne has not been asked yet, and when it will be', () => {
    const stackone = { configured: true, answeredAt: null, trouble: null, troubleSince: null };
    expect(read(pingMessage(health({ stackone }), true, now))).toMatch(
      /Not asked yet.*when somebody registers/,
    );
  });
});

describe('a refusal', () => {
  const refusals = {
    'not found': errorTexts.notFound('Payrol', ['Payroll', 'Payroll 2'], true),
    'not found, nothing near': errorTexts.notFound('xyz', [], true),
    'nothing registered': errorTexts.notFound('xyz', [], false),
    several: errorTexts.several('pay', ['Payroll', 'Payments']),
    'app missing': errorTexts.appMissing('/zoom-app show'),
    'unknown command': errorTexts.unknownCommand('/zoom-app', 'shwo'),
    'incomplete command': errorTexts.unknownCommand('/zoom-scopes', ''),
    'not owner': errorTexts.notOwner(['U0ANA', 'U0BEN']),
    'not owner, owners unknown': errorTexts.notOwner(),
    'not owner, with admins': errorTexts.notOwner(['U0ANA'], { admins: ['U0BEN'], slackAdmins: true }),
    'not owner, with admins of Slack': errorTexts.notOwner(['U0ANA'], { admins: [], slackAdmins: true }),
    'not owner, nobody else': errorTexts.notOwner(['U0ANA'], { admins: [], slackAdmins: false }),
    'not owner, owners gone': errorTexts.notOwner([], { admins: ['U0BEN', 'U0ZOE'], slackAdmins: false }),
    'not owner, owners gone, admins of Slack': errorTexts.notOwner([], { admins: [], slackAdmins: true }),
    'not owner, nobody left': errorTexts.notOwner([], { admins: [], slackAdmins: false }),
    'not admin': errorTexts.notAdmin({ admins: ['U0BEN'], slackAdmins: false }),
    'not admin, nobody named': errorTexts.notAdmin({ admins: [], slackAdmins: false }),
    archived: errorTexts.archived(),
    gone: errorTexts.gone(),
    'secret typed': errorTexts.secretTyped(),
    'too soon': errorTexts.tooSoon(),
    'environment exists': errorTexts.environmentExists(),
    'profile gone': errorTexts.profileGone(),
    'profile taken': errorTexts.profileTaken(),
    'has profile': errorTexts.hasProfile(),
    'no profile': errorTexts.noProfile(),
    'database down': errorTexts.databaseDown('GR-1234'),
    unexpected: errorTexts.unexpected('GR-1234'),
  };

  it.each(Object.entries(refusals))('says what happened and what to do: %s', (_name, message) => {
    expect(read(message)).toMatchSnapshot();
  });

  it('repeats nothing that was typed as markup', () => {
    for (const message of [
      errorTexts.notFound(mischief, [mischief], true),
      errorTexts.several(
        mischief,
        Array.from({ length: 50 }, () => mischief),
      ),
      errorTexts.unknownCommand('/zoom-app', mischief),
    ]) {
      read(message);
      expect(JSON.stringify(message)).not.toMatch(/<!channel>|<@U0BAD>|@here/);
    }
  });

  it('offers to register where nothing is registered', () => {
    expect(labels(refusals['nothing registered'].blocks)).toEqual(['Register a Zoom app']);
  });
});

describe('what to type next', () => {
  it('stands in text that Slack shows as it is, also where a word is to be replaced', () => {
    const empty = { watches: [], others: 0, cutOff: false };
    for (const message of [watchListMessage(empty, { from: 0 }, 'U0ANA'), digestRefused('no_watch')]) {
      const raw = JSON.stringify(message);
      expect(raw).toContain('/zoom-app watch &lt;app&gt;');
      // Slack reads anything else between these as a link.
      expect(raw).not.toMatch(/<(?![@#!])/);
    }
  });

  it('names the app where a channel watches it no longer', () => {
    expect(read(unwatchedCard(zoomApp({ name: 'Tide' }), now))).toContain('`/zoom-app watch Tide`');
  });
});
