import { expect } from 'vitest';
import { marks, postedMessages } from './acts.ts';
import type { Stage } from './stage.ts';

/** No message is shown twice in the channel, and none was posted to any channel twice. */
export function expectNothingTwice(stage: Stage): void {
  // The time at the foot of a card is the only thing that differs between a card and its double.
  const texts = postedMessages(stage.person('ana')).map((one) => one.text().replace(/As of [^.]*\./, ''));
  expect(repeated(texts)).toEqual([]);
  expect(repeated(marks(stage))).toEqual([]);
}

const repeated = (all: readonly string[]): string[] => all.filter((one, at) => all.indexOf(one) !== at);
