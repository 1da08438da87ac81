import type { ProxyError } from './proxy_error.ts';
import type { HttpProxy } from './proxy_settings.ts';

export interface ProxyLog {
  warn(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
}

/** Says once when a host cannot be reached through the proxy any more, again when the reason changes, and once when it can. */
export interface ProxyWatch {
  works(proxy: HttpProxy, target: string): void;
  fails(proxy: HttpProxy, target: string, error: ProxyError): void;
}

/** Hosts whose failure is remembered; more than we call. */
const MOST_TARGETS = 100;

export function createProxyWatch(log: ProxyLog | undefined): ProxyWatch {
  const failing = new Map<string, string>();
  return {
    works({ origin }, target) {
      if (failing.delete(target))
        log?.info({ proxy: origin, target }, 'The proxy connects to this host again');
    },
    fails({ origin }, target, { message }) {
      if (failing.get(target) === message) return;
      if (failing.size >= MOST_TARGETS) failing.clear();
      failing.set(target, message);
      log?.warn({ proxy: origin, target }, message);
    },
  };
}
