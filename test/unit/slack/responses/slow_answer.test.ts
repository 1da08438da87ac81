import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ModalView } from '../../../../src/slack/blocks/block_types.ts';
import {
  submitRequest,
  TOO_SLOW_MS,
  UPDATE_AFTER_MS,
} from '../../../../src/slack/dispatch/submit_request.ts';
import { note } from '../../../../src/slack/messages/text_view.ts';
import type { SlowAnswer } from '../../../../src/slack/requests/requests.ts';
import { createBlockSupport } from '../../../../src/slack/responses/block_support.ts';
import { viewRequests } from '../../../../src/slack/responses/view_requests.ts';
import { quietLog } from '../../../harness/log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const payload = { userId: 'UANA', viewId: 'V1', callbackId: 'review', metadata: '', typed: {} };
const loading = note('Saving', 'Saving…');

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type Play = Omit<SlowAnswer, 'loading'> & {
  readonly elapsedMs?: number;
  readonly inputBlocks?: readonly string[];
  /** No acknowledgement reaches Slack. */
  readonly isCutOff?: boolean;
};

/** What Slack got, and when: acknowledgements and calls of views.update, by the words of the view. */
async function played({ elapsedMs = 0, inputBlocks = [], isCutOff = false, ...slow }: Play) {
  const startedAt = performance.now();
  const seen: [string, string, number][] = [];
  const heard = (how: string, view: unknown) =>
    void seen.push([how, wordsOf(view), Math.round(performance.now() - startedAt)]);
  const client = new WebClient();
  vi.spyOn(client.views, 'update').mockImplementation(async (call) => {
    heard('update', call?.view);
    return { ok: true };
  });
  const support = createBlockSupport(quietLog);
  const ways = {
    async ack(answer?: unknown) {
      if (isCutOff) throw new Error('the connection is lost');
      heard('acknowledgement', answer);
    },
    views: viewRequests(client, support),
    support,
  };
  const person = { workspaceId: 'T1', userId: 'UANA' };
  const { request, show } = submitRequest(person, { ...payload, inputBlocks }, ways, elapsedMs);
  const playing = request
    .answerOrLoad({ loading, ...slow })
    .catch((error: Error) => show({ text: error.message, blocks: [] }))
    .catch((error: Error) => expect([isCutOff, error.message]).toEqual([true, 'the connection is lost']));
  await vi.advanceTimersByTimeAsync(10_000);
  await playing;
  return seen;
}

const wordsOf = (view: unknown): string =>
  /Saving…|Saved|Not saved|No answer|could not finish in time/.exec(JSON.stringify(view))?.[0] ?? '';

const saved = async (ms: number) => {
  await wait(ms);
  return note('Saved', 'Saved');
};
const fails = async (ms: number): Promise<ModalView> => {
  await wait(ms);
  throw new Error('No answer');
};

describe('work behind a form', () => {
  test.each([0, 1, 999])('that takes %i ms is answered with its result', async (ms) => {
    expect(await played({ work: () => saved(ms) })).toEqual([['acknowledgement', 'Saved', ms]]);
  });

  test.each([
    [1_001, 1_000 + UPDATE_AFTER_MS],
    [1_400, 1_000 + UPDATE_AFTER_MS],
    [4_000, 4_000],
  ])('that takes %i ms shows a loading view, and its result once that view stands', async (ms, at) => {
    expect(await played({ work: () => saved(ms) })).toEqual([
      ['acknowledgement', 'Saving…', 1_000],
      ['update', 'Saved', at],
    ]);
  });

  test.each([
    [800, 200],
    [1_000, 0],
    [2_400, 0],
    [TOO_SLOW_MS, 0],
    [60_000, 0],
  ])('counts the %i ms that the form has waited before', async (elapsedMs, at) => {
    expect(await played({ work: () => saved(500), elapsedMs })).toEqual([
      ['acknowledgement', 'Saving…', at],
      ['update', 'Saved', at + UPDATE_AFTER_MS],
    ]);
  });

  test('that needs an answered form begins after the loading view', async () => {
    const work = vi.fn(() => saved(0));
    const seen = await played({ work, loadsFirst: true });
    expect(seen).toEqual([
      ['acknowledgement', 'Saving…', 0],
      ['update', 'Saved', UPDATE_AFTER_MS],
    ]);
  });

  test.each<[number, [string, string, number][]]>([
    [100, [['acknowledgement', 'No answer', 100]]],
    [
      2_000,
      [
        ['acknowledgement', 'Saving…', 1_000],
        ['update', 'No answer', 2_000],
      ],
    ],
  ])('that fails after %i ms says so', async (ms, seen) => {
    expect(await played({ work: () => fails(ms) })).toEqual(seen);
    const ifItFails = () => note('Not saved', 'Not saved');
    const instead = seen.map(([how, words, at]) => [how, words === 'No answer' ? 'Not saved' : words, at]);
    expect(await played({ work: () => fails(ms), ifItFails })).toEqual(instead);
  });

  test('that fails in time is reported at a field of the form, which keeps what was typed', async () => {
    const seen = await played({ work: () => fails(100), inputBlocks: ['name'] });
    expect(seen).toEqual([['acknowledgement', 'No answer', 100]]);
  });

  test.each([0, 3_000])('that takes %i ms while the connection is lost ends quietly', async (ms) => {
    expect(await played({ work: () => saved(ms), isCutOff: true })).toEqual([]);
    expect(await played({ work: () => fails(ms), isCutOff: true })).toEqual([]);
  });
});
