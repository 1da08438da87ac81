import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../../src/core/deliveries/delivery.ts';
import { refusalsByCode } from '../../../../src/core/deliveries/slack_error_codes.ts';
import { countRefusedDeliveries } from '../../../../src/store/deliveries/deliveries.ts';
import { historyScopes, type Stage, useStage } from '../../../integration/usecases/deliveries/stage.ts';

const channel = '#zoom-integration';
const the = useStage(historyScopes);
const minute = 60_000;

/** Codes that say nothing of the message itself: whatever is refused with them has to stand in the end. */
const passing = [...refusalsByCode].flatMap(([code, { kind }]) =>
  kind === 'message' || kind === 'gone' ? [] : [code],
);

type Step =
  | { readonly kind: 'says' | 'says_in_thread' | 'redraws' | 'runs' | 'dies' | 'loses_reply' | 'passes' }
  | { readonly kind: 'archives' | 'unarchives' | 'leaves' | 'joins' | 'wakes_late' }
  | { readonly kind: 'refuses'; readonly code: string; readonly times: number };

const plain = fc
  .constantFrom(
    ...([
      'says',
      'says_in_thread',
      'redraws',
      'runs',
      'runs',
      'runs',
      'dies',
      'loses_reply',
      'passes',
    ] as const),
    ...(['archives', 'unarchives', 'leaves', 'joins', 'wakes_late'] as const),
  )
  .map((kind): Step => ({ kind }));
const refuses = fc
  .record({ code: fc.constantFrom(...passing), times: fc.integer({ min: 1, max: 4 }) })
  .map((refusal): Step => ({ kind: 'refuses', ...refusal }));
const steps = fc.array(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: refuses }), {
  minLength: 5,
  maxLength: 25,
});

interface Recorded {
  readonly words: string[];
  readonly inThread: string[];
  readonly card: Card;
}

async function carriesOut(stage: Stage, step: Step, recorded: Recorded): Promise<void> {
  const { slack } = stage;
  const words = () => `message ${recorded.words.length + recorded.inThread.length}.`;
  switch (step.kind) {
    case 'says':
      return void recorded.words.push(await stage.says(words()));
    case 'says_in_thread':
      return void recorded.inThread.push(await stage.says(words(), undefined, recorded.card));
    case 'redraws':
      return stage.redraws(recorded.card);
    case 'runs':
      return stage.runs();
    case 'dies':
      // Taken by a process that is gone before it has sent anything.
      return void (await stage.takes().catch(() => null));
    case 'wakes_late':
      return stage.pass(10_000);
    case 'loses_reply':
      return slack.faults.loseReplies('chat.postMessage');
    case 'passes':
      return stage.pass(minute);
    case 'archives':
      return slack.archives(channel);
    case 'unarchives':
      return slack.unarchives(channel);
    case 'leaves':
      return slack.removesBot(channel);
    case 'joins':
      return slack.invitesBot(channel);
    case 'refuses':
      return slack.faults.refuse({ channel, error: step.code, times: step.times });
  }
}

/** All that stood in the way is over; runs until nothing waits. */
async function settles(stage: Stage): Promise<void> {
  stage.slack.faults.clear();
  await stage.slack.unarchives(channel);
  await stage.slack.invitesBot(channel);
  for (let runs = 0; runs < 30; runs += 1) {
    stage.pass(Math.max(minute, (await stage.dueIn()) ?? 0));
    await stage.runs();
    if ((await stage.states()).every((state) => state === 'sent' || state === 'dropped')) return;
  }
  throw new Error(`still waiting: ${await stage.states()}`);
}

/** What stands between a message whose answer was lost and the look for it. */
const hindered: readonly (readonly [string, (stage: Stage) => Promise<void> | void])[] = [
  ['Greenroom is taken out of the channel', ({ slack }) => slack.removesBot(channel)],
  ['the channel is archived', ({ slack }) => slack.archives(channel)],
  ...['not_in_channel', 'channel_not_found', 'restricted_action', 'missing_scope', 'next_year'].map(
    (error) =>
      [
        `looking and posting are refused with ${error}`,
        ({ slack }: Stage) => slack.faults.refuse({ channel, error }),
      ] as const,
  ),
  ...['ratelimited', 'internal_error', 'service_unavailable', 'invalid_auth'].map(
    (error) =>
      [
        `looking is refused once with ${error}`,
        ({ slack }: Stage) => slack.faults.failNext('conversations.history', error),
      ] as const,
  ),
];

describe('whatever happens to a channel and to the processes that serve it', () => {
  test('everything said stands there once, in its order, when that is over', {
    timeout: 120_000,
  }, async () => {
    const { stage } = the;
    const card = await stage.draws();
    const recorded: Recorded = { words: [], inThread: [], card };
    await settles(stage);
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const before = [recorded.words.length, recorded.inThread.length];
        for (const step of all) await carriesOut(stage, step, recorded);
        await settles(stage);
        for (const [list, from] of [
          [recorded.words, before[0]],
          [recorded.inThread, before[1]],
        ] as const) {
          const stands = list.slice(from).map((words) => stage.posted(words));
          expect(stands.map(({ length }) => length)).toEqual(stands.map(() => 1));
          const times = stands.map(([message]) => Number(message?.ts));
          expect(times).toEqual([...times].sort((a, b) => a - b));
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
    expect(await countRefusedDeliveries(stage.database.db, 'T1')).toBe(0);
  });

  test.each(hindered)(
    'a message whose answer was lost stands once, though then %s',
    async (_what, hinders) => {
      const { stage } = the;
      const words = [await stage.says('the first'), await stage.says('the second')];
      stage.slack.faults.loseReplies('chat.postMessage');
      await stage.runs();
      expect(await stage.states()).toEqual(['sending', 'queued']);
      await hinders(stage);
      for (let runs = 0; runs < 3; runs += 1) {
        stage.pass(Math.max(0, (await stage.dueIn()) ?? 0));
        await stage.runs();
      }
      await settles(stage);
      expect(words.map((one) => stage.posted(one).length)).toEqual([1, 1]);
    },
  );
});
