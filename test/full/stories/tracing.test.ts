import { describe, expect, test } from 'vitest';
import { freePort } from '../../../sandbox/bot.ts';
import { card, registers } from '../../e2e/play.ts';
import { transports, useStage } from '../../e2e/stage.ts';
import { until } from '../../harness/until.ts';
import { type CollectedSpan, useCollector } from '../../integration/telemetry/collector.ts';

const port = String(await freePort());

describe.each(transports)('a trace over %s', (transport) => {
  const collector = useCollector(port);
  const stage = useStage(transport, { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  const names = (story: readonly CollectedSpan[]) => story.map(({ name }) => name);

  /** The first span of that name that the registration itself caused, with what led to it. */
  const afterRegistration = (name: string) =>
    until(() => {
      const stories = collector.spans.filter((span) => span.name === name).map(collector.story);
      return stories.find((story) => story[2]?.name === 'registerZoomApp');
    }, `${name}, caused by the registration`);

  test('leads from the submitted form to the card in the channel', async () => {
    const ana = stage.person('ana');
    const { pairs } = await registers(stage, ana, { name: 'Traced' });
    await card(ana, 'Traced', /Passed:[^·\n]*credentials/);
    const story = await afterRegistration('slack chat.postMessage');
    expect(names(story)).toEqual([
      'slack chat.postMessage',
      'delivery',
      'registerZoomApp',
      expect.stringMatching(/^submit register/),
    ]);
    const [{ traceId } = { traceId: '' }] = story;
    for (const part of ['job probe_credentials', 'zoom call'])
      await until(
        () => collector.spans.some((span) => span.traceId === traceId && span.name === part),
        `${part} in the same trace`,
      );
    for (const secret of [pairs.Development.clientId, pairs.Development.clientSecret, 'Traced', ana.id])
      expect(collector.received()).not.toContain(secret);
    expect(collector.received()).not.toMatch(/xox[bp]-|xapp-|\/actions\//);
  });

  test('begins with the command itself', async () => {
    const ana = stage.person('ana');
    await ana.types('#zoom-integration', '/zoom-app help');
    const span = await until(() => collector.spans.find(({ name }) => name === 'command /zoom-app'));
    expect(span.parentSpanId ?? '').toBe('');
  });

  test('is named by the log lines of what went wrong in it', async () => {
    stage.simulators.slack.faults.failNext('chat.postMessage', 'msg_too_long');
    await registers(stage, stage.person('ana'), { name: 'Refused' });
    const refused = /"trace_id":"([0-9a-f]{32})".*Slack refuses a message of ours/;
    const [, traceId] = await until(() => refused.exec(stage.bot.output()));
    await until(() => collector.spans.some((one) => one.traceId === traceId && one.name === 'job deliver'));
  });

  test('goes on in the process that takes over', async () => {
    const ana = stage.person('ana');
    const registrations = () => collector.spans.filter(({ name }) => name === 'registerZoomApp');
    const earlier = registrations().map(({ traceId }) => traceId);
    stage.simulators.slack.faults.rateLimited({ retryAfter: 1, method: 'chat.postMessage' });
    await registers(stage, ana, { name: 'Handed over' });
    // A form has several pages: the submission that registers is exported last, and a killed process exports nothing more.
    const traceId = await until(
      () =>
        registrations()
          .filter((one) => !earlier.includes(one.traceId))
          .map(collector.story)
          .find((story) => story.at(-1)?.name.startsWith('submit register'))?.[0]?.traceId,
    );
    await stage.restart('kill');
    stage.simulators.slack.faults.clear();
    await card(ana, 'Handed over');
    const story = await until(() =>
      collector.spans
        .filter((one) => one.traceId === traceId && one.name === 'slack chat.postMessage')
        .map(collector.story)
        .find((one) => one.at(-1)?.name.startsWith('submit') && one[0]?.instance !== one.at(-1)?.instance),
    );
    expect(new Set(story.map((one) => one.traceId))).toEqual(new Set([traceId]));
    expect(names(story)).toEqual(expect.arrayContaining(['delivery', 'registerZoomApp']));
  });
});
