import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { submitRequest, TOO_SLOW_MS } from '../../../../src/slack/dispatch/submit_request.ts';
import { createBlockSupport } from '../../../../src/slack/responses/block_support.ts';
import { viewRequests } from '../../../../src/slack/responses/view_requests.ts';
import { quietLog } from '../../../harness/log.ts';
import { until } from '../../../harness/until.ts';

const payload = {
  userId: 'UANA',
  viewId: 'V1',
  callbackId: 'step',
  metadata: '',
  typed: {},
  inputBlocks: ['name'],
};

/** A submitted form that may take `leftMs` more, and the acknowledgements that Slack got. */
function submitted(leftMs: number) {
  const said: unknown[] = [];
  const ack = async (answer?: unknown) => void said.push(answer);
  const person = { workspaceId: 'T1', userId: 'UANA' };
  const support = createBlockSupport(quietLog);
  const views = viewRequests(new WebClient(), support);
  return { said, ...submitRequest(person, payload, { ack, views, support }, TOO_SLOW_MS - leftMs) };
}

describe('a submitted form', () => {
  test('whose answer does not come in time stays open, with a word about it, and is answered once', async () => {
    const { said, request, show } = submitted(10);
    await until(() => said.length > 0);
    await request.answer({ kind: 'close' });
    await show({ text: 'The database does not answer', blocks: [] });
    expect(said).toEqual([
      {
        response_action: 'errors',
        errors: { name: expect.stringMatching(/^Greenroom could not finish in time/) },
      },
    ]);
  });

  test.each([0, -1, -60_000])(
    'whose time is over before its handler begins (%i ms) is answered at once',
    async (leftMs) => {
      const { said } = submitted(leftMs);
      await until(() => said.length > 0);
      expect(said).toEqual([expect.objectContaining({ response_action: 'errors' })]);
    },
  );

  test('that was answered in time is left in peace', async () => {
    const quick = submitted(20);
    await quick.request.answer({ kind: 'close' });
    const slow = submitted(20);
    await until(() => slow.said.length > 0);
    expect(quick.said).toEqual([undefined]);
  });
});
