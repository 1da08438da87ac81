import { normalize } from 'node:path';
import type { EnvironmentVariables } from '../../config/parse_variables.ts';
import { secretIn } from '../../core/secrets/find_secrets.ts';
import { scrub } from '../../scrub.ts';
import type { Finding } from './finding.ts';

const SECRET_NAME = /(TOKEN|SECRET|KEY|KEYS|PASSWORD)$/;
/** A key in hex or base64, in whatever variable; no path. */
const BARE_KEY = /^[\w+=-][\w+/=-]{39,}$/;
/** Of an address, in the texts of the configuration: no secret. */
const EXAMPLE = 'user:password@';
/** Shorter values are words such as a user's name: hiding them would hide parts of sentences. */
const SHORTEST = 8;

/**
 * The findings without any secret, however it got there: each value of a variable that is a secret by its name or its shape, the
 * passwords in addresses, and whatever has the shape of one. `env`: with what is in files (`withFilesRead`).
 */
export function hideSecrets(findings: readonly Finding[], env: EnvironmentVariables): readonly Finding[] {
  const secrets = Object.entries(env)
    .flatMap(([name, value = '']) => secretsIn(name, value.trim()))
    // As the host of an address, or as a path, it is written in another way.
    .flatMap((secret) => [secret, secret.toLowerCase(), normalize(secret)])
    .filter((secret) => secret.length >= SHORTEST)
    // A longer one may hold a shorter one.
    .sort((a, b) => b.length - a.length);
  const hide = (text: string) =>
    secrets
      .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text)
      .split(EXAMPLE)
      .map(scrub)
      .join(EXAMPLE);
  return findings.map(({ check, status, what, fix }) => ({
    check,
    status,
    what: hide(what),
    fix: fix === null ? null : hide(fix),
  }));
}

function secretsIn(name: string, value: string): string[] {
  const inAddress = passwordsIn(value);
  if (SECRET_NAME.test(name)) return [value, ...value.split(/[,:]/).map((part) => part.trim()), ...inAddress];
  const keys = value.split(/[,:]/).filter((part) => BARE_KEY.test(part.trim()));
  return secretIn(value) === null ? [...keys, ...inAddress] : [value, ...keys, ...inAddress];
}

/** As it is written in an address, and as it is meant. */
function passwordsIn(value: string): string[] {
  const [, behindScheme] = /^[a-z+]+:\/\/([^/]*)/i.exec(value) ?? [];
  const credentials = behindScheme?.slice(0, behindScheme.lastIndexOf('@') + 1) ?? '';
  const colon = credentials.indexOf(':');
  if (colon < 0) return [];
  const written = credentials.slice(colon + 1, -1);
  try {
    return [written, decodeURIComponent(written)];
  } catch {
    return [written];
  }
}
