import { RespondError } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { AnyBlock } from '../../../../src/slack/blocks/block_types.ts';
import { createBlockSupport, type StoredSupport } from '../../../../src/slack/responses/block_support.ts';
import { quietLog } from '../../../harness/log.ts';

const alert: AnyBlock = {
  type: 'alert',
  level: 'error',
  text: { type: 'plain_text', text: 'a < b' },
} as AnyBlock;
const table: AnyBlock = {
  type: 'table',
  rows: [
    [{ type: 'raw_text', text: 'Scope' }],
    [{ type: 'raw_text', text: 'user:read:user' }],
    [{ type: 'raw_text', text: '*bold*' }],
  ],
} as AnyBlock;
const section: AnyBlock = { type: 'section', text: { type: 'mrkdwn', text: 'words' } } as AnyBlock;

const types = ({ blocks = [] }: { blocks?: readonly AnyBlock[] }) => blocks.map(({ type }) => type);
const refusedWith = (error: string) => new WebAPIPlatformError({ ok: false, error });

/** A Slack that refuses what holds one of these types. */
function slack(lacks: readonly string[], refusal: () => Error = () => refusedWith('invalid_blocks')) {
  const calls: string[][] = [];
  return {
    calls,
    call: async (shown: { blocks?: readonly AnyBlock[] }) => {
      calls.push(types(shown));
      if (types(shown).some((type) => lacks.includes(type))) throw refusal();
      return 'shown';
    },
  };
}

describe('young blocks', () => {
  test('are plain in an acknowledgement until a call has shown that they are taken', async () => {
    const support = createBlockSupport(quietLog);
    const view = { blocks: [section, alert] };
    expect(support.settled(view)).toBeNull();
    expect(types(support.certain(view))).toEqual(['section', 'section']);
    const { call } = slack([]);
    expect(await support.send(view, call)).toBe('shown');
    expect(support.certain(view)).toBe(view);
    expect(types(support.certain({ blocks: [alert, table] }))).toEqual(['alert', 'section']);
  });

  test('that are refused are sent again in plain form, and plain from then on', async () => {
    const support = createBlockSupport(quietLog);
    const { call, calls } = slack(['alert']);
    const view = { blocks: [alert] };
    await support.send(view, call);
    await support.send(view, call);
    expect(calls).toEqual([['alert'], ['section'], ['section']]);
    expect(types(support.settled(view) ?? {})).toEqual(['section']);
  });

  test.each(['invalid_blocks', 'invalid_arguments', 'unsupported_block', 'a_code_of_next_year'])(
    'that are refused with %s are understood',
    async (code) => {
      const { call, calls } = slack(['alert'], () => refusedWith(code));
      await createBlockSupport(quietLog).send({ blocks: [alert] }, call);
      expect(calls).toEqual([['alert'], ['section']]);
    },
  );

  test.each<[string, Error]>([
    ['a trigger that is gone', refusedWith('expired_trigger_id')],
    ['a view that changed', refusedWith('hash_conflict')],
    ['a dead token', refusedWith('token_revoked')],
    ['a response address that is used up', new RespondError('404', 404)],
    ['an outage', new RespondError('503', 503)],
    ['a lost connection', new TypeError('fetch failed')],
  ])('are not blamed for %s', async (_what, error) => {
    const support = createBlockSupport(quietLog);
    const { call, calls } = slack(['alert'], () => error);
    await expect(support.send({ blocks: [alert] }, call)).rejects.toBe(error);
    expect(calls).toEqual([['alert']]);
    expect(support.settled({ blocks: [alert] })).toBeNull();
  });

  test('are not the cause when the fallback blocks are refused as well: the first refusal is reported', async () => {
    const support = createBlockSupport(quietLog);
    const error = refusedWith('internal_error');
    const calls: string[][] = [];
    const sent = support.send({ blocks: [alert] }, async (shown) => {
      calls.push(types(shown));
      throw error;
    });
    await expect(sent).rejects.toBe(error);
    expect(calls).toEqual([['alert'], ['section']]);
    expect(support.settled({ blocks: [alert] })).toBeNull();
  });

  test.each([
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'team_added_to_org',
    'accesslimited',
    'ekm_access_denied',
  ])('are not blamed for a mishap that has passed before the plain form arrives: %s', async (code) => {
    const kept: string[] = [];
    const support = createBlockSupport(quietLog);
    await support.share({ load: async () => [], save: async ({ block }) => void kept.push(block) });
    let calls = 0;
    const sent = await support.send({ blocks: [alert] }, async () => {
      calls += 1;
      if (calls === 1) throw refusedWith(code);
      return 'shown';
    });
    expect([sent, calls, kept]).toEqual(['shown', 2, []]);
    expect(support.settled({ blocks: [alert] })).toBeNull();
  });

  test('are tried again a week after they were refused', async () => {
    let now = 0;
    const support = createBlockSupport(quietLog, () => now);
    const old = slack(['table']);
    await support.send({ blocks: [table] }, old.call);
    now = 7 * 86_400_000;
    const today = slack([]);
    await support.send({ blocks: [table] }, today.call);
    expect(today.calls).toEqual([['table']]);
    expect(types(support.certain({ blocks: [table] }))).toEqual(['table']);
  });

  test('that were taken count for an hour: Slack may roll a block back', async () => {
    let now = 0;
    const support = createBlockSupport(quietLog, () => now);
    const view = { blocks: [alert] };
    await support.send(view, slack([]).call);
    now = 3_000_000;
    await support.send(view, slack([]).call);
    now = 6_000_000;
    expect(types(support.certain(view))).toEqual(['alert']);
    now = 6_600_000;
    expect(types(support.certain(view))).toEqual(['section']);
    await support.send(view, slack(['alert']).call);
    now = 6_600_001;
    expect(types(support.settled(view) ?? {})).toEqual(['section']);
  });

  test('never stand in the acknowledgement of a command, which can be sent another way', async () => {
    const support = createBlockSupport(quietLog);
    await support.send({ blocks: [table] }, slack([]).call);
    expect(support.settled({ blocks: [table] })).toBeNull();
  });

  test('found out by one process are known to the next', async () => {
    const kept = new Map<string, boolean>();
    const stored: StoredSupport = {
      load: async () => [...kept].map(([block, taken]) => ({ block, taken, ageMs: 1_000 })),
      save: async ({ block, taken }) => void kept.set(block, taken),
    };
    const first = createBlockSupport(quietLog);
    await first.share(stored);
    await first.send({ blocks: [alert] }, slack(['alert']).call);
    await first.send({ blocks: [table] }, slack([]).call);
    const next = createBlockSupport(quietLog);
    await next.share(stored);
    expect(types(next.certain({ blocks: [alert, table, section] }))).toEqual(['section', 'table', 'section']);
    expect(types(next.settled({ blocks: [alert] }) ?? {})).toEqual(['section']);
  });

  test('say the same in their plain form', () => {
    const support = createBlockSupport(quietLog);
    const { blocks } = support.certain({ blocks: [alert, table] });
    expect(blocks).toMatchObject([
      { text: { text: ':x: *Error:* a &lt; b' } },
      { text: { text: '*Scope*\n• user:read:user\n• *bold*' } },
    ]);
  });

  test('cost other blocks nothing', async () => {
    const support = createBlockSupport(quietLog);
    const view = { blocks: [section] };
    expect(support.settled(view)).toBe(view);
    const error = refusedWith('invalid_blocks');
    const calls: unknown[] = [];
    await expect(
      support.send(view, async (shown) => {
        calls.push(shown);
        throw error;
      }),
    ).rejects.toBe(error);
    expect(calls).toEqual([view]);
  });
});
