import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusedPauseMs } from '../../../../src/core/deliveries/delivery_backoff.ts';
import {
  afterStep,
  type DeliveryState,
  deliveryStates,
  deliverySteps,
  statesBefore,
} from '../../../../src/core/deliveries/delivery_states.ts';
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

describe('the pause after a refusal', () => {
  test('grows, has an end, and is spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (refusals, needsPerson, chance) => {
          const pause = refusedPauseMs(refusals, needsPerson, chance);
          expect(pause).toBeGreaterThanOrEqual(500);
          expect(pause).toBeLessThanOrEqual(10 * 60_000);
          expect(pause).toBeLessThanOrEqual(refusedPauseMs(refusals + 1, needsPerson, chance));
        },
      ),
    );
  });
});

describe('the states of a message to Slack', () => {
  test('begin where it waits, and every state that is no end leads to one', () => {
    const leadsTo = (state: DeliveryState) =>
      deliverySteps.map((step) => afterStep(state, step)).filter((next) => next !== null);
    expect(new Set(leadsTo('queued'))).toEqual(new Set(['sending', 'dropped']));
    expect(new Set(leadsTo('sending'))).toEqual(new Set(['sending', 'sent', 'queued', 'dropped']));
    expect([...leadsTo('sent'), ...leadsTo('dropped')]).toEqual([]);
  });

  test('that a step may come from are those from which the table allows it', () => {
    for (const step of deliverySteps) {
      const before = statesBefore(step);
      expect(before).not.toEqual([]);
      for (const state of deliveryStates)
        expect(afterStep(state, step) !== null).toBe(before.includes(state));
    }
  });
});
