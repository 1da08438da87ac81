import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../sandbox/bot.ts';
import type { Simulators } from '../../sandbox/simulators/start_simulators.ts';
import { asks, channel, registers } from '../e2e/acts.ts';
import { once } from '../e2e/once.ts';
import { transports, useStage } from '../e2e/stage.ts';
import { describeWithCertificates } from '../harness/certificates.ts';
import { type ConnectProxy, startConnectProxy } from '../harness/connect_proxy.ts';
import { startTlsFront, type TlsFront } from '../harness/tls_front.ts';
import { until } from '../harness/until.ts';
import { useCollector } from '../integration/telemetry/collector.ts';

const collectorPort = await freePort();
const slackPorts = { socket: await freePort(), http: await freePort() };
const portOf = (url: string) => Number(new URL(url).port);

/**
 * Slack, Zoom and the collector have names that only the proxy knows, and certificates of a private CA; StackOne is inside. To the bot
 * over HTTP the proxy itself speaks TLS.
 */
describeWithCertificates.each(transports)('a proxy is the only way out, over %s', (transport) => {
  let proxy: ConnectProxy;
  let front: TlsFront;
  /** As the log names it. */
  let origin: string;
  const collector = useCollector(String(collectorPort));

  const env = async ({ zoom, stackone }: Simulators) => {
    const ports = {
      'slack.test': slackPorts[transport],
      'zoom.test': portOf(zoom.url),
      'traces.test': collectorPort,
    };
    const proxyPort = await freePort();
    front = await startTlsFront({ ...ports, localhost: proxyPort });
    const targets = Object.keys(ports).map((name) => [`${name}:443`, front.port] as const);
    proxy = await startConnectProxy({
      hosts: Object.fromEntries(targets),
      credentials: 'corp\\ana:h#sh h#sh',
      port: proxyPort,
    });
    origin = transport === 'http' ? `https://localhost:${front.port}` : proxy.url;
    const url = origin.replace('//', '//corp%5Cana:h%23sh%20h%23sh@');
    return {
      HTTPS_PROXY: url,
      HTTP_PROXY: url,
      NO_PROXY: `localhost,127.0.0.1:${portOf(stackone.url)}`,
      NODE_EXTRA_CA_CERTS: front.caFile,
      ZOOM_OAUTH_URL: 'https://zoom.test',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://traces.test',
    };
  };
  const stage = useStage(transport, {
    env,
    slack: { port: slackPorts[transport], publicUrl: 'https://slack.test/' },
  });
  beforeAll(() => expect(proxy.asked.length).toBeGreaterThan(0));
  beforeEach(async () => {
    proxy.conducts({ kind: 'works' });
    proxy.refuses([]);
    await until(async () => (await fetch(`${stage.bot.url}/readyz`)).ok, 'Greenroom to be ready');
  });
  afterAll(async () => {
    expect(stage.bot.output()).not.toMatch(/h#sh|h%23sh|corp%5Cana/);
    await front.stop();
    await proxy.stop();
  });

  const registered = once(() =>
    registers(stage.person('ana'), { name: 'Tunnelled', credentials: stage.pair() }),
  );

  test('people register an app, and read in the channel what Zoom says', async () => {
    await registered();
    await stage.person('ana').sees(channel, /^Tunnelled[\s\S]*Passed:[^·\n]*credentials/);
    await asks(stage.person('ben'), '/zoom-app list', /Tunnelled/);
    await until(() => collector.spans.some(({ name }) => name === 'slack chat.postMessage'));
  });

  test('every host goes through the proxy, and what is excepted goes past it', async () => {
    await registered();
    await until(() => collector.spans.length > 0);
    await until(() => new Set(proxy.asked).size === 3);
    expect(new Set(proxy.asked)).toEqual(new Set(['slack.test:443', 'zoom.test:443', 'traces.test:443']));
    // StackOne is polled every second, directly.
    await asks(stage.person('ben'), '/zoom-app ping', /StackOne.*answered/);
  });

  test('an outage of the proxy is no failed check, is named in the log, and passes', async () => {
    await registered();
    await stage.person('ana').sees(channel, /^Tunnelled[\s\S]*Passed:[^·\n]*credentials/);
    const recoveries = () => stage.bot.output().split('The proxy connects to this host again').length;
    const before = recoveries();
    proxy.conducts({ kind: 'answers', status: 502 });
    proxy.cut();
    // Over HTTP the command arrives, and its form cannot be opened.
    await stage
      .person('ben')
      .types(channel, '/zoom-app register')
      .catch(() => null);
    await until(() => stage.bot.output().includes(`The proxy ${origin} cannot reach slack.test:443 (502)`));
    if (transport === 'socket')
      await until(async () => (await fetch(`${stage.bot.url}/readyz`)).status === 503);
    proxy.conducts({ kind: 'works' });
    await until(async () => (await fetch(`${stage.bot.url}/readyz`)).ok);
    await asks(stage.person('ben'), '/zoom-app list', /Tunnelled/);
    expect(stage.person('ana').transcript(channel)).not.toMatch(/Credentials: failed/);
    await until(() => recoveries() > before, 'the recovery in the log');
  });

  test('what cannot be asked through the proxy is unknown, not failed, until the proxy is back', async () => {
    const ana = stage.person('ana');
    proxy.refuses(['zoom.test:443']);
    await registers(ana, { name: 'Waiting', credentials: stage.pair() });
    await until(() => /cannot reach zoom\.test:443 \(502\)/.test(stage.bot.output()));
    await ana.sees(channel, /^Waiting[\s\S]*Credentials: could not look[\s\S]*Zoom could not be reached/);
    expect(ana.transcript(channel)).not.toMatch(/Credentials: failed/);
    proxy.refuses([]);
    await registers(ana, { name: 'After', credentials: stage.pair() });
    await ana.sees(channel, /^After[\s\S]*Passed:[^·\n]*credentials/);
  });
});
