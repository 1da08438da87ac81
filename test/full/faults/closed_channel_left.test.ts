import { describe, expect, test } from 'vitest';
import { channel, registers, saying } from '../../e2e/acts.ts';
import { transports, useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';

describe.each(transports)('an app whose channel is closed, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');
  const directMessage = (words: RegExp) =>
    until(() => saying(ana(), words, '@bot')[0] ?? null, `a direct message: ${words}`);

  async function edits(change: 'Purpose' | 'Channel', value: string): Promise<void> {
    await ana().types('#general', '/zoom-app edit Nomad');
    const modal = await ana().modal('Edit a Zoom app');
    if (change === 'Channel') await modal.pickChannel(change, value);
    else await modal.fill(change, value);
    await modal.submit();
    await modal.sees('is saved');
    await modal.close();
  }

  test('ends the direct message when an owner picks another channel with Edit', async () => {
    await registers(ana(), { name: 'Nomad', credentials: stage.pair() });
    await ana().sees(channel, /^Nomad[\s\S]*Passed:[^·\n]*credentials/);
    await stage.simulators.slack.archives(channel);
    await edits('Purpose', 'Changed in a closed channel');
    const message = await directMessage(/cannot post about[\s\S]*archived/);
    await edits('Channel', '#platform');
    const ended = await directMessage(/moved .*Nomad.* to #platform/);
    expect(ended.ts).toBe(message.ts);
    expect(ended.text()).not.toMatch(/cannot post/);
  });
});
