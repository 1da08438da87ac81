import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../../src/clock.ts';
import { newId } from '../../../../src/ids.ts';
import { countRepeatedDeliveries } from '../../../../src/store/deliveries/deliveries.ts';
import { pauseWatches } from '../../../../src/usecases/deliveries/closed_channels.ts';
import { cardTs } from '../../../harness/card_ts.ts';
import { historyScopes, useStage } from './stage.ts';

const second = 1_000;

describe('a message that Slack took while its answer was lost', () => {
  const the = useStage(historyScopes);
  const faults = () => the.stage.slack.faults;

  test('is found where it stands, and not sent again', async () => {
    const { stage } = the;
    await stage.says('one');
    await stage.says('two');
    faults().loseReplies('chat.postMessage');
    await stage.runs();
    expect(await stage.states()).toEqual(['sending', 'queued']);
    expect(await stage.dueIn()).toBeGreaterThan(0);
    await stage.runs();
    expect(await stage.states()).toEqual(['sent', 'sent']);
    expect(stage.posted('one')).toHaveLength(1);
    expect(stage.marks()).toHaveLength(2);
    expect(await countRepeatedDeliveries(stage.database.db, 'T1')).toBe(0);
  });

  test('is found in its thread', async () => {
    const { stage } = the;
    const card = await stage.draws();
    await stage.runs();
    await stage.says('in the thread', undefined, card);
    faults().loseReplies('chat.postMessage');
    await stage.runs();
    await stage.runs();
    const [found, ...others] = stage.posted('in the thread');
    expect(others).toEqual([]);
    expect(found?.threadTs).toBe(await sentAt(card.subjectId));
    expect(await stage.states()).toEqual(['sent', 'sent']);
  });

  test('is found when it is a card, which is edited where it stands from then on', async () => {
    const { stage } = the;
    const card = await stage.draws();
    faults().loseReplies('chat.postMessage');
    await stage.runs();
    await stage.runs();
    const ts = await sentAt(card.subjectId);
    expect(stage.ana.messages('#zoom-integration').map((message) => message.ts)).toEqual([ts]);
    await stage.redraws(card);
    await stage.runs();
    expect(stage.ana.messages('#zoom-integration').map((message) => message.edits())).toEqual([1]);
  });

  test('is found in the direct messages of a person', async () => {
    const { stage } = the;
    await stage.says('privately', stage.ana.id);
    faults().loseReplies('chat.postMessage');
    await stage.runs(stage.ana.id);
    await stage.runs(stage.ana.id);
    expect(stage.posted('privately', '@bot')).toHaveLength(1);
    expect(await stage.states()).toEqual(['sent']);
  });

  test('is found below everything that was said since', async () => {
    const { stage } = the;
    await stage.says('long ago');
    faults().loseReplies('chat.postMessage');
    await stage.runs();
    for (let i = 0; i < 40; i += 1) await stage.ana.types('#zoom-integration', `chatter ${i}`);
    await stage.runs();
    expect(stage.posted('long ago')).toHaveLength(1);
    expect(await stage.states()).toEqual(['sent']);
  });

  test('before its channel was closed leaves the channel paused, and one that it takes later opens it', async () => {
    const { stage } = the;
    const channelId = stage.slack.channelId('#zoom-integration');
    await stage.watches();
    await stage.says('before');
    faults().loseReplies('chat.postMessage');
    await stage.runs();
    const ctx = { db: stage.database.db, clock: systemClock, newId };
    await pauseWatches(ctx, { workspaceId: 'T1', channelId, why: 'is_archived' });
    await stage.runs();
    expect(await stage.paused()).toEqual(['is_archived']);
    await stage.says('after');
    await stage.runs();
    expect(await stage.paused()).toEqual([]);
    expect(stage.posted('before')).toHaveLength(1);
  });

  test('and that Slack shows only after we looked is found by the second look', async () => {
    const { stage } = the;
    await stage.says('late');
    faults().failNext('chat.postMessage', 'internal_error');
    await stage.runs();
    await stage.runs();
    expect(await stage.states()).toEqual(['sending']);
    expect(await stage.dueIn()).toBeGreaterThan(second);
    await carriesOutLate();
    stage.pass(5 * second);
    await stage.runs();
    expect(await stage.states()).toEqual(['sent']);
    expect(stage.posted('late')).toHaveLength(1);

    /** Slack does at last what it was asked to by the first try. */
    async function carriesOutLate() {
      const [first] = stage.slack.inspector.calls('chat.postMessage');
      await fetch(`${stage.slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${stage.slack.botToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(first?.request),
      });
    }
  });

  test('waits while Slack is out of reach, and for a look that may be had once a minute', async () => {
    const { stage } = the;
    await stage.says('patience');
    faults().loseReplies('chat.postMessage');
    await stage.runs();
    faults().down();
    await stage.runs();
    expect(await stage.states()).toEqual(['sending']);
    faults().clear();
    faults().historyLimited(true);
    const { channel, oldest } = { channel: stage.slack.channelId('#zoom-integration'), oldest: '0' };
    await looks({ channel, oldest });
    await stage.runs();
    expect(await stage.dueIn()).toBeGreaterThan(50 * second);
    stage.pass(60 * second);
    await stage.runs();
    expect(await stage.states()).toEqual(['sent']);
    expect(stage.posted('patience')).toHaveLength(1);
  });

  const looks = (args: Record<string, string>) =>
    fetch(`${the.stage.slack.apiUrl}conversations.history`, {
      method: 'POST',
      headers: { authorization: `Bearer ${the.stage.slack.botToken}` },
      body: new URLSearchParams(args),
    });
  const sentAt = (id: string) =>
    cardTs(
      the.stage.database.db,
      { workspaceId: 'T1', channelId: the.stage.slack.channelId('#zoom-integration') },
      'profile_question',
      id,
    );
});

describe('a message that never arrived', () => {
  const the = useStage(historyScopes);

  test('is sent once more, after a second look, and nothing is said of it', async () => {
    const { stage } = the;
    await stage.says('lost');
    stage.slack.faults.failNext('chat.postMessage', 'internal_error');
    await stage.runs();
    await stage.runs();
    expect(stage.posted('lost')).toEqual([]);
    stage.pass(5 * second);
    await stage.runs();
    expect(stage.posted('lost').map((message) => message.text())).toEqual([
      expect.not.stringContaining('twice'),
    ]);
    expect(stage.marks().map((mark) => mark.repeat)).toEqual([undefined, undefined]);
    expect(await countRepeatedDeliveries(stage.database.db, 'T1')).toBe(0);
  });

  test('because nobody answered at that address is simply sent later', async () => {
    const { stage } = the;
    await stage.says('later');
    await stage.slack.stop();
    await stage.runs();
    expect(await stage.states()).toEqual(['queued']);
  });
});

describe('without a right to look', () => {
  const the = useStage([]);

  test('the second try says that it may be one, to people and to machines, and is counted', async () => {
    const { stage } = the;
    await stage.says('twice');
    await stage.says('once');
    stage.slack.faults.loseReplies('chat.postMessage');
    await stage.runs();
    await stage.runs();
    const [first, second] = stage.posted('*twice*').map((message) => message.text());
    expect(first).not.toMatch(/see this twice/);
    expect(second).toMatch(/see this twice/);
    expect(stage.posted('*once*').map((message) => message.text())).toEqual([
      expect.not.stringContaining('see this twice'),
    ]);
    const [original, repeat, other] = stage.marks();
    expect(repeat).toEqual({ ...original, repeat: true });
    expect(other).not.toHaveProperty('repeat');
    expect(await countRepeatedDeliveries(stage.database.db, 'T1')).toBe(1);
    expect(stage.slack.inspector.calls('conversations.history')).toEqual([]);
  });

  test('a second try still says so once it is edited: the first one stands beside it as it was', async () => {
    const { stage } = the;
    await stage.says('before');
    stage.slack.faults.loseReplies('chat.postMessage');
    await stage.runs();
    await stage.runs();
    await stage.database.db.query(
      `insert into delivery (workspace_id, id, channel_id, kind, message, edits, created_at)
       select workspace_id, gen_random_uuid(), channel_id, kind, jsonb_set(message, '{appName}', '"after"'), id, created_at
       from delivery`,
    );
    await stage.runs();
    expect(stage.posted('*before*').map((message) => message.text())).toEqual([
      expect.not.stringContaining('see this twice'),
    ]);
    expect(stage.posted('*after*').map((message) => message.text())).toEqual([
      expect.stringContaining('see this twice'),
    ]);
  });

  test('a card that stands is edited again without a word: that changes nothing', async () => {
    const { stage } = the;
    const card = await stage.draws();
    await stage.runs();
    await stage.redraws(card);
    stage.slack.faults.loseReplies('chat.update');
    await stage.runs();
    await stage.runs();
    expect(stage.ana.messages('#zoom-integration').map((message) => message.edits())).toEqual([2]);
    expect(await stage.states()).toEqual(['sent', 'sent']);
    expect(await countRepeatedDeliveries(stage.database.db, 'T1')).toBe(0);
  });

  test('a card that could not be drawn has not left, and is not said to be a second one', async () => {
    const { stage } = the;
    const { db } = stage.database;
    await stage.draws();
    await db.query('alter table profile_question rename to profile_question_away');
    await expect(stage.runs()).rejects.toThrow('profile_question');
    expect(await stage.states()).toEqual(['queued']);
    await db.query('alter table profile_question_away rename to profile_question');
    await stage.runs();
    expect(await stage.states()).toEqual(['sent']);
    expect(stage.marks()).toHaveLength(1);
    expect(stage.marks()).not.toContainEqual(expect.objectContaining({ repeat: true }));
  });

  test('of a card the second copy is the one that is edited from then on', async () => {
    const { stage } = the;
    const card = await stage.draws();
    stage.slack.faults.loseReplies('chat.postMessage');
    await stage.runs();
    await stage.runs();
    await stage.redraws(card);
    await stage.runs();
    expect(stage.ana.messages('#zoom-integration').map((message) => message.edits())).toEqual([0, 1]);
  });

  test('a channel that Greenroom was removed from meanwhile is paused, and keeps its message', async () => {
    const { stage } = the;
    await stage.watches();
    await stage.says('kept');
    stage.slack.faults.loseReplies('chat.postMessage');
    await stage.runs();
    await stage.slack.removesBot('#zoom-integration');
    await stage.runs();
    expect(await stage.paused()).toEqual(['not_in_channel']);
    expect(await stage.states()).toEqual(['queued']);
  });
});
