import { type Agent as HttpAgent, Agent as PlainHttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { createProxyConnector } from './proxy/proxy_connector.ts';
import { type ProxySettings, proxyFor } from './proxy/proxy_settings.ts';
import { createProxyWatch, type ProxyLog } from './proxy/proxy_watch.ts';

/** The one place that decides how connections to other hosts are opened: directly, or through the operator's proxy. */
export interface Outbound {
  /** For calls through undici: the caller's limits hold with and without a proxy. */
  createDispatcher(limits?: DispatcherLimits): Agent;
  /** For a library that calls this URL through `node:http`; undefined when it is reached directly. */
  createHttpAgent(url: string): HttpAgent | undefined;
  /** `http://proxy.example.com:3128` when this URL is reached through it; null when directly. */
  proxyOf(url: string): string | null;
}

export interface DispatcherLimits {
  /** To each host. */
  readonly connections?: number;
  /** Of a body, in bytes. */
  readonly maxResponseSize?: number;
  /** Called with the result of each try to connect: what was opened can be destroyed, what failed can be told. */
  readonly onConnect?: (result: Socket | Error) => void;
}

/** Without a proxy. */
export const directOutbound: Outbound = createOutbound({ proxy: null });

export function createOutbound(options: {
  readonly proxy: ProxySettings | null;
  readonly log?: ProxyLog;
  /** From the first byte to a connection through the proxy; 4 s, so that calls with a limit of 5 s still fail with the reason. */
  readonly proxyTimeoutMs?: number;
}): Outbound {
  const { proxy, log, proxyTimeoutMs = 4_000 } = options;
  const watch = createProxyWatch(log);
  const connector = () =>
    proxy === null ? buildConnector({}) : createProxyConnector(proxy, watch, proxyTimeoutMs);
  return {
    createDispatcher: ({ onConnect, ...limits } = {}) => {
      const connect = connector();
      return new Agent({
        ...limits,
        connect: onConnect === undefined ? connect : reporting(connect, onConnect),
      });
    },
    createHttpAgent: (url) =>
      proxyFor(proxy, new URL(url)) === null ? undefined : httpAgentOver(connector(), new URL(url).protocol),
    proxyOf: (url) => proxyFor(proxy, new URL(url))?.origin ?? null,
  };
}

function reporting(
  connect: buildConnector.connector,
  onConnect: (result: Socket | Error) => void,
): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...result) => {
      onConnect(result[0] ?? result[1]);
      callback(...result);
    });
}

/** Its connections are kept like those of node's own agents. */
function httpAgentOver(connect: buildConnector.connector, protocol: string): HttpAgent {
  const agent =
    protocol === 'https:' ? new HttpsAgent({ keepAlive: true }) : new PlainHttpAgent({ keepAlive: true });
  agent.createConnection = ({ host, port }, callback) => {
    const hostname = host ?? '';
    connect({ protocol, hostname, host: hostname, port: String(port ?? '') }, (...result) => {
      if (result[0] === null) callback?.(null, result[1]);
      // Its second argument is of no use to anybody then.
      else callback?.(result[0], new Socket());
    });
    return undefined;
  };
  return agent;
}
