import { describe, expect, test } from 'vitest';
import { until } from '../harness/until.ts';
import { channel, registers } from './acts.ts';
import { transports, useStage } from './stage.ts';

function linesOf(output: string): Record<string, unknown>[] {
  const lines = output.trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

describe.each(transports)('a healthy start over %s', (transport) => {
  const stage = useStage(transport, { env: { LOG_LEVEL: 'info' } });

  test('prints no warning, neither at once nor while the first app is served by both queues', async () => {
    const ana = stage.person('ana');
    await registers(ana, { name: 'Quiet', credentials: stage.pair() });
    await ana.sees(channel, /^Quiet[\s\S]*Credentials: passed/);
    await stage.bot.stop();
    const lines = linesOf(stage.bot.output());
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    expect(lines.at(-1)).toEqual({ level: 30, time: expect.any(String), signal: 'SIGTERM', msg: 'Stopping' });
  });
});

describe('the lines of the real process', () => {
  const stage = useStage('http');

  test('carry their own fields, and none of the lines before them', async () => {
    await until(() => stage.bot.output().includes('Greenroom is running'));
    await stage.bot.stop();
    const told = linesOf(stage.bot.output());
    const fieldsOf = (msg: string) => told.filter((line) => line.msg === msg).map(Object.keys);
    expect(fieldsOf('Greenroom is running')).toEqual([
      ['level', 'time', 'version', 'port', 'transport', 'msg'],
    ]);
    expect(fieldsOf('Stopping')).toEqual([['level', 'time', 'signal', 'msg']]);
  });
});
