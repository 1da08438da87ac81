import { existsSync, readFileSync } from 'node:fs';
import { type ConfigProblem, problem } from './problem.ts';

const secrets = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'STACKONE_API_KEY',
  'STACKONE_WEBHOOK_SECRET',
  'DATABASE_URL',
  'VAULT_KEYS',
  // With a user and password in them.
  'HTTPS_PROXY',
  'HTTP_PROXY',
] as const;

/** Of these a file that is not there is no reason to stop: who installed an earlier release has none, and misses nothing. */
const OPTIONAL = ['STACKONE_WEBHOOK_SECRET'] as const;

/**
 * The variables with their values: `NAME_FILE` names a file that holds the value of a secret `NAME`, as Docker and
 * Kubernetes mount them. Messages do not repeat what was given: it may be the secret itself.
 */
export function readSecretFiles(set: Readonly<Record<string, string>>): {
  readonly set: Readonly<Record<string, string>>;
  readonly problems: readonly ConfigProblem[];
} {
  const found = new Map<string, string>();
  const problems: ConfigProblem[] = [];
  for (const name of secrets) {
    const path = set[`${name}_FILE`];
    if (path === undefined) continue;
    if (set[name] !== undefined) {
      problems.push(problem(`${name}_FILE`, `is set beside ${name}: keep one of the two`));
      continue;
    }
    try {
      const text = readFileSync(path, 'utf8').trim();
      if (text !== '') found.set(name, text);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      if (code === 'ENOENT' && OPTIONAL.some((one) => one === name)) continue;
      problems.push(
        problem(`${name}_FILE`, `names a file that cannot be read (${code}): check its path and permissions`),
      );
    }
  }
  return { set: { ...set, ...Object.fromEntries(found) }, problems };
}

export function missingFileWarnings(set: Readonly<Record<string, string>>): string[] {
  return OPTIONAL.flatMap((name) => {
    const path = set[`${name}_FILE`];
    if (path === undefined || set[name] !== undefined || existsSync(path)) return [];
    return [
      `${name}_FILE names a file that is not there, so StackOne's webhooks are not received: make the file, which may be empty, or leave the variable out.`,
    ];
  });
}
