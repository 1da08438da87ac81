import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseNoProxy } from '../http_client/proxy/no_proxy.ts';
import { type HttpProxy, type ProxySettings, parseProxyUrl } from '../http_client/proxy/proxy_settings.ts';

const proxyUrl = z.string().transform((text, context): HttpProxy => {
  const proxy = parseProxyUrl(text);
  if (proxy.ok) return proxy.value;
  context.addIssue({ code: 'custom', message: proxy.error });
  return z.NEVER;
});

/** The names that curl and others read too. Of the two spellings the one in small letters counts, as there. */
export const proxyVariables = {
  https_proxy: proxyUrl,
  HTTPS_PROXY: proxyUrl,
  http_proxy: proxyUrl,
  HTTP_PROXY: proxyUrl,
  no_proxy: z.string(),
  NO_PROXY: z.string(),
};

const Given = z.object(proxyVariables).partial();

/** As undici has it, https falls back to the proxy for http. Null when no proxy is named. */
export function proxyOf(given: z.output<typeof Given>): ProxySettings | null {
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
