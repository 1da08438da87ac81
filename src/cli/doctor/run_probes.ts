import { asProblem, type Finding } from './finding.ts';

/** Looks at one part, and changes nothing. */
export interface PartProbe {
  readonly check: string;
  run(): Promise<readonly Finding[]>;
}

/**
 * Runs all probes at the same time. One that fails, or has no answer within `timeoutMs`, is a problem of its own and hides no
 * other. The findings keep the order of the probes.
 */
export async function runProbes(
  probes: readonly PartProbe[],
  timeoutMs: number,
): Promise<readonly Finding[]> {
  return (await Promise.all(probes.map((probe) => settle(probe, timeoutMs)))).flat();
}

async function settle(probe: PartProbe, timeoutMs: number): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly Finding[]>((resolve) => {
    const what = `no answer within ${timeoutMs / 1_000} s`;
    const fix = 'see whether a firewall or a proxy swallows the connection, then try again';
    timer = setTimeout(() => resolve([asProblem(probe.check, what, fix)]), timeoutMs);
  });
  try {
    return await Promise.race([probe.run(), late]);
  } catch (error) {
    const fix = 'this is unexpected: report it with this line';
    return [asProblem(probe.check, `the check failed: ${reasonIn(error)}`, fix)];
  } finally {
    clearTimeout(timer);
  }
}

const LONGEST_REASON = 200;

/** Why something failed: the code of the innermost cause, or its message, on one line. */
export function reasonIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, LONGEST_REASON);
  if (error.cause instanceof Error) return reasonIn(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonIn(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (code || error.message || error.name).replaceAll(/\s+/g, ' ').slice(0, LONGEST_REASON);
}
