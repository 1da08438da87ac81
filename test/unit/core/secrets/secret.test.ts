import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Secret } from '../../../../src/core/secrets/secret.ts';

const secret = new Secret('hunter2');

it('a secret gives its value only when asked to reveal it', () => {
  expect(secret.reveal()).toBe('hunter2');
});

it('a secret prints as [secret] wherever it may be printed', () => {
  const prints = [
    `${secret}`,
    String(secret),
    JSON.stringify({ secret }),
    inspect({ deep: { secret } }, { depth: 9, showHidden: true }),
    inspect(secret),
    Object.entries(secret).join(),
  ];
  for (const print of prints) expect(print).not.toContain('hunter2');
  expect(`${secret}`).toBe('[secret]');
  expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}');
});
