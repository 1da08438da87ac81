import { describe, expect, it } from 'vitest';
import type { ManagementType } from '../../../../../src/core/scopes/grammar/scope_level.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';
import { convertAll } from '../../../../../src/core/scopes/verdict/convert_scopes.ts';
import {
  explainVerdict,
  explainWithout,
  summarise,
} from '../../../../../src/core/scopes/verdict/verdict_words.ts';

function explain(scope: string, type: ManagementType): string {
  return checkScopes([scope], type).verdicts.map(explainVerdict).join('');
}

function sum(scopes: readonly string[], type: ManagementType): string {
  return summarise(checkScopes(scopes, type), type);
}

describe('one verdict in words', () => {
  it.each([
    [
      'meeting:read:meeting',
      'admin',
      '`meeting:read:meeting` is for user-managed apps. Use `meeting:read:meeting:admin`.',
    ],
    [
      'user:read:list_users:admin',
      'user',
      '`user:read:list_users:admin` is for admin-managed apps. Zoom has no user form of it: remove it.',
    ],
    [
      'mеeting:read:meeting',
      'user',
      'In `mеeting:read:meeting` the character `е` is a Cyrillic letter, not `e`. Use `meeting:read:meeting`.',
    ],
    [
      'meeting:read:meeting:user',
      'user',
      '`meeting:read:meeting:user` ends in `:user`, which Zoom does not have: user scopes have no suffix. Use `meeting:read:meeting`.',
    ],
    ['imchat:bot', 'user', '`imchat:bot` is refused by Zoom in user-managed apps. Remove it.'],
    [
      'chat:read:channel:admin',
      'admin',
      '`chat:read:channel:admin` is not in the catalogue of Zoom scopes (November 2026). Did you mean `team_chat:read:channel:admin`? Confirm it only if you see it in Zoom.',
    ],
  ] as const)('explains %s for %s', (scope, type, words) => {
    expect(explain(scope, type)).toBe(words);
  });

  it('cannot be broken out of by what was pasted', () => {
    const words = explain('a:b`<!channel>&:c', 'user');
    expect(words).not.toContain('<!');
    expect(words).toContain("`a:b'&lt;!channel&gt;&amp;:c`");
  });

  it('never shows what may be a secret', () => {
    const secret = 'Xq3kPz9LmT2vRw8sYb4nHc:aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW';
    expect(explain(secret, 'user').toLowerCase()).not.toContain('ab3de5');
  });

  it('stays short for endless input', () => {
    expect(explain(`a:${'b'.repeat(100_000)}:c:d:e`, 'user').length).toBeLessThan(300);
  });
});

describe('a list in words', () => {
  it('says that all is well', () => {
    expect(sum(['meeting:read:meeting', 'user:read:user'], 'user')).toBe(
      'All 2 scopes can go into user-managed apps.',
    );
  });

  it('says that there must be one', () => {
    expect(sum([], 'user')).toBe('There is no scope in this list. Zoom wants at least one.');
  });

  it('counts what must change, what must be confirmed, and names a mixed list', () => {
    expect(sum(['meeting:read:meeting', 'user:read:user:admin', 'foo:read:bar'], 'user')).toBe(
      '1 scope must be changed or removed, and 1 scope is not in the catalogue and must be confirmed; 1 of 3 can go into user-managed apps. The list mixes admin and user scopes; one app can hold only one kind.',
    );
  });
});

describe('a long text that is no scope', () => {
  it('is cut between whole characters', () => {
    for (let before = 80; before < 92; before += 1) {
      const text = `${'x'.repeat(before)}👩‍👩‍👧‍👦:read:e\u0301`;
      for (const verdict of checkScopes([text], 'admin').verdicts) {
        const words = explainVerdict(verdict);
        expect(words.isWellFormed()).toBe(true);
        expect(words).not.toMatch(/\u200d…/);
      }
    }
  });
});

describe('a conversion in words', () => {
  it('says why a scope was left out', () => {
    const [left] = convertAll(['user:read:list_users:admin'], 'user').without;
    expect(left && explainWithout(left, 'user')).toBe(
      '`user:read:list_users:admin` exists only for admin-managed apps.',
    );
  });
});
