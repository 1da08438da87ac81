import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackoneSaid } from '../../../../../src/slack/messages/proof/stackone_words.ts';
import { mischief } from '../samples.ts';

const secret = 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY';

describe("StackOne's own words about a consent", () => {
  it.each([
    ['code and words', '4700', 'Invalid redirect', 'StackOne says: “Invalid redirect” (`4700`).'],
    ['words alone', null, 'Invalid redirect', 'StackOne says: “Invalid redirect”.'],
    ['a whole sentence', null, 'Not allowed.', 'StackOne says: “Not allowed.”'],
    ['a code alone', 'access_denied', null, 'StackOne says: `access_denied`.'],
    ['nothing', null, null, 'StackOne gives no reason.'],
    ['blanks', ' ', '\n\t ', 'StackOne gives no reason.'],
    ['emoji', 'e', '🙈 no', 'StackOne says: “🙈 no” (`e`).'],
  ])('are shown as they came: %s', (_, code, words, shown) => {
    expect(stackoneSaid(code, words)).toBe(shown);
  });

  it('call nobody and format nothing', () => {
    expect(stackoneSaid(mischief, mischief)).not.toMatch(/<[!@#h]|@here|\*bold\*|`code`/);
  });

  it('are shown without what looks like a secret', () => {
    const said = stackoneSaid(`client_secret=${secret}`, `refused: client_secret: ${secret}`);
    expect(said).not.toContain(secret);
    expect(said).toContain('[secret]');
  });

  it('are shown without a secret that invisible characters break in two', () => {
    const broken = `client_secret: ${secret.slice(0, 12)}\u200B${secret.slice(12)}`;
    expect(stackoneSaid(null, broken)).not.toContain(secret.slice(12));
  });

  it('keep right-to-left words from turning the sentence', () => {
    expect(stackoneSaid(null, '\u202Eאין גישה')).toBe('StackOne says: “\u2068אין גישה\u2069”.');
  });

  it('are one bounded line, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (code, words) => {
        const said = stackoneSaid(code.repeat(20), words.repeat(20));
        expect(said).not.toContain('\n');
        expect(said.length).toBeLessThan(3_000);
      }),
      { numRuns: 10 },
    );
  });
});
