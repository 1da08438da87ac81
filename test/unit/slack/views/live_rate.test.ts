import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModalView } from '../../../../src/slack/blocks/block_types.ts';
import { note } from '../../../../src/slack/messages/text_view.ts';
import type { ActionRequest, UpdateResult } from '../../../../src/slack/requests/requests.ts';
import { createLiveVerdict, REDRAW_EVERY_MS } from '../../../../src/slack/views/scopes/live_verdict.ts';

/** Time that goes by only when nobody has anything to do before it. */
function virtualTime() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    wait: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: now + ms, wake })),
    async run(): Promise<void> {
      for (;;) {
        // Let everything that was woken come to its next wait.
        for (let runs = 0; runs < 20; runs += 1) await Promise.resolve();
        const next = sleepers.sort((a, b) => a.at - b.at).shift();
        if (next === undefined) return;
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}

type Slack = (time: number) => UpdateResult;

/** A form in which `text` is typed at `at` ms; what Slack is sent, and when. */
async function typing(keys: readonly (readonly [at: number, text: string])[], slack?: Slack) {
  const time = virtualTime();
  const sent: { at: number; text: string }[] = [];
  const answer = slack ?? (() => ({ kind: 'drawn', hash: `h${sent.length + 1}` }));
  const live = createLiveVerdict({
    now: time.now,
    wait: time.wait,
    everyMs: REDRAW_EVERY_MS,
    draw: async (call) =>
      call.value === 'broken' ? Promise.reject(new Error('no drawing')) : note('T', call.value),
  });
  const call = (text: string, viewId: string): ActionRequest => ({
    person: { workspaceId: 'T1', userId: 'U1' },
    actionId: 'paste_scopes',
    value: text,
    place: { kind: 'modal', viewId, hash: 'h0', callbackId: 'c', metadata: '', typed: {} },
    reply: async () => {},
    replace: async () => {},
    open: async () => {},
    update: async () => {},
    publishHome: async () => {},
    updateUnlessChanged: async (view: ModalView) => {
      const said = answer(time.now());
      if (said.kind === 'drawn') sent.push({ at: time.now(), text: textOf(view) });
      return said;
    },
  });
  const failures: unknown[] = [];
  const typed = keys.map(async ([at, text], i) => {
    await time.wait(at);
    const viewId = text.startsWith('other') ? `V${i}` : 'V1';
    await live.judge(call(text, viewId)).catch((error: unknown) => failures.push(error));
  });
  await time.run();
  await Promise.all(typed);
  return { sent, live, failures };
}

function textOf(view: ModalView): string {
  const [block] = view.blocks;
  return block !== undefined && 'text' in block && typeof block.text === 'object' ? block.text.text : '';
}

const steady = (every: number, count: number) =>
  Array.from({ length: count }, (_, i): [number, string] => [i * every, `text ${i}`]);

describe('the verdict while somebody types', () => {
  test.each([450, 500, 700, 1_000, 2_000])(
    'with a key every %i ms for a minute takes a small share of what Slack allows, and ends with the last one',
    async (every) => {
      const { sent } = await typing(steady(every, Math.floor(60_000 / every)));
      expect(sent.length).toBeLessThanOrEqual(16);
      expect(sent.at(-1)?.text).toBe(`text ${Math.floor(60_000 / every) - 1}`);
    },
  );

  test('however the keys come, is drawn at most every four seconds, and always ends with what was typed last', async () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 6_000 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(gaps, async (between) => {
        const at = (i: number) => between.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0);
        const keys = between.map((_, i): [number, string] => [at(i), `text ${i}`]);
        const { sent } = await typing(keys);
        expect(sent.at(-1)?.text).toBe(`text ${keys.length - 1}`);
        const pauses = sent.slice(1).map((one, i) => one.at - (sent[i]?.at ?? 0));
        expect(Math.min(4_000, ...pauses)).toBe(4_000);
      }),
      { numRuns: 60 },
    );
  });

  test('stays quick after a rest', async () => {
    const { sent } = await typing([
      [0, 'one'],
      [10_000, 'two'],
    ]);
    expect(sent.map(({ at }) => at)).toEqual([400, 10_400]);
  });

  test('that Slack has no time for is drawn when it has, unless somebody typed on', async () => {
    const busy: Slack = (time) =>
      time < 3_000 ? { kind: 'busy', againInMs: 3_000 } : { kind: 'drawn', hash: `h${time}` };
    const alone = await typing([[0, 'one']], busy);
    expect(alone.sent).toEqual([{ at: 3_400, text: 'one' }]);
    const typedOn = await typing(
      [
        [0, 'one'],
        [1_000, 'two'],
      ],
      busy,
    );
    expect(typedOn.sent.map(({ text }) => text)).toEqual(['two']);
  });

  test('that cannot be drawn leaves nothing behind', async () => {
    const keys = Array.from({ length: 50 }, (_, i): [number, string] => [
      i * 10,
      i % 2 ? 'broken' : 'broken',
    ]);
    const { live, failures } = await typing(keys);
    expect(failures).toHaveLength(1);
    expect(live.kept()).toBe(0);
  });

  test('of thousands of forms keeps what the newest need', async () => {
    const { live, sent } = await typing(
      Array.from({ length: 1_200 }, (_, i): [number, string] => [i, `other ${i}`]),
    );
    expect(sent).toHaveLength(1_200);
    expect(live.kept()).toBe(500);
  });
});
