import { type WebAPICallResult, WebAPIPlatformError } from '@slack/web-api';
import type { SlackConfig } from '../../../config/config.ts';
import type { Secret } from '../../../core/secrets/secret.ts';
import type { Outbound } from '../../../http_client/outbound.ts';
import { createLog } from '../../../log.ts';
import { compareGranted, missingScopesLine } from '../../../slack/granted_scopes.ts';
import { refusalOf, tokenRefusedText } from '../../../slack/web_api/refused_tokens.ts';
import { grantedScopes } from '../../../slack/web_api/scopes_of_answer.ts';
import { createIdentityClient } from '../../../slack/web_api/web_clients.ts';
import { noTelemetry } from '../../../telemetry/telemetry.ts';
import { asOk, asProblem, asWarning, type Finding, inParts } from '../finding.ts';
import { reasonIn } from '../run_probes.ts';

const BOT = 'Slack bot token';
const SCOPES = 'Slack scopes';
const APP = 'Slack app token';
const ERRORS = 'https://docs.slack.dev/reference/methods';
/** Without these Greenroom is of no use; it works with less than the others. */
const NEEDED = ['commands', 'chat:write'];

/** The bot token, by `auth.test`, and the scopes that its answer names. */
export async function botTokenFindings(
  { botToken, apiUrl }: SlackConfig,
  outbound: Outbound,
): Promise<readonly Finding[]> {
  const client = clientFor(botToken, apiUrl, outbound);
  try {
    const answer = await client.auth.test();
    const where = answer.is_enterprise_install ? 'installed for the organisation' : 'installed in';
    return [asOk(BOT, `${where} ${answer.team ?? answer.team_id ?? ''}`.trim()), scopesFinding(answer)];
  } catch (error) {
    return [troubleWith(BOT, 'SLACK_BOT_TOKEN', error)];
  }
}

function scopesFinding(answer: WebAPICallResult): Finding {
  const granted = grantedScopes(answer);
  if (granted === null)
    return asWarning(SCOPES, 'Slack does not say which are granted', 'compare them with greenroom manifest');
  const difference = compareGranted(granted);
  const line = missingScopesLine(difference);
  if (line !== null) {
    const { what, fix } = inParts(line, '');
    const stops = difference.missing.some((scope) => NEEDED.includes(scope));
    return stops ? asProblem(SCOPES, what, fix) : asWarning(SCOPES, what, fix);
  }
  const optional =
    difference.optional.length === 0 ? 'without the optional ones' : `with ${difference.optional.join(', ')}`;
  // An older manifest asked for them; they do no harm.
  const unused =
    difference.unused.length === 0 ? '' : `; not used: ${difference.unused.slice(0, 10).join(', ')}`;
  return asOk(SCOPES, `all that are needed, ${optional}${unused}`);
}

/** The app-level token, by `apps.connections.open`. The connection itself is not opened: it would get some of the requests. */
export async function appTokenFindings(
  appToken: Secret,
  apiUrl: string,
  outbound: Outbound,
): Promise<readonly Finding[]> {
  try {
    await clientFor(appToken, apiUrl, outbound).apps.connections.open();
    return [asOk(APP, 'Slack lets it open a connection')];
  } catch (error) {
    return [troubleWith(APP, 'SLACK_APP_TOKEN', error)];
  }
}

/** One that asks once. */
export function clientFor(token: Secret, apiUrl: string, outbound: Outbound) {
  return createIdentityClient(token.reveal(), apiUrl, createLog({ level: 'silent' }), noTelemetry, outbound);
}

function troubleWith(
  check: string,
  variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
  error: unknown,
): Finding {
  const slackError = refusalOf(error);
  if (slackError !== null) {
    const [what = '', ...fix] = tokenRefusedText({ variable, slackError }).split('. ');
    return asProblem(check, what, fix.join('. ').replace(/\.$/, ''));
  }
  if (error instanceof WebAPIPlatformError)
    return asProblem(check, `Slack answers ${error.data.error}`, `look it up at ${ERRORS}, then try again`);
  const fix =
    'check the network from here to Slack, HTTPS_PROXY, SLACK_API_URL and status.slack.com, then try again';
  return asProblem(check, `Slack cannot be asked (${reasonIn(error)})`, fix);
}
