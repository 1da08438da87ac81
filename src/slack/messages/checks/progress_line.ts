import type { Check } from '../../../core/checks/check.ts';
import { progress } from '../../../core/checks/stage.ts';

/** "▰▰▰▰▰▱ 5 of 6 checks passed" */
export function passedOf(checks: readonly Check[]): string {
  const { passed, of } = progress(checks);
  return `${progressBar(passed, of)} ${passed} of ${of} checks passed`;
}

/** The same, and how many of them do not hold for sure. */
export function progressLine(checks: readonly Check[]): string {
  return [passedOf(checks), ...unsure(checks)].join('; ');
}

/** What does not hold for sure now although it passed: "1 could not be looked at", "2 to confirm again". */
export function unsure(checks: readonly Check[]): string[] {
  const expired = checks.filter(({ reason }) => reason === 'attestation_expired').length;
  const unseen = checks.filter(({ status }) => status === 'unknown').length - expired;
  return [
    ...(unseen === 0 ? [] : [`${unseen} could not be looked at`]),
    ...(expired === 0 ? [] : [`${expired} to confirm again`]),
  ];
}

/**
 * "▰▰▰▰▰▱": full and empty, readable without colour. Not as code, which Slack prints in alarming red. Not squares, which
 * Lato, Slack's font, has in two sizes: these two it lacks, so both come from one symbol font.
 */
export function progressBar(passed: number, of: number): string {
  return `${'▰'.repeat(passed)}${'▱'.repeat(of - passed)}`;
}
