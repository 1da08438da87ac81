import { describe, expect, test } from 'vitest';
import { channel, registers } from '../acts.ts';
import { transports, useStage } from '../stage.ts';

function linesOf(output: string): Record<string, unknown>[] {
  const lines = output.trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

describe.each(transports)('a healthy start over %s', (transport) => {
  const stage = useStage(transport, { env: { LOG_LEVEL: 'info' } });

  test('prints no warning, neither at once nor while the first app is served by both queues', async () => {
    const ana = stage.person('ana');
    await registers(ana, { name: 'Quiet', credentials: stage.pair() });
    await ana.sees(channel, /^Quiet[\s\S]*Passed:[^·\n]*credentials/);
    await stage.bot.stop();
    const lines = linesOf(stage.bot.output());
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    expect(lines.at(-1)).toEqual({ level: 30, time: expect.any(String), signal: 'SIGTERM', msg: 'Stopping' });
  });
});
