import { expect, test } from 'vitest';
import { measuredIn } from '../../../bench/load.ts';

const seen = { perSecond: 100, p50: 1.5, p99: 3, lost: 0 };
const whole = { refused: 0, inAcknowledgement: 2, seen, acknowledgements: ['', '{"text":"Hello"}'] };

test('what was measured is taken as it was printed', () => {
  expect(measuredIn(whole)).toEqual(whole);
});

// JSON has no NaN, and leaves out what is undefined.
test.each([whole, { ...whole, seen: { perSecond: null, lost: 2 } }, { ...whole, seen: {} }])(
  'refused requests are said, whatever else was printed: %o',
  (printed) => {
    expect(() => measuredIn({ ...printed, refused: 2 })).toThrow('2 requests were refused');
  },
);

test('a speed that is missing is no measurement', () => {
  expect(() => measuredIn({ ...whole, seen: { perSecond: 0, lost: 2 } })).toThrow(/p50/);
});
