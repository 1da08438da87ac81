import { describe, expect, test } from 'vitest';
import {
  about,
  actions,
  button,
  input,
  letters,
  many,
  mrkdwn,
  option,
  type Piece,
  picture,
  plain,
  said,
  section,
} from './samples.ts';

const inActions = (element: Piece) => about(actions(element));
const inContextActions = (element: Piece) => about({ type: 'context_actions', elements: [element] });
const at = (field: string) => `/blocks/0/elements/0/${field}`;

describe('a button', () => {
  test('may carry a value, a style, a label for screen readers and a question', () => {
    const confirm = { title: plain('Sure?'), text: mrkdwn(), confirm: plain('Yes'), deny: plain('No') };
    expect(
      inActions(
        button({
          action_id: 'go',
          value: letters(2000),
          style: 'danger',
          accessibility_label: letters(75),
          confirm: { ...confirm, style: 'danger' },
        }),
      ),
    ).toEqual([]);
  });

  test('is refused with a text over 75 or a value over 2000 characters', () => {
    expect(inActions(button({ text: plain(letters(76)), value: letters(2001) }))).toEqual([
      said('must be less than 76 characters', at('text/text')),
      said('must be less than 2001 characters', at('value')),
    ]);
  });

  test('is refused with mrkdwn text, a style of its own or a long action_id', () => {
    expect(inActions(button({ text: mrkdwn(), style: 'warning', action_id: letters(256) }))).toHaveLength(3);
  });

  test('is refused without a text', () => {
    expect(inActions({ type: 'button' })).toEqual([
      said('missing required field: text', '/blocks/0/elements/0'),
    ]);
  });
});

describe('a question before an action', () => {
  const confirm = { title: plain('Sure?'), text: plain(), confirm: plain('Yes'), deny: plain('No') };
  test('needs title, text and both answers', () => {
    expect(inActions(button({ confirm }))).toEqual([]);
    expect(inActions(button({ confirm: { text: plain() } }))).toEqual([
      said('missing required field: title', at('confirm')),
      said('missing required field: confirm', at('confirm')),
      said('missing required field: deny', at('confirm')),
    ]);
  });

  test('has a title of 100, a text of 300 and answers of 30 characters at most', () => {
    const long = {
      ...confirm,
      title: plain(letters(101)),
      text: plain(letters(301)),
      deny: plain(letters(31)),
    };
    expect(inActions(button({ confirm: long }))).toHaveLength(3);
  });
});

describe('an overflow menu', () => {
  const overflow = (count: number, more: Piece = {}): Piece => ({
    type: 'overflow',
    options: many(count, (index) => option(`o${index}`, more)),
  });

  test('holds one to five options, which may be links', () => {
    expect(inActions(overflow(1))).toEqual([]);
    expect(inActions(overflow(5, { url: 'https://example.com' }))).toEqual([]);
    expect(inActions(overflow(6))).toEqual([said('no more than 5 items allowed', at('options'))]);
    expect(inActions(overflow(0))).toEqual([said('must provide at least 1 items', at('options'))]);
  });

  test('may not stand in an input block', () => {
    expect(about(input(overflow(2)), 'modal')).toEqual([
      said('unsupported type: overflow', '/blocks/0/element/type'),
    ]);
  });
});

describe('a date or time picker', () => {
  test('takes real days only', () => {
    expect(inActions({ type: 'datepicker', initial_date: '2028-02-29' })).toEqual([]);
    expect(inActions({ type: 'datepicker', initial_date: '2027-02-29' })).toHaveLength(1);
    expect(inActions({ type: 'datepicker', initial_date: '29.02.2028' })).toHaveLength(1);
  });

  test('takes times as HH:mm and zones that exist', () => {
    expect(inActions({ type: 'timepicker', initial_time: '23:59', timezone: 'Europe/Zurich' })).toEqual([]);
    expect(inActions({ type: 'timepicker', initial_time: '24:00' })).toHaveLength(1);
    expect(inActions({ type: 'timepicker', timezone: 'Mars/Base' })).toEqual([
      said('must be a valid IANA timezone', at('timezone')),
    ]);
  });

  test('takes a moment as ten digits of seconds, not milliseconds', () => {
    expect(inActions({ type: 'datetimepicker', initial_date_time: 1628633820 })).toEqual([]);
    expect(inActions({ type: 'datetimepicker', initial_date_time: 1628633820000 })).toHaveLength(1);
    expect(inActions({ type: 'datetimepicker', initial_date_time: 1628633820.5 })).toEqual([
      said('must provide an integer', at('initial_date_time')),
    ]);
  });

  test('has no moment picker on a section or on Home', () => {
    const moment = { type: 'datetimepicker' };
    expect(about(section({ accessory: moment }))).toHaveLength(1);
    expect(about(actions(moment), 'home')).toHaveLength(1);
    expect(about(input(moment), 'home')).toHaveLength(1);
  });
});

describe('a picture inside a block', () => {
  const accessory = (more: Piece) => about(section({ accessory: picture(more) }));
  test('needs a description', () => {
    expect(accessory({})).toEqual([]);
    expect(accessory({ alt_text: undefined })).toEqual([
      said('missing required field: alt_text', '/blocks/0/accessory'),
    ]);
  });

  test('comes either from an address or from a Slack file', () => {
    expect(accessory({ image_url: undefined, slack_file: { id: 'F1' } })).toEqual([]);
    expect(accessory({ slack_file: { id: 'F1' } })).toHaveLength(1);
    expect(accessory({ image_url: undefined })).toEqual([
      said('must define either `image_url` or `slack_file`', '/blocks/0/accessory/type'),
    ]);
    const both = { id: 'F1', url: 'https://files.slack.com/F1' };
    expect(accessory({ image_url: undefined, slack_file: both })).toHaveLength(1);
  });
});

describe('special buttons', () => {
  const workflow = { trigger: { url: 'https://slack.com/shortcuts/Ft1/a' } };
  test('a workflow button needs an action_id and a trigger', () => {
    expect(inActions({ type: 'workflow_button', text: plain(), action_id: 'run', workflow })).toEqual([]);
    expect(inActions({ type: 'workflow_button', text: plain(), workflow })).toHaveLength(1);
    expect(inActions({ type: 'workflow_button', text: plain(), action_id: 'run' })).toHaveLength(1);
  });

  test('feedback needs both thumbs', () => {
    const thumb = { text: plain('Good'), value: 'good' };
    expect(
      inContextActions({ type: 'feedback_buttons', positive_button: thumb, negative_button: thumb }),
    ).toEqual([]);
    expect(inContextActions({ type: 'feedback_buttons', positive_button: thumb })).toHaveLength(1);
  });

  test('the only icon is the bin', () => {
    expect(inContextActions({ type: 'icon_button', icon: 'trash', text: plain() })).toEqual([]);
    expect(inContextActions({ type: 'icon_button', icon: 'rocket', text: plain() })).toHaveLength(1);
  });

  test('neither feedback nor icons stand in an actions block', () => {
    expect(inActions({ type: 'icon_button', icon: 'trash', text: plain() })).toEqual([
      said('unsupported type: icon_button', at('type')),
    ]);
  });
});
