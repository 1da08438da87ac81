import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classOfRefusal, refusalsByCode } from '../../../../src/core/deliveries/slack_error_codes.ts';

/** The only errors about the message itself. */
const aboutTheMessage = [
  'invalid_blocks',
  'invalid_blocks_format',
  'metadata_must_be_sent_from_app',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
];

describe('what a refusal means', () => {
  test('only errors about the message itself may drop it', () => {
    const dropping = [...refusalsByCode].filter(([, { kind }]) => kind === 'message').map(([code]) => code);
    expect(dropping.sort()).toEqual(aboutTheMessage);
  });

  test('a code that nobody has listed is kept, whatever it looks like', () => {
    const code = fc.stringMatching(/^[a-z][a-z0-9_]{0,60}$/).filter((one) => !refusalsByCode.has(one));
    fc.assert(
      fc.property(code, (one) => {
        expect(classOfRefusal(one)).toEqual({ kind: 'wait', cause: 'unlisted' });
      }),
    );
    for (const name of ['constructor', '__proto__', 'toString', 'hasownproperty']) {
      expect(classOfRefusal(name)).toEqual({ kind: 'wait', cause: 'unlisted' });
    }
  });
});
