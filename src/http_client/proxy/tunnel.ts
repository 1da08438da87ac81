import { type ClientRequest, type RequestOptions, request as requestOverTcp } from 'node:http';
import { request as requestOverTls } from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { Deadline } from '../deadline.ts';
import { isUntrusted, ProxyError } from './proxy_error.ts';
import type { HttpProxy } from './proxy_settings.ts';

/** Asks the proxy for a connection to `target` (`slack.com:443`). Rejects with a `ProxyError` only, at the deadline at the latest. */
export function openTunnel(proxy: HttpProxy, target: string, deadline: Deadline): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const request = connectRequest(proxy, target);
    const end = () => request.destroy(new ProxyError(silenceText(proxy, target, request), true));
    deadline.once('abort', end);
    request.on('error', (error) => reject(failureOf(error, proxy)));
    request.once('connect', ({ statusCode = 0 }, socket, head) => {
      deadline.off('abort', end);
      // From here on nobody else listens until the socket is used.
      socket.on('error', () => {});
      if (statusCode >= 200 && statusCode < 300) {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
      } else {
        socket.destroy();
        reject(new ProxyError(refusalText(proxy, target, statusCode)));
      }
    });
    request.end();
  });
}

function connectRequest({ origin, authorization }: HttpProxy, target: string): ClientRequest {
  const { protocol, hostname, port } = new URL(origin);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const options: RequestOptions & { servername: string } = {
    method: 'CONNECT',
    host,
    port: port || (protocol === 'https:' ? 443 : 80),
    path: target,
    headers: {
      host: target,
      connection: 'keep-alive',
      'proxy-connection': 'keep-alive',
      ...(authorization === null ? {} : { 'proxy-authorization': authorization.reveal() }),
    },
    agent: false,
    // Of the proxy's own certificate; Node would take it from the header `host`.
    servername: isIP(host) > 0 ? '' : host,
  };
  return protocol === 'https:' ? requestOverTls(options) : requestOverTcp(options);
}

function silenceText({ origin }: HttpProxy, target: string, { socket }: ClientRequest): string {
  return socket === null || socket.connecting
    ? `The proxy ${origin} cannot be reached: no answer in time`
    : `The proxy ${origin} does not answer in time when asked for a connection to ${target}`;
}

function refusalText({ origin, authorization }: HttpProxy, target: string, status: number): string {
  if (status === 407)
    return authorization === null
      ? `The proxy ${origin} asks for a user and password (407): put them into its URL, http://user:password@host:port`
      : `The proxy ${origin} does not accept the user and password in its URL (407)`;
  const said = status >= 500 ? 'cannot reach' : 'refuses a connection to';
  return `The proxy ${origin} ${said} ${target} (${status})`;
}

function failureOf(error: Error & { readonly code?: string }, { origin }: HttpProxy): ProxyError {
  if (error instanceof ProxyError) return error;
  const { code = error.name } = error;
  if (code.startsWith('HPE_'))
    return new ProxyError(`The proxy ${origin} does not answer as an HTTP proxy does (${code})`);
  if (error.message === 'socket hang up')
    return new ProxyError(`The proxy ${origin} closed the connection without an answer`);
  if (isUntrusted(code))
    return new ProxyError(
      `The proxy ${origin} has a certificate that is not trusted (${code}): its CA belongs into NODE_EXTRA_CA_CERTS`,
    );
  if (code === 'EPROTO')
    return new ProxyError(`The proxy ${origin} does not speak TLS (${code}): its URL may begin with http://`);
  return new ProxyError(`The proxy ${origin} cannot be reached (${code})`);
}
