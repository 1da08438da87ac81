import { beforeEach, expect, test } from 'vitest';
import { type Circuit, type CircuitChange, createCircuit } from '../../../src/http_client/circuit_breaker.ts';
import type { HttpOutcome } from '../../../src/http_client/http_outcome.ts';

const alive: HttpOutcome = { kind: 'reply', status: 404, headers: {}, json: null, text: '' };
const broken: HttpOutcome = { ...alive, status: 502 };
const lost: HttpOutcome = { kind: 'unreachable', why: 'network' };
const tooLarge: HttpOutcome = { kind: 'unreachable', why: 'too_large' };

let time: Date;
let changes: CircuitChange[];
let circuit: Circuit;
beforeEach(() => {
  time = new Date('2026-11-23T12:00:00Z');
  changes = [];
  circuit = createCircuit({ failures: 2, restMs: 30_000 }, { now: () => time }, (change) =>
    changes.push(change),
  );
});

const later = (ms: number) => {
  time = new Date(time.getTime() + ms);
};
const bring = (outcome: HttpOutcome) => circuit.run(async () => outcome);
const open = { kind: 'unreachable', why: 'circuit_open' };

test('opens after so many failures in a row and says why and for how long', async () => {
  await bring(lost);
  await bring(broken);
  later(10_000);
  expect(await bring(alive)).toEqual({ ...open, because: 'server_error', retryAfterMs: 20_000 });
  expect(changes).toEqual([{ now: 'open', because: 'server_error' }]);
});

test('stays closed while an answer comes in between, even a refusal or one that is too large', async () => {
  for (const outcome of [lost, alive, lost, tooLarge, broken, alive, lost]) {
    expect(await bring(outcome)).toBe(outcome);
  }
  expect(changes).toEqual([]);
});

test('lets one call try after the rest, and closes when it is answered', async () => {
  await bring(lost);
  await bring(lost);
  later(30_000);
  let answer = (_outcome: HttpOutcome): void => {};
  const trial = circuit.run(() => new Promise((done) => (answer = done)));
  expect(await bring(alive)).toMatchObject({ ...open, retryAfterMs: 0 });
  answer(alive);
  expect(await trial).toBe(alive);
  expect(await bring(alive)).toBe(alive);
  expect(changes).toEqual([{ now: 'open', because: 'network' }, { now: 'closed' }]);
});

test('rests again when the try fails, without saying so twice', async () => {
  await bring(lost);
  await bring(lost);
  later(30_000);
  expect(await bring(broken)).toBe(broken);
  expect(await bring(alive)).toMatchObject({ ...open, because: 'server_error', retryAfterMs: 30_000 });
  expect(changes).toHaveLength(1);
});

test('is not stuck when the trying call throws', async () => {
  await bring(lost);
  await bring(lost);
  later(30_000);
  const thrown = circuit.run(async () => {
    throw new Error('a mistake of ours');
  });
  await expect(thrown).rejects.toThrow('a mistake of ours');
  expect(await bring(alive)).toBe(alive);
});
