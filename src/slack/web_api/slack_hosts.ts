import type { FetchFunction } from '@slack/web-api';

/** Slack's own, and those of GovSlack; each with everything below it. */
const HOSTS = ['slack.com', 'slack-gov.com'];

/**
 * May Greenroom send something there? A `response_url` comes with a payload: a forged one would have our responses sent to
 * another host, or have us call hosts inside our network (SSRF). Slack's addresses are
 * https, on the usual port, without a name or password; `apiUrl` is where Slack is by configuration (a simulator, a proxy).
 */
export function isSlackAddress(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin, hostname, port, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && port === '' && HOSTS.some((host) => isAtOrBelow(hostname, host));
}

function isAtOrBelow(hostname: string, host: string): boolean {
  return hostname === host || hostname.endsWith(`.${host}`);
}

/** Fails as `call` does when a host cannot be reached, and sends nothing. The address is not logged: it allows anyone to post. */
export function onlyToSlack(apiUrl: string, call: FetchFunction): FetchFunction {
  return async (url, init) => {
    if (!isSlackAddress(String(url), apiUrl)) throw new TypeError('fetch failed', { cause: notSlack });
    return call(url, init);
  };
}

const notSlack = new Error('the address of the answer is none of Slack’s');
