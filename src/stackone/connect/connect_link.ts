/** Slack's limit for the URL of a button. */
const LONGEST_LINK = 3_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a person can be sent to this link: https, without a name or password in it. Against a simulator on this
 * machine its link may be http on this machine too.
 */
export function isUsableLink(link: string, apiUrl: string): boolean {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return false;
  const url = new URL(link);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (isLocalHttp(url) && isLocalHttp(new URL(apiUrl)));
}

function isLocalHttp({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && LOOPBACK.has(hostname);
}
