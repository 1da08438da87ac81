import { describe, expect, test } from 'vitest';
import { historyScopes, useStage } from './stage.ts';

const channel = '#zoom-integration';
const it = useStage(historyScopes);

describe('a channel that Slack slows down', () => {
  test('waits in its place for a second, and says everything in its order', async () => {
    const { stage } = it;
    const words = [await stage.says('one'), await stage.says('two')];
    stage.slack.faults.rateLimited({ channel, retryAfter: 1, times: 1 });
    await stage.runs();
    expect(await stage.states()).toEqual(['sent', 'sent']);
    const stand = words.map((each) => stage.posted(each));
    expect(stand.map(({ length }) => length)).toEqual([1, 1]);
    expect(Number(stand[0]?.[0]?.ts)).toBeLessThan(Number(stand[1]?.[0]?.ts));
    expect(await stage.dueIn()).toBeNull();
  });

  test('gives its place away for half a minute, and comes again when Slack said', async () => {
    const { stage } = it;
    const words = await stage.says('later');
    stage.slack.faults.rateLimited({ channel, retryAfter: 30, times: 1 });
    await stage.runs();
    expect(await stage.states()).toEqual(['queued']);
    expect(stage.posted(words)).toEqual([]);
    expect(Math.round(((await stage.dueIn()) ?? 0) / 10_000)).toBe(3);
    stage.pass(30_000);
    await stage.runs();
    expect(stage.posted(words)).toHaveLength(1);
  });
});
