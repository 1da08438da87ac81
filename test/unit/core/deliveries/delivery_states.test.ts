import { describe, expect, test } from 'vitest';
import {
  type DeliveryState,
  deliveryStates,
  deliveryTransitions,
  stateAfter,
  statesBefore,
} from '../../../../src/core/deliveries/delivery_states.ts';

describe('the states of a delivery', () => {
  test('begin where it waits, and every state that is no end leads to one', () => {
    const leadsTo = (state: DeliveryState) =>
      deliveryTransitions
        .map((transition) => stateAfter(state, transition))
        .filter((next) => next !== null && next !== state);
    expect(new Set(leadsTo('queued'))).toEqual(new Set(['sending', 'dropped']));
    expect(new Set(leadsTo('sending'))).toEqual(new Set(['sent', 'queued', 'dropped']));
    expect([...leadsTo('sent'), ...leadsTo('dropped')]).toEqual([]);
  });

  test('allow nothing any more at their ends', () => {
    for (const state of ['sent', 'dropped'] as const)
      for (const transition of deliveryTransitions) expect(stateAfter(state, transition)).toBeNull();
  });

  test('that a transition may come from are those from which the table allows it', () => {
    for (const transition of deliveryTransitions) {
      const before = statesBefore(transition);
      expect(before).not.toEqual([]);
      for (const state of deliveryStates)
        expect(stateAfter(state, transition) !== null).toBe(before.includes(state));
    }
  });
});
