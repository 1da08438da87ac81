import { expect, test } from 'vitest';
import { about, button, letters, mrkdwn, picture, plain, said, section } from './samples.ts';

test('Slack takes a section of exactly 3000 characters and refuses one more', () => {
  expect(about(section({ text: mrkdwn(letters(3000)) }))).toEqual([]);
  expect(about(section({ text: mrkdwn(letters(3001)) }))).toEqual([
    said('must be less than 3001 characters', '/blocks/0/text/text'),
  ]);
});

test('an emoji counts as one character, not two', () => {
  expect(about({ type: 'header', text: plain('🟢'.repeat(150)) })).toEqual([]);
  expect(about({ type: 'header', text: plain('🟢'.repeat(151)) })).toHaveLength(1);
});

test('Slack refuses empty text', () => {
  expect(about(section({ text: plain('') }))).toEqual([
    said('must be more than 0 characters', '/blocks/0/text/text'),
  ]);
});

test('the emoji flag belongs to plain text and verbatim to mrkdwn', () => {
  expect(about(section({ text: { ...plain(), emoji: true } }))).toEqual([]);
  expect(about(section({ text: { ...mrkdwn(), verbatim: true } }))).toEqual([]);
  expect(about(section({ text: { ...mrkdwn(), emoji: true } }))).toEqual([
    said('invalid additional property: emoji', '/blocks/0/text'),
  ]);
  expect(about(section({ text: { ...plain(), verbatim: true } }))).toEqual([
    said('invalid additional property: verbatim', '/blocks/0/text'),
  ]);
});

test('Slack refuses mrkdwn where only plain text may stand', () => {
  expect(about({ type: 'header', text: mrkdwn() })).toEqual([
    said('must be a valid enum value', '/blocks/0/text/type'),
  ]);
});

test('Slack refuses a text of an unknown type', () => {
  expect(about(section({ text: { type: 'markdown', text: 'x' } }))).toEqual([
    said('unsupported type: markdown', '/blocks/0/text/type'),
  ]);
});

test('a bare string is no text object, and null is not the same as absent', () => {
  expect(about(section({ text: 'Hello' }))).toEqual([said('must provide an object', '/blocks/0/text')]);
  expect(about(section({ accessory: null }))).toEqual([
    said('must provide an object', '/blocks/0/accessory'),
  ]);
});

test('a picture comes from the web: no relative, data or script address', () => {
  expect(about(picture())).toEqual([]);
  for (const image_url of ['/cat.png', 'data:image/png;base64,AA', 'javascript:alert(1)'])
    expect(about(picture({ image_url }))).toEqual([said('must be a valid URL', '/blocks/0/image_url')]);
});

test('a button may open a page or write a mail, and runs no script', () => {
  const leading = (url: string) => about(section({ accessory: button({ url }) }));
  expect(leading('http://127.0.0.1:3000/secret/abc')).toEqual([]);
  expect(leading('mailto:ana@example.com')).toEqual([]);
  expect(leading('javascript:alert(1)')).toHaveLength(1);
  expect(leading(`https://example.com/${letters(3000)}`)).toEqual([
    said('must be less than 3001 characters', '/blocks/0/accessory/url'),
  ]);
});
