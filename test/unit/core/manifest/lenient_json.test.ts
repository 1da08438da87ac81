import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LenientJson, readLenientJson } from '../../../../src/core/manifest/lenient_json.ts';

/** With objects again, for comparison; `__proto__` as a field of its own, as JSON.parse has it. */
function plain(value: LenientJson): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

const read = (text: string) => {
  const result = readLenientJson(text);
  return result.ok ? plain(result.value) : result.error;
};

describe('lenient JSON', () => {
  it('reads every JSON document as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4, stringUnit: 'binary' }), fc.nat(3), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        expect(read(written)).toEqual(JSON.parse(text));
      }),
      { numRuns: 40 },
    );
  });

  it('never throws, whatever the text', () => {
    const signs = fc.constantFrom(...'{}[]",:\\u0a-1.e tfn\n“');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (text) => {
        readLenientJson(text.join(''));
      }),
    );
  });

  it.each([
    ['commas after the last item', '{"a": [1, 2,], }', { a: [1, 2] }],
    ['line breaks in a string', '{"a": "b\nc"}', { a: 'b\nc' }],
    ['blanks of other kinds', '\ufeff{\u00a0"a"\u200b:\u2028 1}', { a: 1 }],
    ['a key that stands twice', '{"a": 1, "a": 2}', { a: 2 }],
    ['a long number', '{"a": 1234567890.5e-3}', { a: 1234567.8905 }],
  ])('takes %s', (_, text, value) => expect(read(text)).toEqual(value));

  it('makes no property of a key', () => {
    const result = readLenientJson('{"__proto__": {"polluted": 1}, "constructor": 2}');
    expect(result.ok && result.value instanceof Map && [...result.value.keys()]).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each([
    ['{"a": ', { kind: 'ended' }],
    ['{"a": "b', { kind: 'ended' }],
    ['["a" "b"]', { kind: 'wrong', at: 5 }],
    ['{a: 1}', { kind: 'wrong', at: 1 }],
    ['{,}', { kind: 'wrong', at: 1 }],
    ['[truest]', { kind: 'wrong', at: 1 }],
    ['{} {}', { kind: 'wrong', at: 3 }],
    ['', { kind: 'ended' }],
    ['['.repeat(100_000), { kind: 'too_deep' }],
  ])('says where %s is no JSON', (text, fault) => expect(read(text)).toEqual(fault));
});
