import { RespondError } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { ModalView } from '../../../../src/slack/blocks/block_types.ts';
import { createBlockSupport } from '../../../../src/slack/responses/block_support.ts';
import { type ReplyMessage, replyBy } from '../../../../src/slack/responses/reply.ts';
import { viewRequests } from '../../../../src/slack/responses/view_requests.ts';
import { quietLog } from '../../../harness/log.ts';

/** A Slack whose Web API answers with `answer`, and what it was asked. */
function webApi(answer: (method: string, body: string) => unknown = () => ({ ok: true })) {
  const calls: { method: string; body: string }[] = [];
  const client = new WebClient('xoxb-test', {
    retryConfig: { retries: 0 },
    fetch: async (url, init) => {
      const call = { method: String(url).split('/').at(-1) ?? '', body: String(init?.body) };
      calls.push(call);
      return Response.json(answer(call.method, decodeURIComponent(call.body.replaceAll('+', ' '))));
    },
  });
  return { client, calls };
}

const message: ReplyMessage = {
  text: 'All of it in words',
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'shown' } }],
};

describe('a reply to a person', () => {
  /** What reaches the response address when it answers so, one after the other, and the direct messages. */
  async function replied(...answers: (() => Response | Error)[]) {
    const sent: string[] = [];
    const { client, calls } = webApi();
    const reply = replyBy({
      client,
      userId: 'UANA',
      support: createBlockSupport(quietLog),
      supportContact: null,
      respond: async (given) => {
        sent.push(typeof given === 'object' && 'blocks' in given ? 'blocks' : 'words');
        const answer = answers[sent.length - 1]?.() ?? new Response('ok');
        if (answer instanceof Error) throw answer;
        return answer;
      },
    });
    const failed = await reply(message).then(
      () => null,
      (error: unknown) => error,
    );
    return { sent, failed, written: calls.map(({ method, body }) => `${method} ${body}`) };
  }
  const status = (code: number) => () => new RespondError(`${code}`, code);

  test('is sent once when Slack takes it', async () => {
    expect(await replied()).toEqual({ sent: ['blocks'], failed: null, written: [] });
  });

  test.each([
    ['status 400', status(400)],
    ['status 422', status(422)],
    ['a refusal with status 200', () => Response.json({ ok: false, error: 'a_code_of_next_year' })],
  ])('is sent in words alone after %s', async (_what, refusal) => {
    expect(await replied(refusal)).toEqual({ sent: ['blocks', 'words'], failed: null, written: [] });
  });

  test.each([404, 410, 403])('is a direct message when the address answers nothing but %i', async (code) => {
    const { sent, failed, written } = await replied(status(code), status(code));
    expect([sent, failed]).toEqual([['blocks', 'words'], null]);
    expect(written).toEqual([
      expect.stringMatching(/^chat.postMessage .*All\+of\+it\+in\+words.*channel=UANA|channel=UANA.*/),
    ]);
  });

  test.each([429, 500, 503])('fails with status %i, which has nothing to do with it', async (code) => {
    const { sent, failed, written } = await replied(status(code));
    expect([sent, written]).toEqual([['blocks'], []]);
    expect(failed).toBeInstanceOf(RespondError);
  });
});

describe('a view that Slack refuses to draw', () => {
  const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'It is registered' } };
  const view = (blocks: ModalView['blocks']): ModalView => ({
    type: 'modal',
    title: { type: 'plain_text', text: 'Done' },
    blocks,
  });
  const refusesButtons = (_method: string, body: string) =>
    body.includes('"button"')
      ? { ok: false, error: 'a_code_of_next_year' }
      : { ok: true, view: { id: 'V1' } };

  test('is replaced by its text when it has no fields', async () => {
    const { client, calls } = webApi(refusesButtons);
    const button = {
      type: 'button' as const,
      action_id: 'a',
      text: { type: 'plain_text' as const, text: 'Go' },
    };
    await viewRequests(client, createBlockSupport(quietLog)).update(
      'V1',
      view([section, { type: 'actions', elements: [button] }]),
    );
    expect(calls).toHaveLength(2);
    expect(decodeURIComponent(calls[1]?.body ?? '')).toContain('registered');
  });

  test('keeps its fields, and what was typed in them: the error text is sent in another way', async () => {
    const { client, calls } = webApi(() => ({ ok: false, error: 'a_code_of_next_year' }));
    const input = {
      type: 'input' as const,
      label: { type: 'plain_text' as const, text: 'Name' },
      element: { type: 'plain_text_input' as const, action_id: 'n' },
    };
    const update = viewRequests(client, createBlockSupport(quietLog)).update('V1', view([section, input]));
    await expect(update).rejects.toThrow('a_code_of_next_year');
    expect(calls).toHaveLength(1);
  });
});
