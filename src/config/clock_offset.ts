import type { Texts } from './parse_variables.ts';
import { type ConfigProblem, problem } from './problem.ts';

/**
 * CLOCK_OFFSET sets Greenroom's time ahead, so that a sandbox can let days pass. What it decides then is wrong for people, so it is
 * refused in production, and beside the real Slack.
 */
export function clockProblems(set: Texts): ConfigProblem[] {
  if (set.CLOCK_OFFSET === undefined) return [];
  if (set.NODE_ENV === 'production')
    return [problem('CLOCK_OFFSET', 'is for the sandbox only, and refused in production: leave it out')];
  return isSimulated(set.SLACK_API_URL)
    ? []
    : [problem('CLOCK_OFFSET', 'is for the sandbox only: SLACK_API_URL must be a simulator on this machine')];
}

export function clockWarnings(set: Texts): string[] {
  return set.CLOCK_OFFSET === undefined
    ? []
    : [`CLOCK_OFFSET: the time of this process is ${set.CLOCK_OFFSET} ahead of the database's.`];
}

/** Slack itself, GovSlack or a proxy before them is never on this machine. */
function isSimulated(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
