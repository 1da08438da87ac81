import type { Config } from '../../config/config.ts';
import type { HttpClient } from '../../http_client/http_client.ts';
import { checkProxy } from '../../http_client/proxy/check_proxy.ts';
import { describeProxy } from '../../http_client/proxy/proxy_settings.ts';
import type { StackOne } from '../../stackone/stackone.ts';
import type { Refused, Unavailable } from '../../stackone/stackone_types.ts';
import { asOk, asProblem, asWarning, type Finding, inParts } from './finding.ts';

const STACKONE = 'StackOne key';
const ZOOM = 'Zoom';
const PROXY = 'proxy';

/** Does the proxy connect to each host that is reached through it? */
export async function proxyFindings({ proxy, slack, zoom, stackone }: Config): Promise<readonly Finding[]> {
  if (proxy === null) return [asOk(PROXY, describeProxy(proxy))];
  const hosts = [slack.apiUrl, zoom.oauthUrl, ...(stackone.apiKey === null ? [] : [stackone.apiUrl])];
  const results = await Promise.all(hosts.map((url) => checkProxy(proxy, url)));
  const problems = new Set(results.flatMap((result) => (result.ok ? [] : [result.error])));
  if (problems.size === 0) return [asOk(PROXY, describeProxy(proxy))];
  return [...problems].map((line) => {
    const { what, fix } = inParts(line, 'correct HTTPS_PROXY or NO_PROXY, or allow this host in the proxy');
    return asProblem(PROXY, what, fix);
  });
}

/** Whether Zoom answers at all: what it answers to a request without credentials does not matter. */
export async function zoomFindings(client: HttpClient, oauthUrl: string): Promise<readonly Finding[]> {
  const outcome = await client.get('/oauth/token');
  if (outcome.kind === 'reply' && outcome.status < 500) return [asOk(ZOOM, `${oauthUrl} answers`)];
  const why = outcome.kind === 'reply' ? String(outcome.status) : outcome.why;
  const fix =
    'check the network from here to Zoom, HTTPS_PROXY, ZOOM_OAUTH_URL and status.zoom.us; credentials stay unchecked until then';
  return [asProblem(ZOOM, `${oauthUrl} does not answer (${why})`, fix)];
}

/**
 * What the key may do, by reading only. Whether it may also write cannot be seen that way, and Greenroom does not need it: the
 * finding says so.
 */
export async function stackOneFindings(stackone: StackOne): Promise<readonly Finding[]> {
  const profiles = await stackone.listZoomProfiles();
  if (profiles.kind !== 'profiles') return [troubleWith(profiles)];
  const count = profiles.profiles.length;
  const read = `reads connector profiles (${count} for Zoom)`;
  const actions = await stackone.listZoomActions();
  if (actions.kind === 'refused') {
    const fix = 'give the key Platform API: Read, or choose scopes by hand instead of by StackOne action';
    return [asWarning(STACKONE, `${read}, but may not read actions (${actions.status})`, fix)];
  }
  return [asOk(STACKONE, `${read}; whether it may write is not seen by reading, and not needed`)];
}

export const stackOneWithoutKey: Finding = asWarning(
  STACKONE,
  'STACKONE_API_KEY is not set, so connector profiles are not seen',
  'make a key with Platform API: Read in StackOne, and set it',
);

function troubleWith(outcome: Refused | Unavailable): Finding {
  if (outcome.kind === 'refused' && outcome.status === 401)
    return asProblem(
      STACKONE,
      'StackOne does not know the key (401)',
      'copy it again, or make a new one with Platform API: Read',
    );
  if (outcome.kind === 'refused') {
    const fix =
      'give it Platform API: Read, and allow the address of this machine if the project has an allow list';
    return asProblem(STACKONE, 'the key may not read connector profiles (403)', fix);
  }
  const fix = 'check the network from here to StackOne, HTTPS_PROXY and STACKONE_API_URL, then try again';
  return asProblem(STACKONE, `StackOne cannot be asked (${outcome.why})`, fix);
}
