import { Err, Ok, type Result } from '../../core/result.ts';
import { Deadline } from '../deadline.ts';
import { ProxyError } from './proxy_error.ts';
import { type ProxySettings, portOf, proxyFor } from './proxy_settings.ts';
import { openTunnel } from './tunnel.ts';

/**
 * Does the proxy connect to the host of this URL? Asks for one connection and closes it; nothing is sent through. The origin of the proxy,
 * null when the host is reached directly, or a sentence that says what is wrong, without user and password.
 */
export async function checkProxy(
  settings: ProxySettings | null,
  url: string,
  timeoutMs = 4_000,
): Promise<Result<string | null, string>> {
  const target = new URL(url);
  const proxy = proxyFor(settings, target);
  if (proxy === null) return Ok(null);
  const deadline = new Deadline(timeoutMs);
  try {
    const socket = await openTunnel(proxy, `${target.hostname}:${portOf(target)}`, deadline);
    socket.destroy();
    return Ok(proxy.origin);
  } catch (error) {
    if (error instanceof ProxyError) return Err(error.message);
    throw error;
  } finally {
    deadline.end();
  }
}
