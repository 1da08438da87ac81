import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classOfRefusal, refusalsByCode } from '../../../../src/core/deliveries/slack_error_codes.ts';
import { countRefusedDeliveries } from '../../../../src/store/deliveries/deliveries.ts';
import { historyScopes, type Stage, useStage } from './stage.ts';

const channel = '#zoom-integration';
const the = useStage(historyScopes);
const minute = 60_000;

/** Time goes by and the job of the channel runs, until nothing waits; the number of runs that took. */
async function runsUntilDone(stage: Stage, most = 12): Promise<void> {
  for (let runs = 0; runs < most; runs += 1) {
    stage.pass(Math.max(0, (await stage.dueIn()) ?? 0));
    await stage.runs();
    const states = await stage.states();
    if (states.every((state) => state === 'sent' || state === 'dropped')) return;
  }
  throw new Error(`still waiting: ${await stage.states()}`);
}

/** Says something while Slack refuses three times with this code, and again when it does not. */
async function isRefused(stage: Stage, error: string): Promise<void> {
  // Slack's wish for fewer messages is over.
  stage.pass(2 * minute);
  // A code may hold what is escaped in a text.
  const words = await stage.says(`said ${(await stage.states()).length} times`);
  stage.slack.faults.refuse({ channel, error, times: 3 });
  await stage.runs();
  const drops = classOfRefusal(error).kind === 'message';
  expect(stage.posted(words), error).toEqual([]);
  if (!drops) await runsUntilDone(stage);
  stage.slack.faults.clear();
  expect(stage.posted(words), error).toHaveLength(drops ? 0 : 1);
  expect((await stage.states()).at(-1), error).toBe(drops ? 'dropped' : 'sent');
}

const inTens = (codes: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(codes.length / 10) }, (_, i) => codes.slice(i * 10, i * 10 + 10));

describe('a message that Slack refuses', () => {
  test.each(inTens([...refusalsByCode.keys()]))(
    'is still there and stands once when that is over, or is dropped for what it is: from %s on',
    async (...codes) => {
      const { stage } = the;
      for (const code of codes) await isRefused(stage, code);
      const dropped = codes.filter((code) => classOfRefusal(code).kind === 'message');
      expect(await countRefusedDeliveries(stage.database.db, 'T1')).toBe(dropped.length);
    },
  );

  test('with a code that nobody has listed is kept', async () => {
    const { stage } = the;
    const code = fc.stringMatching(/^[a-z][a-z0-9_]{2,40}$/).filter((one) => !refusalsByCode.has(one));
    for (const one of fc.sample(code, 10)) await isRefused(stage, one);
    expect(await countRefusedDeliveries(stage.database.db, 'T1')).toBe(0);
  });

  test('keeps its place before what was said later, however long that lasts', async () => {
    const { stage } = the;
    const words = [await stage.says('one'), await stage.says('two')];
    stage.slack.faults.refuse({ channel, error: 'a_code_of_next_year' });
    for (let runs = 0; runs < 40; runs += 1) {
      stage.pass(Math.max(0, (await stage.dueIn()) ?? 0));
      await stage.runs();
      expect(await stage.dueIn()).toBeLessThanOrEqual(5 * minute);
    }
    expect(await stage.states()).toEqual(['queued', 'queued']);
    stage.slack.faults.clear();
    await runsUntilDone(stage);
    const stand = words.map((one) => stage.posted(one));
    expect(stand.map(({ length }) => length)).toEqual([1, 1]);
    expect(Number(stand[0]?.[0]?.ts)).toBeLessThan(Number(stand[1]?.[0]?.ts));
  });

  test.each([
    ['a_code_of_next_year', 4],
    ['message_limit_exceeded', 4],
    ['team_access_not_granted', 4],
    ['is_archived', 1],
    ['restricted_action', 1],
  ])('with %s is told after %i refusals, not for a mishap', async (error, pausedAt) => {
    const { stage } = the;
    await stage.watches();
    await stage.says('something');
    stage.slack.faults.refuse({ channel, error });
    for (let runs = 1; runs <= pausedAt; runs += 1) {
      expect(await stage.paused()).toEqual([]);
      await stage.runs();
    }
    expect(await stage.paused()).toEqual([error]);
  });

  test.each(['messages_tab_disabled', 'user_disabled', 'cannot_dm_bot', 'user_not_found', 'next_year'])(
    'in the direct messages of a person, with %s, waits like any other, and nobody else is told',
    async (error) => {
      const { stage } = the;
      await stage.watches(stage.ana.id);
      const words = await stage.says('privately', stage.ana.id);
      stage.slack.faults.refuse({ channel: stage.ana.id, error, times: 2 });
      await stage.runs(stage.ana.id);
      expect(await stage.states()).toEqual(['queued']);
      expect(await stage.dueIn(stage.ana.id)).toBeGreaterThan(0);
      await stage.runs(stage.ana.id);
      await stage.runs(stage.ana.id);
      expect(stage.posted(words, '@bot')).toHaveLength(1);
      expect(await stage.paused()).toEqual([]);
    },
  );

  test.each([
    ['user_disabled', true],
    ['cannot_dm_bot', true],
    ['channel_not_found', true],
    ['messages_tab_disabled', false],
    ['next_year', false],
  ])('in the direct messages of an owner, with %s, is noted of the person: %s', async (error, isNoted) => {
    const { stage } = the;
    const { db } = stage.database;
    await db.query('insert into owner_contact (workspace_id, user_id) select id, $1 from workspace', [
      stage.ana.id,
    ]);
    await stage.says('privately', stage.ana.id);
    stage.slack.faults.refuse({ channel: stage.ana.id, error, times: 1 });
    await stage.runs(stage.ana.id);
    const [row] = await db.query('select refused_at is not null as noted from owner_contact');
    expect(row).toEqual({ noted: isNoted });
  });

  test('with an unlisted code while Slack takes the others holds nothing up, and is not lost', async () => {
    const { stage } = the;
    const odd = await stage.says('the odd one');
    stage.slack.faults.refuse({ channel, error: 'a_code_of_next_year', times: 6 });
    for (let runs = 0; runs < 5; runs += 1) {
      await stage.runs();
      stage.pass(5 * minute);
    }
    const others = [await stage.says('another'), await stage.says('one more')];
    await stage.runs();
    expect(others.map((words) => stage.posted(words).length)).toEqual([1, 1]);
    await runsUntilDone(stage);
    expect(stage.posted(odd)).toHaveLength(1);
    expect(await stage.states()).toEqual(['sent', 'sent', 'sent']);
  });

  test('and of which nothing is left to say leaves its channel paused: Slack has taken nothing', async () => {
    const { stage } = the;
    await stage.watches();
    await stage.draws();
    await stage.slack.removesBot(channel);
    await stage.runs();
    expect(await stage.paused()).toEqual(['not_in_channel']);
    await stage.database.db.query('delete from profile_question');
    await stage.runs();
    expect(await stage.states()).toEqual(['dropped']);
    expect(await stage.paused()).toEqual(['not_in_channel']);
  });

  test('as one about something gone, where nothing was to be edited, does not spin', async () => {
    const { stage } = the;
    await stage.says('something');
    stage.slack.faults.refuse({ channel, error: 'cant_update_message' });
    await stage.runs();
    expect(stage.slack.inspector.calls('chat.postMessage')).toHaveLength(1);
    expect(await stage.dueIn()).toBeGreaterThan(0);
  });
});
