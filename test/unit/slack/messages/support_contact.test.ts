import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SupportContact } from '../../../../src/core/support_contact.ts';
import { header, section } from '../../../../src/slack/blocks/layout.ts';
import { errorTexts } from '../../../../src/slack/messages/error_texts.ts';
import { eventMessage } from '../../../../src/slack/messages/events/event_message.ts';
import { helpMessage } from '../../../../src/slack/messages/help_message.ts';
import {
  nameContact,
  nameContactInText,
  nameContactPlainly,
  operator,
} from '../../../../src/slack/messages/support_contact.ts';
import { filesIn, read as readFile } from '../../../project/source_files.ts';
import { read } from './reading.ts';
import { minutesAgo } from './samples.ts';

const person: SupportContact = { kind: 'person', userId: 'U0HELP' };
const contacts: [SupportContact, string, string][] = [
  [person, '<@U0HELP>', ''],
  [{ kind: 'channel', channelId: 'C0HELP' }, '<#C0HELP>', ''],
  [
    { kind: 'email', address: 'a+b@acme.example' },
    '<mailto:a+b@acme.example|a+b@acme.example>',
    'a+b@acme.example',
  ],
  [
    { kind: 'url', url: 'https://acme.example/?a=1&b=2' },
    '<https://acme.example/?a=1&amp;b=2>',
    'https://acme.example/?a=1&b=2',
  ],
  [{ kind: 'text', text: '#help-zoom' }, '#help-zoom', '#help-zoom'],
  [{ kind: 'text', text: '<!channel> & co' }, '&lt;!channel&gt; &amp; co', '&lt;!channel&gt; &amp; co'],
];

describe('the support contact', () => {
  test.each(contacts)('%j is named in the text and in the blocks', (contact, words) => {
    const message = errorTexts.unexpected('1a2b3c4d');
    const named = nameContact(message, contact);
    const blocks = JSON.parse(JSON.stringify(named.blocks));
    expect(blocks[0].text.text).toContain(`tell ${operator} (${words}) this reference`);
    expect(named.text).toContain(`(${words})`);
    read(named);
  });

  test.each(contacts)('%j is named in plain text where it can be', (contact, _, plain) => {
    const said = nameContactPlainly(`Ask ${operator}.`, contact);
    expect(said).toBe(plain === '' ? `Ask ${operator}.` : `Ask ${operator} (${plain}).`);
  });

  test.each([
    ['help', helpMessage('/zoom-app', '', person)],
    [
      'a message left out',
      eventMessage({ kind: 'stackone_trouble', trouble: 'key_refused', since: minutesAgo(9).toISOString() }),
    ],
    [
      'a channel that needs the operator',
      eventMessage({
        kind: 'cannot_post',
        channelId: 'C0ZOOM',
        why: 'missing_scope',
        appId: 'a',
        appName: 'Acme',
        apps: [],
        more: 0,
      }),
    ],
  ])('is named in %s, once for each time that somebody is meant', (_, message) => {
    const words = JSON.stringify(nameContact(message, person).blocks);
    expect(words).toContain('(<@U0HELP>)');
    expect(nameContact(nameContact(message, person), person)).toEqual(nameContact(message, person));
  });

  test('leaves everything as it is when there is none, and where nobody is needed', () => {
    const message = errorTexts.unexpected('1a2b3c4d');
    expect(nameContact(message, null)).toBe(message);
    const other = errorTexts.archived();
    expect(nameContact(other, person)).toBe(other);
    expect(nameContactInText('Ask somebody.', person)).toBe('Ask somebody.');
    expect(helpMessage()).toBe(helpMessage('/zoom-app', '', null));
  });

  test('does not touch fields, headers and options', () => {
    const input = { type: 'plain_text_input', action_id: 'a', initial_value: operator };
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: operator },
      private_metadata: operator,
      blocks: [
        header(operator),
        { type: 'input', label: { type: 'plain_text', text: 'x' }, element: input },
        section(`Ask ${operator}.`),
      ],
    };
    const named = nameContact(view, person);
    expect(named.blocks.slice(0, 2)).toEqual(view.blocks.slice(0, 2));
    expect(named).toMatchObject({ title: view.title, private_metadata: operator });
    expect(JSON.stringify(named.blocks[2])).toContain('(<@U0HELP>)');
  });

  test('never notifies a channel, whatever words it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 100 }),
          fc.constantFrom('<!here>', '@channel', '<@U1>', '<!subteam^S1>', '*a*'),
        ),
        (text) => {
          const said = nameContactInText(`Ask ${operator}.`, { kind: 'text', text });
          expect(said).not.toMatch(/<[!@#]|@(channel|here|everyone)/);
        },
      ),
    );
  });

  test('is left out where a text would become too long for Slack', () => {
    const long = `${'x'.repeat(1_990 - operator.length)} ${operator}`;
    expect(nameContactInText(long, person)).toBe(long);
  });

  test('is named everywhere: no other file says who runs Greenroom in words of its own', () => {
    const own = filesIn('src').filter(
      (path) =>
        !path.endsWith('messages/support_contact.ts') &&
        /['"`][^'"`\n]*whoever (runs Greenroom|looks after the Slack app)/i.test(readFile(path)),
    );
    expect(own).toEqual([]);
  });
});
