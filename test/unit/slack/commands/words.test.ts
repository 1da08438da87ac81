import { describe, expect, test } from 'vitest';
import {
  appName,
  filterWords,
  managementTypeOf,
  split,
} from '../../../../src/slack/commands/command_words.ts';

describe('what a person types', () => {
  test.each([
    ['register Acme', 'register', 'Acme'],
    ['  REGISTER   Acme  ', 'register', 'Acme'],
    ['show\u00a0Acme EU', 'show', 'Acme EU'],
    ['\u200bhelp', 'help', ''],
    ['check\nuser:read:user', 'check', 'user:read:user'],
    ['', '', ''],
  ])('%j begins with %j and goes on with %j', (text, first, rest) => {
    expect(split(text)).toEqual({ first, rest });
  });

  test.each([
    ['“Acme EU”', 'Acme EU'],
    ['"Acme EU"', 'Acme EU'],
    ["'Acme'", 'Acme'],
    ['`Acme`', 'Acme'],
    ['*Acme*', 'Acme'],
    ['Ana’s app', "Ana's app"],
    ['Acme   EU', 'Acme EU'],
    ['The "best" app', 'The "best" app'],
    ['**"Acme"**', '"Acme"'],
    ['**Acme*', '*Acme'],
    ['""', ''],
    ['"', '"'],
    ["''''", ''],
  ])('the app in %s is %s', (text, name) => {
    expect(appName(text)).toBe(name);
  });

  test.each(['"', '"*', '<@', '<@U1|', "`'"])(
    '%j four thousand letters long is read like any other',
    (mark) => {
      const text = mark.repeat(4_000).slice(0, 4_000);
      expect(appName(text).length).toBeLessThanOrEqual(text.length);
      expect(filterWords(text).length).toBeLessThanOrEqual(text.length);
    },
  );

  test('a mention stays a mention, without the name behind it', () => {
    expect(filterWords('<@U123|ana>')).toBe('<@U123>');
  });

  test.each([
    ['admin', 'admin'],
    ['Admin-managed', 'admin'],
    ['ADMIN_MANAGEMENT', 'admin'],
    ['user', 'user'],
    ['USER_OPERATION', 'user'],
    ['admin:read', null],
    ['recording', null],
  ])('%s means %s', (word, type) => {
    expect(managementTypeOf(word)).toBe(type);
  });
});
