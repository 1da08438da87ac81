import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { asTyped } from '../../../../src/slack/requests/slash_text.ts';
import { manifest } from './support/manifest.ts';

let slack: SimulatedSlack;
beforeAll(async () => {
  slack = await startSlack({ manifest });
});
afterAll(() => slack.stop());

/** `/who` asks for escaping, `/zoom-app` does not. No app listens: what would have been sent is in the log. */
async function sent(command: '/who' | '/zoom-app', text: string): Promise<unknown> {
  await slack.person('ana').types('#general', `${command} ${text}`);
  const last = slack.inspector.deliveries('command').at(-1)?.request;
  return typeof last === 'object' && last !== null && 'text' in last ? last.text : undefined;
}

describe('the text of a command that asks for escaping', () => {
  it.each([
    ['acme.com', '<http://acme.com|acme.com>'],
    ['Acme.co.uk!', '<http://Acme.co.uk|Acme.co.uk>!'],
    ['(acme.com)', '(<http://acme.com|acme.com>)'],
    ['acme.com/a?b=1&c=2', '<http://acme.com/a?b=1&amp;c=2|acme.com/a?b=1&amp;c=2>'],
    ['https://acme.com/a?b=1&c=2', '<https://acme.com/a?b=1&amp;c=2>'],
    ['see https://acme.com/x, then', 'see <https://acme.com/x>, then'],
    ['HTTP://acme.com', '<HTTP://acme.com>'],
    ['at=https://acme.com', 'at=<https://acme.com>'],
    ['ana@acme.com', '<mailto:ana@acme.com|ana@acme.com>'],
    ['ana+zoom@mail.acme.com.', '<mailto:ana+zoom@mail.acme.com|ana+zoom@mail.acme.com>.'],
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['&lt;', '&amp;lt;'],
    ['<@U1|ana>', '&lt;@U1|ana&gt;'],
    ['@here @channel @everyone', '<!here> <!channel> <!everyone>'],
    ['@nobody #nowhere', '@nobody #nowhere'],
    ['v1.2 e.g. i.e. 10.30', 'v1.2 e.g. i.e. 10.30'],
    ['meeting:read:list_meetings:admin', 'meeting:read:list_meetings:admin'],
    ['', ''],
  ])('%s arrives as %s', async (typed, arrives) => {
    expect(await sent('/who', typed)).toBe(arrives);
  });

  it('has ids of people and channels', async () => {
    const [zoe, general] = [slack.person('zoe').id, slack.channelId('#general')];
    expect(await sent('/who', '@zoe, @Zoë. (#general)')).toBe(
      `<@${zoe}|zoe>, <@${zoe}|zoe>. (<#${general}|general>)`,
    );
  });
});

describe('the text of a command that does not ask', () => {
  it.each([
    ['acme.com', 'acme.com'],
    ['https://acme.com/?a=1&b=2', 'https://acme.com/?a=1&amp;b=2'],
    ['ana@acme.com @zoe #general @here', 'ana@acme.com @zoe #general @here'],
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
  ])('%s arrives as %s', async (typed, arrives) => {
    expect(await sent('/zoom-app', typed)).toBe(arrives);
  });
});

describe.each(['/who', '/zoom-app'] as const)('whatever is typed after %s', (command) => {
  const plain = fc.constantFrom(
    'acme.com',
    'a@b.co',
    'https://x.io/?a=1&b=2',
    '<',
    '>',
    '&',
    '&amp;',
    '|',
    'Acme',
    ' ',
  );
  const typed = fc.oneof(
    fc.array(plain).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );

  it('is read back by the app as it was typed', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect(asTyped(String(await sent(command, text)))).toBe(text.trim());
      }),
      { numRuns: 200 },
    );
  });
});

describe('a message of a person', () => {
  it('carries links and bare ids, and reads as it was typed', async () => {
    const typed = await slack.person('ana').types('#general', 'hi @zoe & <all> at acme.com');
    expect(typed.message?.text()).toBe('hi @Zoë & <all> at acme.com (http://acme.com)');
  });
});
