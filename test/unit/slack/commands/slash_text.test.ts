import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appName, filterWords, split } from '../../../../src/slack/commands/command_words.ts';
import { parseCommand } from '../../../../src/slack/requests/command_payload.ts';

const textOf = (text: string) =>
  parseCommand({ command: '/zoom-app', text, user_id: 'U1', channel_id: 'C1', trigger_id: '1' }).text;

describe('the text of a slash command is what was typed', () => {
  test.each([
    // An address is the name of an app as well.
    ['show <http://acme.com|acme.com>', 'show acme.com'],
    ['show <http://acme.com|Acme.com> EU', 'show Acme.com EU'],
    ['show <https://acme.com/a?b=1&amp;c=2>', 'show https://acme.com/a?b=1&c=2'],
    ['show <https://acme.com/a?b=1&amp;c=2|acme.com/a?b=1&amp;c=2>', 'show acme.com/a?b=1&c=2'],
    ['show <mailto:zoom@acme.com|zoom@acme.com>', 'show zoom@acme.com'],
    ['show <mailto:zoom@acme.com>', 'show zoom@acme.com'],
    ['show <tel:+4912345|+49 12345>', 'show +49 12345'],
    ['show <tel:+4912345>', 'show +4912345'],
    ['show <ftp://acme.com>', 'show ftp://acme.com'],
    ['show <slack://open|open it>', 'show open it'],
    // Channels, groups, everybody.
    ['show <#C0123|zoom-integration>', 'show #zoom-integration'],
    ['show <#C0123|>', 'show <#C0123>'],
    ['show <#C0123>', 'show <#C0123>'],
    ['show <!subteam^S0123|@ops>', 'show @ops'],
    ['show <!subteam^S0123|ops>', 'show @ops'],
    ['show <!subteam^S0123>', 'show @S0123'],
    ['show <!here>', 'show @here'],
    ['show <!channel|channel>', 'show @channel'],
    ['show <!everyone>', 'show @everyone'],
    ['show <!date^1700000000^{date}|14 Nov>', 'show 14 Nov'],
    // People keep their id.
    ['list <@U0123|ana>', 'list <@U0123|ana>'],
    ['list <@W0123>', 'list <@W0123>'],
    // Several, side by side.
    ['show <http://a.com|a.com> <http://b.com|b.com>', 'show a.com b.com'],
    ['show <http://a.com|a.com>,<http://b.com|b.com>', 'show a.com,b.com'],
    // Typed by a person: entities, undone once.
    ['show &lt;b&gt;', 'show <b>'],
    ['show R&amp;D', 'show R&D'],
    ['show &amp;lt;b&amp;gt;', 'show &lt;b&gt;'],
    ['show &lt;http://acme.com|x&gt;', 'show <http://acme.com|x>'],
    // Without should_escape nothing is wrapped.
    ['show acme.com', 'show acme.com'],
    ['list @ana #general', 'list @ana #general'],
    // Not of Slack's making: left as it is.
    ['show <b>', 'show <b>'],
    ['show <', 'show <'],
    ['show >', 'show >'],
    ['show <>', 'show <>'],
    ['show <|x>', 'show <|x>'],
    ['show <http://acme.com', 'show <http://acme.com'],
    ['show <<http://acme.com|acme.com>>', 'show <acme.com>'],
    ['', ''],
  ])('%j is %j', (given, typed) => {
    expect(textOf(given)).toBe(typed);
  });

  test('whatever a person types, escaped as Slack does it', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '|', 'a', 'lt;', ' ', '@', '#') }),
        (text) => {
          expect(textOf(escaped(text))).toBe(text);
        },
      ),
    );
  });
});

describe('a mention', () => {
  test.each([
    ['show <@U0123|ana>', '@ana'],
    ['show Zoom of <@U0123|ana> EU', 'Zoom of @ana EU'],
    ['show <@U0123>', '<@U0123>'],
  ])('in the name of an app is the name that was typed: %s', (text, name) => {
    expect(appName(split(textOf(text)).rest)).toBe(name);
  });

  test.each([
    ['<@U0123|ana>', '<@U0123>'],
    ['live <@U0123|ana smith> <@W0123>', 'live <@U0123> <@W0123>'],
    ['<@U0123|>', '<@U0123>'],
  ])('in a filter is the person: %s', (text, words) => {
    expect(filterWords(textOf(text))).toBe(words);
  });
});
