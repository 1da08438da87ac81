import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../../sandbox/bot.ts';
import { createOpenTelemetry } from '../../../src/telemetry/opentelemetry/opentelemetry.ts';
import { noTracing } from '../../../src/telemetry/tracing.ts';
import { until } from '../../harness/until.ts';
import { useCollector } from './collector.ts';

const collector = useCollector(String(await freePort()));

function tracing(endpoint = collector.url) {
  const troubles: string[] = [];
  const made = createOpenTelemetry({
    endpoint,
    version: '1.2.3',
    instance: 'one',
    onTrouble: (reason) => troubles.push(reason),
  });
  onTestFinished(() => made.stop());
  return { ...made, troubles };
}

const collected = (name: string) => until(() => collector.spans.find((span) => span.name === name), name);
const work = async () => {};

test('what runs inside belongs to it, side by side too, and what runs outside does not', async () => {
  const { span, traceparent, stop } = tracing();
  expect(traceparent()).toBeNull();
  await Promise.all([
    span({ name: 'first' }, () => span({ name: 'in first' }, work)),
    span({ name: 'second' }, () => span({ name: 'in second' }, work)),
  ]);
  await stop();
  for (const name of ['first', 'second']) {
    const story = collector.story(await collected(`in ${name}`));
    expect(story.map((one) => one.name)).toEqual([`in ${name}`, name]);
  }
});

test('what is caused later continues the trace, and is linked to the work that carries it out', async () => {
  const { span, traceparent, stop } = tracing();
  const cause = await span({ name: 'click' }, async () => traceparent());
  expect(cause).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  await span({ name: 'job' }, () => span({ name: 'message', cause }, work));
  await stop();
  const message = await collected('message');
  expect(collector.story(message).map(({ name }) => name)).toEqual(['message', 'click']);
  expect(message.links).toMatchObject([{ spanId: (await collected('job')).spanId }]);
});

test('a cause that is none begins a trace of its own', async () => {
  const { span, stop } = tracing();
  await span({ name: 'orphan', cause: '00-nonsense' }, work);
  await stop();
  expect((await collected('orphan')).parentSpanId ?? '').toBe('');
});

test('what throws is marked as failed by the name of its error; its message may hold a secret', async () => {
  const { span, stop } = tracing();
  const failing = span({ name: 'failing' }, async () => {
    throw new TypeError('the password is open sesame');
  });
  await expect(failing).rejects.toThrow('open sesame');
  await stop();
  expect((await collected('failing')).status).toEqual({ code: 2, message: 'TypeError' });
  expect(collector.received()).not.toContain('sesame');
});

test('an unreachable collector is logged once, and delays nothing', async () => {
  const { span, stop, troubles } = tracing(`http://127.0.0.1:${await freePort()}`);
  expect(await span({ name: 'unheard' }, async () => 'done')).toBe('done');
  await stop();
  expect(troubles).toHaveLength(1);
});

test('without a collector the work is done, and there is nothing to store or to log', async () => {
  const { span, traceparent, fields } = noTracing;
  expect(await span({ name: 'x' }, async () => [traceparent(), fields()])).toEqual([null, {}]);
});
