import { isIP, type Socket } from 'node:net';
import { buildConnector } from 'undici';
import { cutWhole } from '../../core/text/cut.ts';
import { Deadline } from '../deadline.ts';
import { isUntrusted, ProxyError } from './proxy_error.ts';
import { type HttpProxy, type ProxySettings, portOf, proxyFor } from './proxy_settings.ts';
import type { ProxyWatch } from './proxy_watch.ts';
import { openTunnel } from './tunnel.ts';

type Options = buildConnector.Options;

/** Opens undici's connections: through a tunnel of the proxy, or directly where it is not responsible. */
export function createProxyConnector(
  settings: ProxySettings,
  watch: ProxyWatch,
  timeoutMs: number,
): buildConnector.connector {
  const direct = buildConnector({});
  // Keeps TLS sessions. Its own timeout comes later than ours.
  const startTls = buildConnector({ timeout: 2 * timeoutMs });
  return (options, callback) => {
    const proxy = proxyFor(settings, options);
    if (proxy === null) return direct(options, callback);
    const target = targetOf(options);
    const deadline = new Deadline(timeoutMs);
    connectThrough({ proxy, target, options, deadline, startTls }).then(
      (socket) => {
        watch.works(proxy, target);
        callback(null, socket);
      },
      (error: ProxyError) => {
        watch.fails(proxy, target, error);
        callback(error, null);
      },
    );
  };
}

/** `slack.com:443`; the brackets of an IPv6 address belong to it. */
function targetOf(options: Options): string {
  const { hostname } = options;
  return `${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${portOf(options)}`;
}

/** Rejects with a `ProxyError` only. */
async function connectThrough(way: Way): Promise<Socket> {
  try {
    const socket = await openTunnel(way.proxy, way.target, way.deadline);
    if (way.options.protocol !== 'https:') return socket.setNoDelay(true).setKeepAlive(true, 60_000);
    return await secured(socket, way);
  } finally {
    way.deadline.end();
  }
}

interface Way {
  readonly proxy: HttpProxy;
  readonly target: string;
  readonly options: Options;
  readonly deadline: Deadline;
  readonly startTls: buildConnector.connector;
}

/** TLS with the host behind the tunnel. Whatever it does, or does not do, the promise settles at the deadline at the latest. */
function secured(socket: Socket, { proxy, target, options, deadline, startTls }: Way): Promise<Socket> {
  const failed = (words: string, timedOut = false) =>
    new ProxyError(`No TLS connection to ${target} through the proxy ${proxy.origin}: ${words}`, timedOut);
  return new Promise((resolve, reject) => {
    const give = (error: ProxyError) => {
      reject(error);
      socket.destroy();
    };
    deadline.once('abort', () => give(failed('no answer in time', true)));
    socket.once('close', () => reject(failed('the connection was closed')));
    startTls({ ...options, httpSocket: socket }, (error, secure) => {
      if (error === null) resolve(secure);
      else give(failed(tlsText(error)));
    });
  });
}

function tlsText(error: Error & { readonly code?: string }): string {
  const words = cutWhole(error.message, 200);
  return isUntrusted(error.code)
    ? `${words}. If the proxy inspects TLS, its CA belongs into NODE_EXTRA_CA_CERTS`
    : words;
}
