import { startGreenroom } from '../../app.ts';
import { parseConfig } from '../../config/config.ts';
import { createOutbound } from '../../http_client/outbound.ts';
import { describeProxy } from '../../http_client/proxy/proxy_settings.ts';
import { newId } from '../../ids.ts';
import { createLog } from '../../log.ts';
import { startTracing } from '../../telemetry/start_telemetry.ts';
import { version } from '../../version.ts';
import { defineCommand, exitCodes, type Terminal } from '../command.ts';

/** Runs Greenroom until SIGTERM or SIGINT. The exit code is 1 when it cannot start, with a line that says why. */
export const start = defineCommand({
  usage: 'start',
  details: ['Runs until SIGTERM or Ctrl-C. Every setting is an environment variable: docs/configuration.md.'],
  options: {},
  words: { least: 0, most: 0 },
  run: (_typed, terminal) => runUntilStopped(terminal),
});

async function runUntilStopped({ env, err }: Terminal): Promise<number> {
  const config = parseConfig(env);
  if (!config.ok) {
    err(`Greenroom cannot start:\n${config.error.map(({ line }) => `  ${line}\n`).join('')}`);
    return exitCodes.failed;
  }
  const { proxy, tracesEndpoint } = config.value;
  const outbound = createOutbound({
    proxy,
    log: { info: (...line) => log.info(...line), warn: (...line) => log.warn(...line) },
  });
  const tracing = await startTracing({
    endpoint: tracesEndpoint,
    httpAgent: tracesEndpoint === null ? undefined : outbound.createHttpAgent(tracesEndpoint),
    version,
    instance: newId(),
    onTrouble: (reason) => log.warn({ reason }, 'Traces cannot be sent'),
  });
  const log = createLog({ level: config.value.logLevel, fields: tracing.fields });
  for (const warning of config.value.warnings) log.warn(warning);
  if (proxy !== null) log.info({ proxy: describeProxy(proxy) }, 'Hosts outside are reached through a proxy');
  // A promise nobody waits for is a fault of ours; the log names it, and the process goes on serving people.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'Unhandled rejection'));

  const aborting = new AbortController();
  const stopped = new Promise((resolve) => aborting.signal.addEventListener('abort', resolve));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'Stopping');
      aborting.abort();
    });
  }

  try {
    const started = await startGreenroom(config.value, log, aborting.signal, tracing, outbound);
    if (!started.ok) {
      err(`Greenroom cannot start:\n  ${started.error}\n`);
      return exitCodes.failed;
    }
    const { port, stop } = started.value;
    if (!aborting.signal.aborted) {
      log.info({ version, port, transport: config.value.slack.transport }, 'Greenroom is running');
      await stopped;
    }
    await stop();
    return exitCodes.done;
  } catch (error) {
    if (aborting.signal.aborted) return exitCodes.done;
    log.fatal({ err: error }, (error instanceof Error && error.message) || 'Greenroom could not start');
    return exitCodes.failed;
  }
}
