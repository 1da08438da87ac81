import { describe, expect, test } from 'vitest';
import { freePort } from '../../sandbox/bot.ts';
import { until } from '../harness/until.ts';
import { type CollectedSpan, useCollector } from '../telemetry/collector.ts';
import { card, registers } from './play.ts';
import { transports, useStage } from './stage.ts';

const port = String(await freePort());

describe.each(transports)('a trace over %s', (transport) => {
  const collector = useCollector(port);
  const stage = useStage(transport, { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  const names = (story: readonly CollectedSpan[]) => story.map(({ name }) => name);

  /** The first span of that name whose story begins with a submitted form. */
  const afterSubmit = (name: string) =>
    until(() => {
      const stories = collector.spans.filter((span) => span.name === name).map(collector.story);
      return stories.find((story) => story.at(-1)?.name.startsWith('submit '));
    }, `${name}, caused by a submitted form`);

  test('leads from the submitted form to the card in the channel', async () => {
    const ana = stage.person('ana');
    const { pairs } = await registers(stage, ana, { name: 'Traced' });
    await card(ana, 'Traced', 'Verified by Zoom');
    const story = await afterSubmit('slack chat.postMessage');
    expect(names(story)).toEqual([
      'slack chat.postMessage',
      'delivery',
      'registerZoomApp',
      expect.stringMatching(/^submit register/),
    ]);
    const [{ traceId } = { traceId: '' }] = story;
    expect(collector.spans.filter((span) => span.traceId === traceId).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['job probe_credentials', 'zoom call']),
    );
    for (const secret of [pairs.Development.clientId, pairs.Development.clientSecret, 'Traced', ana.id])
      expect(collector.received()).not.toContain(secret);
    expect(collector.received()).not.toMatch(/xox[bp]-|xapp-|\/actions\//);
  });

  test('begins with the command itself, and the log names it', async () => {
    const ana = stage.person('ana');
    await ana.types('#zoom-integration', '/zoom-app help');
    const span = await until(() => collector.spans.find(({ name }) => name === 'command /zoom-app'));
    expect(span.parentSpanId).toBeUndefined();
    const traced = stage.bot
      .output()
      .split('\n')
      .filter((line) => line.includes('"trace_id"'));
    expect(traced.length).toBeGreaterThan(0);
    const known = new Set(collector.spans.map(({ traceId }) => traceId));
    expect(known).toContain(/"trace_id":"([0-9a-f]{32})"/.exec(traced[0] ?? '')?.[1]);
  });

  test('goes on in the process that takes over', async () => {
    const [ana, before] = [stage.person('ana'), collector.spans.length];
    stage.worlds.slack.weather.rateLimited({ retryAfter: 1, method: 'chat.postMessage' });
    await registers(stage, ana, { name: 'Handed over' });
    await until(() => collector.spans.slice(before).some(({ name }) => name === 'registerZoomApp'));
    await until(() => collector.spans.slice(before).some(({ name }) => name.startsWith('submit register')));
    await stage.restart('kill');
    stage.worlds.slack.weather.clear();
    await card(ana, 'Handed over');
    const story = await until(() =>
      collector.spans
        .slice(before)
        .filter(({ name }) => name === 'slack chat.postMessage')
        .map(collector.story)
        .find((one) => one.at(-1)?.name.startsWith('submit') && one[0]?.instance !== one.at(-1)?.instance),
    );
    expect(new Set(story.map(({ traceId }) => traceId)).size).toBe(1);
    expect(names(story).slice(0, 3)).toEqual(['slack chat.postMessage', 'delivery', 'registerZoomApp']);
  });
});
