import { describe, expect, test } from 'vitest';
import {
  about,
  actions,
  button,
  letters,
  many,
  mrkdwn,
  type Piece,
  picture,
  plain,
  said,
  section,
  select,
} from './samples.ts';

describe('a section', () => {
  test('has a text, fields or both', () => {
    expect(about({ type: 'section', fields: [mrkdwn()] })).toEqual([]);
    expect(about({ type: 'section' })).toEqual([
      said('must define either `text` or `fields`', '/blocks/0/type'),
    ]);
  });

  test('has one to ten fields of 2000 characters at most', () => {
    expect(about(section({ fields: many(10, () => plain(letters(2000))) }))).toEqual([]);
    expect(about(section({ fields: many(11, () => plain()) }))).toEqual([
      said('no more than 10 items allowed', '/blocks/0/fields'),
    ]);
    expect(about(section({ fields: [] }))).toHaveLength(1);
    expect(about(section({ fields: [plain(letters(2001))] }))).toEqual([
      said('must be less than 2001 characters', '/blocks/0/fields/0/text'),
    ]);
  });

  test('carries buttons, menus, pickers and pictures at its side', () => {
    const overflow = { type: 'overflow', options: [{ text: plain(), value: 'a' }] };
    for (const accessory of [button(), select(), picture(), overflow, { type: 'datepicker' }])
      expect(about(section({ accessory }))).toEqual([]);
  });
});

describe('a header', () => {
  test('has 150 plain characters at most', () => {
    expect(about({ type: 'header', text: plain(letters(150)) })).toEqual([]);
    expect(about({ type: 'header', text: plain(letters(151)) })).toEqual([
      said('must be less than 151 characters', '/blocks/0/text/text'),
    ]);
  });
});

describe('a context', () => {
  const context = (...elements: Piece[]) => about({ type: 'context', elements });
  test('holds one to ten texts and pictures', () => {
    expect(context(plain(), mrkdwn(), picture())).toEqual([]);
    expect(context(...many(11, () => plain()))).toHaveLength(1);
    expect(context()).toHaveLength(1);
  });

  test('holds no button', () => {
    expect(context(button())).toEqual([said('unsupported type: button', '/blocks/0/elements/0/type')]);
  });
});

describe('an actions block', () => {
  test('holds one to 25 elements', () => {
    expect(about(actions(...many(25, () => button())))).toEqual([]);
    expect(about(actions(...many(26, () => button())))).toHaveLength(1);
    expect(about(actions())).toEqual([said('must provide at least 1 items', '/blocks/0/elements')]);
  });

  test('holds no picture', () => {
    expect(about(actions(picture()))).toHaveLength(1);
  });
});

describe('a picture block', () => {
  test('has a description of 2000 characters and a plain title', () => {
    expect(about(picture({ alt_text: letters(2000), title: plain() }))).toEqual([]);
    expect(about(picture({ alt_text: letters(2001) }))).toHaveLength(1);
    expect(about(picture({ alt_text: '' }))).toHaveLength(1);
    expect(about(picture({ title: mrkdwn() }))).toHaveLength(1);
  });
});

describe('a video', () => {
  const video = (more: Piece = {}): Piece => ({
    type: 'video',
    alt_text: 'Tour',
    title: plain(),
    thumbnail_url: 'https://example.com/a.png',
    video_url: 'https://example.com/embed/1',
    ...more,
  });
  test('plays over https only', () => {
    expect(about(video({ author_name: letters(49) }))).toEqual([]);
    expect(about(video({ video_url: 'http://example.com/embed/1' }))).toHaveLength(1);
    expect(about(video({ author_name: letters(50), title: plain(letters(200)) }))).toHaveLength(2);
  });
});

describe('any block', () => {
  test('has a block_id of 255 characters at most', () => {
    expect(about({ type: 'divider', block_id: letters(255) })).toEqual([]);
    expect(about({ type: 'divider', block_id: letters(256) })).toHaveLength(1);
    expect(about({ type: 'divider', block_id: '' })).toHaveLength(1);
  });

  test('is refused when Slack does not know its type', () => {
    expect(about({ type: 'paragraph' })).toEqual([said('unsupported type: paragraph', '/blocks/0/type')]);
  });

  test('is refused with a field of another block', () => {
    expect(about({ type: 'divider', text: plain() })).toEqual([
      said('invalid additional property: text', '/blocks/0'),
    ]);
  });
});
