import { readFileSync } from 'node:fs';
import { parseNoProxy } from '../http_client/proxy/no_proxy.ts';
import { type HttpProxy, type ProxySettings, proxyFor } from '../http_client/proxy/proxy_settings.ts';

interface ProxyVariables {
  readonly HTTPS_PROXY?: HttpProxy | undefined;
  readonly https_proxy?: HttpProxy | undefined;
  readonly HTTP_PROXY?: HttpProxy | undefined;
  readonly http_proxy?: HttpProxy | undefined;
  readonly NO_PROXY?: string | undefined;
  readonly no_proxy?: string | undefined;
}

/**
 * Of two spellings the one in small letters counts, as for curl; as for undici, https falls back to the proxy for http. Null when no
 * proxy is named.
 */
export function proxyOf(given: ProxyVariables): ProxySettings | null {
  const http = given.http_proxy ?? given.HTTP_PROXY ?? null;
  const https = given.https_proxy ?? given.HTTPS_PROXY ?? http;
  if (https === null && http === null) return null;
  return { https, http, exceptions: parseNoProxy(given.no_proxy ?? given.NO_PROXY ?? '') };
}

/** What was given and has no effect. A certificate file that cannot be read is otherwise seen as a failing TLS handshake only. */
export function proxyWarnings(
  set: Readonly<Record<string, string>>,
  proxy: ProxySettings | null,
): readonly string[] {
  const unreadable = proxy?.exceptions.unreadable ?? [];
  const all = set.all_proxy ?? set.ALL_PROXY;
  const caFile = set.NODE_EXTRA_CA_CERTS;
  const caProblem = caFile === undefined ? null : readingProblem(caFile);
  return [
    ...unreadable.map((entry) => `NO_PROXY: ${entry} is no host, address or network, and has no effect.`),
    ...(all === undefined ? [] : ['ALL_PROXY has no effect: set HTTPS_PROXY.']),
    ...(caProblem === null
      ? []
      : [`NODE_EXTRA_CA_CERTS names a file that cannot be read (${caProblem}): it has no effect.`]),
    ...collectorWarnings(set, proxy),
  ];
}

/** Files with which OpenTelemetry's exporter opens TLS itself; through a proxy it does not. */
const collectorFiles = ['CERTIFICATE', 'CLIENT_CERTIFICATE', 'CLIENT_KEY'].flatMap((name) => [
  `OTEL_EXPORTER_OTLP_${name}`,
  `OTEL_EXPORTER_OTLP_TRACES_${name}`,
]);

function collectorWarnings(set: Readonly<Record<string, string>>, proxy: ProxySettings | null): string[] {
  const collector = set.OTEL_EXPORTER_OTLP_ENDPOINT;
  const given = collectorFiles.filter((name) => set[name] !== undefined);
  if (collector === undefined || given.length === 0 || proxyFor(proxy, new URL(collector)) === null)
    return [];
  return [
    `${given.join(', ')} has no effect, because the collector is reached through a proxy: its CA belongs into NODE_EXTRA_CA_CERTS.`,
  ];
}

function readingProblem(path: string): string | null {
  try {
    readFileSync(path);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}
