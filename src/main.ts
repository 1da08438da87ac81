import { startGreenroom } from './app.ts';
import { parseConfig } from './config/config.ts';
import { newId } from './ids.ts';
import { createLog } from './log.ts';
import { startTracing } from './telemetry/start_telemetry.ts';
import { version } from './version.ts';

const config = parseConfig(process.env);
if (!config.ok) {
  console.error('Greenroom cannot start:');
  for (const { line } of config.error) console.error(`  ${line}`);
  process.exit(1);
}

const tracing = await startTracing({
  endpoint: config.value.tracesEndpoint,
  version,
  instance: newId(),
  onTrouble: (reason) => log.warn({ reason }, 'Traces cannot be sent'),
});
const log = createLog({ level: config.value.logLevel, fields: tracing.fields });
for (const warning of config.value.warnings) log.warn(warning);
// A promise nobody waits for is a fault of ours; the log names it, and the process goes on serving people.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'Unhandled rejection'));

const aborting = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'Stopping');
    aborting.abort();
  });
}

const started = await startGreenroom(config.value, log, aborting.signal, tracing).catch((error: unknown) => {
  if (aborting.signal.aborted) process.exit(0);
  log.fatal({ err: error }, (error instanceof Error && error.message) || 'Greenroom could not start');
  process.exit(1);
});
if (!started.ok) {
  console.error(`Greenroom cannot start:\n  ${started.error}`);
  process.exit(1);
}
const running = started.value;
const stop = () => running.stop().then(() => process.exit(0));
if (aborting.signal.aborted) await stop();
aborting.signal.addEventListener('abort', () => void stop());
log.info({ version, port: running.port, transport: config.value.slack.transport }, 'Greenroom is running');
