import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../../src/clock.ts';
import type { Delivery } from '../../../../src/core/deliveries/delivery.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { newId } from '../../../../src/ids.ts';
import { createSender } from '../../../../src/slack/sender/create_sender.ts';
import { type Stage, useStage } from '../stage.ts';

const channel = '#zoom-integration';
const digest: Message = {
  ...{ kind: 'digest', since: '2026-03-02T09:00:00Z', moved: [], moreMoved: 0, waiting: [], moreWait: false },
  stages: { testing: 2, live: 5 },
};

/** Sends a digest as deliveries do. */
async function sendDigest(stage: Stage) {
  const sender = createSender({
    client: stage.bolt.deliveryClient,
    clock: systemClock,
    readCardContent: async () => null,
    blockSupport: stage.bolt.blockSupport,
  });
  const now = systemClock.now();
  const delivery: Delivery = {
    ...{ workspaceId: stage.slack.id, channelId: stage.slack.channelId(channel), id: newId(), attempt: 1 },
    ...{ subject: null, subjectId: null, message: digest, cardTs: null, edits: null, channelPaused: false },
    ...{ refusals: 0, queuedAt: now, triedAt: now, unclearSince: null, repeated: false, traceparent: null },
  };
  const drawn = await sender.draw(delivery);
  return drawn?.send({ maybeTwice: false });
}

const typesOf = (blocks: readonly unknown[]) =>
  blocks.flatMap((block) =>
    typeof block === 'object' && block !== null && 'type' in block ? [block.type] : [],
  );

describe('a chart in a message', () => {
  const stage = useStage('socket');

  test("is Slack's own block where Slack takes it", async () => {
    expect(await sendDigest(stage)).toMatchObject({ ok: true });
    const seen = await stage.slack.person('ana').sees(channel, 'Environments by stage');
    expect(typesOf(seen.blocks())).toContain('data_visualization');
  });
});

describe('a chart in a message to an older Slack', () => {
  const stage = useStage('socket', { lacks: ['data_visualization'] });

  test('is text that says the same, posted once, and not tried again', async () => {
    expect(await sendDigest(stage)).toMatchObject({ ok: true });
    expect(await sendDigest(stage)).toMatchObject({ ok: true });
    const seen = await stage.slack.person('ana').sees(channel, 'Testing: 2 · Live: 5');
    expect(stage.slack.person('ana').messages(channel)).toHaveLength(2);
    // The first with a chart, as text, and the second.
    expect(stage.slack.inspector.calls('chat.postMessage')).toHaveLength(3);
    expect(typesOf(seen.blocks())).not.toContain('data_visualization');
  });
});
