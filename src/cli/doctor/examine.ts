import { systemClock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import { type EnvironmentVariables, withFilesRead } from '../../config/parse_variables.ts';
import { createHttpClient, type HttpClient } from '../../http_client/http_client.ts';
import { createOutbound } from '../../http_client/outbound.ts';
import { createStackOne } from '../../stackone/stackone.ts';
import { EmbeddedUnavailable } from '../../store/postgres/embedded/unavailable.ts';
import type { Host } from '../../telemetry/metrics.ts';
import { version } from '../../version.ts';
import {
  type DatabaseAccess,
  findDatabase,
  type StoredSecrets,
  sampleSecrets,
} from './database_connection.ts';
import { databaseFindings } from './database_findings.ts';
import { asOk, asProblem, asWarning, type Finding, inParts } from './finding.ts';
import { hideSecrets } from './hide_secrets.ts';
import { proxyFindings, stackOneFindings, stackOneWithoutKey, zoomFindings } from './host_findings.ts';
import {
  portFindings,
  requestUrlFindings,
  requestUrlUnknown,
  WEBHOOK_CHECK,
  webhookFindings,
} from './incoming_findings.ts';
import { type PartProbe, runProbes } from './run_probes.ts';
import { adminFindings } from './slack/admin_findings.ts';
import { appTokenFindings, botTokenFindings } from './slack/slack_findings.ts';
import { readUsableConfig } from './usable_config.ts';
import { vaultFindings } from './vault_findings.ts';

/** Of one call; a probe makes a few. */
const CALL_TIMEOUT_MS = 8_000;
const PROBE_TIMEOUT_MS = 25_000;

/**
 * Looks at everything that Greenroom needs, side by side, and changes nothing. `endpoint`: where Slack delivers over HTTP, when
 * that shall be asked. The findings hold no secret.
 */
export async function examine(
  environment: EnvironmentVariables,
  endpoint: string | null,
): Promise<readonly Finding[]> {
  const env = withFilesRead(environment);
  const { findings, config, wrong } = readUsableConfig(env);
  const probes =
    config === null ? [] : probesFor(config, endpoint, wrong).map((probe) => unlessWrong(probe, wrong));
  return hideSecrets([...findings, ...(await runProbes(probes, PROBE_TIMEOUT_MS))], env);
}

interface DependentProbe extends PartProbe {
  /** Of the variables that it needs. */
  readonly needs: RegExp;
}

function probesFor(config: Config, endpoint: string | null, wrong: ReadonlySet<string>): DependentProbe[] {
  const { slack, zoom } = config;
  const outbound = createOutbound(config);
  const [network, slackNeeds] = [/_proxy$/i, /^SLACK_|_proxy$/i];
  const probes: DependentProbe[] = [
    { check: 'proxy', needs: network, run: () => proxyFindings(config) },
    { check: 'port', needs: /^(METRICS_)?(PORT|HOST)$/, run: () => portFindings(config) },
    { check: 'database', needs: /^(DATABASE_URL|GREENROOM_DATA_DIR)$/, run: () => databaseProbe(config) },
    {
      check: 'vault key',
      needs: /^(VAULT_KEYS|DATABASE_URL|GREENROOM_DATA_DIR)$/,
      run: async () => vaultFindings(config.vault, await secretsOf(config)),
    },
    { check: 'Slack bot token', needs: slackNeeds, run: () => botTokenFindings(slack, outbound) },
    deliveryProbe(config, endpoint, slackNeeds),
    {
      check: 'admins',
      needs: /^(SLACK_|GREENROOM_ADMINS$)|_proxy$/i,
      run: () => adminFindings(config, outbound),
    },
    { check: 'StackOne key', needs: /^STACKONE_API_|_proxy$/i, run: () => stackOneProbe(config) },
    {
      check: WEBHOOK_CHECK,
      needs: /^STACKONE_WEBHOOK_|_proxy$/i,
      run: () => webhookProbe(config, endpoint),
    },
    {
      check: 'Zoom',
      needs: /^ZOOM_|_proxy$/i,
      run: () => withClient(config, 'zoom', zoom.oauthUrl, (client) => zoomFindings(client, zoom.oauthUrl)),
    },
  ];
  // Which transport it is to be is not known then, nor whom to ask about people.
  const slackIsWrong = [...wrong].some((variable) => variable.startsWith('SLACK_'));
  return slackIsWrong
    ? probes.filter(({ check }) => !/^(Slack (app token|request URL)|admins)$/.test(check))
    : probes;
}

/** How Slack's requests get here: over a socket, or to an address. */
function deliveryProbe(config: Config, endpoint: string | null, needs: RegExp): DependentProbe {
  const { slack, port } = config;
  if (slack.transport === 'socket') {
    const run = () => appTokenFindings(slack.appToken, slack.apiUrl, createOutbound(config));
    return { check: 'Slack app token', needs, run };
  }
  const ask = (url: string) =>
    withClient(config, 'slack', new URL(url).origin, (client) =>
      requestUrlFindings(client, url, slack.signingSecret),
    );
  const run = async () => (endpoint === null ? [requestUrlUnknown(port)] : await ask(endpoint));
  return { check: 'Slack request URL', needs, run };
}

function unlessWrong(probe: DependentProbe, wrong: ReadonlySet<string>): PartProbe {
  const missing = [...wrong].filter((variable) => probe.needs.test(variable));
  if (missing.length === 0) return probe;
  const fix = `mend ${missing.join(' and ')} first`;
  return { check: probe.check, run: async () => [asWarning(probe.check, 'not looked at', fix)] };
}

async function databaseProbe(config: Config): Promise<readonly Finding[]> {
  const access = accessTo(config);
  if (typeof access === 'string') {
    const { what, fix } = inParts(access, 'set DATABASE_URL');
    return [asProblem('database', what, fix)];
  }
  if (access.kind === 'idle')
    return [asOk('database', `embedded Postgres ${access.version}, which runs while Greenroom does`)];
  return await databaseFindings(access.connection);
}

async function secretsOf(config: Config): Promise<StoredSecrets> {
  const access = accessTo(config);
  return typeof access === 'string' ? 'unreadable' : await sampleSecrets(access);
}

/** A text: there is no embedded database here, and what to do. */
function accessTo({ database }: Config): DatabaseAccess | string {
  try {
    return findDatabase(database);
  } catch (error) {
    if (error instanceof EmbeddedUnavailable) return error.message;
    throw error;
  }
}

/** Beside Slack's path, on the same host. */
async function webhookProbe(config: Config, endpoint: string | null): Promise<readonly Finding[]> {
  const secrets = config.stackoneWebhookSecrets;
  if (secrets.length === 0 || endpoint === null) return await webhookFindings(secrets, null);
  const { origin } = new URL(endpoint);
  return await withClient(config, 'stackone', origin, (client) =>
    webhookFindings(secrets, { origin, client }),
  );
}

async function stackOneProbe(config: Config): Promise<readonly Finding[]> {
  const { stackone } = config;
  if (stackone.apiKey === null) return [stackOneWithoutKey];
  const asked = createStackOne({
    ...stackone,
    version,
    clock: systemClock,
    timeoutMs: CALL_TIMEOUT_MS,
    outbound: createOutbound(config),
  });
  try {
    return await stackOneFindings(asked);
  } finally {
    await asked.close();
  }
}

async function withClient<T>(
  config: Config,
  host: Host,
  baseUrl: string,
  work: (client: HttpClient) => Promise<T>,
): Promise<T> {
  const client = createHttpClient({
    host,
    baseUrl,
    userAgent: `Greenroom/${version}`,
    clock: systemClock,
    timeoutMs: CALL_TIMEOUT_MS,
    outbound: createOutbound(config),
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
