import { expect, test } from 'vitest';
import { type Chunks, finish, memoizeSteps } from '../../../../src/core/scopes/chunks.ts';

function counting() {
  const computed: string[] = [];
  const shout = memoizeSteps(function* ({ word }: { word: string }): Chunks<string> {
    computed.push(word);
    yield;
    return word.toUpperCase();
  });
  return { computed, shout };
}

test('the steps of an object are taken once', () => {
  const { computed, shout } = counting();
  const one = { word: 'a' };
  expect([finish(shout(one)), finish(shout(one)), finish(shout({ word: 'a' }))]).toEqual(['A', 'A', 'A']);
  expect(computed).toEqual(['a', 'a']);
});

test('two that take the steps of an object by turns both get its value', () => {
  const { computed, shout } = counting();
  const one = { word: 'a' };
  const [first, second] = [shout(one), shout(one)];
  first.next();
  second.next();
  expect([finish(first), finish(second), finish(shout(one))]).toEqual(['A', 'A', 'A']);
  expect(computed).toEqual(['a', 'a']);
});
