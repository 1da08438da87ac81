import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_REASONS, readStatusReasons } from '../../../src/stackone/accounts/status_reasons.ts';

const timestamp = '2026-11-23T12:00:00.000Z';
const at = new Date(timestamp);

test.each<[string, unknown, object[]]>([
  [
    'all three',
    { code: 'revoked', description: 'Sign in.', timestamp },
    [{ code: 'revoked', description: 'Sign in.', at }],
  ],
  ['only a code', { code: 'revoked', timestamp }, [{ code: 'revoked', at }]],
  ['only words', { description: 'Sign in.', timestamp }, [{ description: 'Sign in.', at }]],
  ['no timestamp', { code: 'revoked' }, [{ code: 'revoked', at: null }]],
  ['a timestamp that is none', { code: 'revoked', timestamp: 'soon' }, [{ code: 'revoked', at: null }]],
  ['nothing but a timestamp', { timestamp }, []],
  ['a code that is no text', { code: 7, description: 'Sign in.' }, [{ description: 'Sign in.', at: null }]],
  ['blank texts', { code: ' ', description: '' }, []],
  ['half a character and a NUL', { code: 'a\0b\ud800' }, [{ code: 'a\ufffdb\ufffd', at: null }]],
  ['no object', 'revoked', []],
  ['null', null, []],
])('a reason with %s is read as far as it says something', (_what, sent, read) => {
  expect(readStatusReasons([sent])).toEqual(read);
});

test('the newest reasons come first, however they were sent', () => {
  const sent = [2, 9, 4].map((day) => ({ code: `${day}`, timestamp: `2026-11-0${day}T00:00:00Z` }));
  expect(readStatusReasons(sent).map(({ code }) => code)).toEqual(['9', '4', '2']);
});

test('whatever StackOne sends as reasons is bounded and can be stored', () => {
  const any = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('x'.repeat(5_000)), fc.jsonValue());
  const reason = fc.record({ code: any, description: any, timestamp: any }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(fc.oneof(reason, any), { maxLength: 30 }), (sent) => {
      const reasons = readStatusReasons(sent);
      expect(reasons.length).toBeLessThanOrEqual(MOST_REASONS);
      for (const { code = 'x', description = 'x' } of reasons) {
        expect(code.length).toBeLessThanOrEqual(100);
        expect(description.length).toBeLessThanOrEqual(500);
        expect(`${code}${description}`.isWellFormed()).toBe(true);
        expect(`${code}${description}`).not.toContain('\0');
      }
    }),
  );
});
