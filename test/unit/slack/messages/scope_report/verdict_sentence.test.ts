import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ManagementType } from '../../../../../src/core/scopes/grammar/scope_level.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';
import { asMrkdwn, asPlainText } from '../../../../../src/slack/blocks/phrase.ts';
import { explainVerdict } from '../../../../../src/slack/messages/scope_report/verdict_sentence.ts';

function explain(scope: string, type: ManagementType): string {
  return checkScopes([scope], type)
    .verdicts.map((verdict) => asMrkdwn(explainVerdict(verdict)))
    .join('');
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

describe('a long text that is no scope', () => {
  it('is cut between whole characters', () => {
    for (let before = 80; before < 92; before += 1) {
      const text = `${'x'.repeat(before)}👩‍👩‍👧‍👦:read:e\u0301`;
      for (const verdict of checkScopes([text], 'admin').verdicts) {
        const words = asMrkdwn(explainVerdict(verdict));
        expect(words.isWellFormed()).toBe(true);
        expect(words).not.toMatch(/\u200d…/);
      }
    }
  });
});

describe('the same sentence at a field of a form, where Slack shows plain text', () => {
  const plain = (scope: string) =>
    checkScopes([scope], 'user').verdicts.map((verdict) => asPlainText(explainVerdict(verdict)));

  it('has no markup and no escapes, and shows what was pasted as it was', () => {
    expect(plain('meeting:read:meeting:admin')).toEqual([
      'meeting:read:meeting:admin is for admin-managed apps. Use meeting:read:meeting.',
    ]);
    expect(plain('a:b<c>&amp;:d').join('')).toContain('a:b<c>&amp;:d');
  });

  it('is whole, and the mrkdwn mentions nobody, whatever was pasted', () => {
    const sign = fc.constantFrom(
      '`',
      '<!channel>',
      '&lt;',
      '&amp;',
      '&',
      '<',
      '>',
      '*',
      ':',
      'read',
      'е',
      '_',
    );
    const text = fc
      .array(fc.oneof(sign, fc.string({ unit: 'grapheme' })), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('admin' as const, 'user' as const), (pasted, type) => {
        for (const verdict of checkScopes([pasted], type).verdicts) {
          const words = explainVerdict(verdict);
          expect(asPlainText(words)).toMatch(/[.?]$/);
          expect(asMrkdwn(words)).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
          expect((asMrkdwn(words).match(/`/g) ?? []).length % 2).toBe(0);
        }
      }),
    );
  });
});
