import { describe, expect, test } from 'vitest';
import { until } from '../harness/until.ts';
import { useStage } from './stage.ts';

function linesOf(output: string): Record<string, unknown>[] {
  const lines = output.trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

describe('the lines of the real process', () => {
  const stage = useStage('http');

  test('carry their own fields, and none of the lines before them', async () => {
    await until(() => stage.bot.output().includes('Greenroom is running'));
    await stage.bot.stop();
    const lines = linesOf(stage.bot.output());
    const fieldsOf = (msg: string) => lines.filter((line) => line.msg === msg).map(Object.keys);
    expect(fieldsOf('Greenroom is running')).toEqual([
      ['level', 'time', 'version', 'port', 'transport', 'msg'],
    ]);
    expect(fieldsOf('Stopping')).toEqual([['level', 'time', 'signal', 'msg']]);
  });
});
