import type { OpenSlack } from '../../../sandbox/simulators/slack/start.ts';

/**
 * What a process that is killed, frozen or cut off cannot help: Slack got no answer, or one too late; and a form that could
 * only be opened after the 3 s Slack gives, which the person is told, or whose opening was confirmed to nobody and tried again.
 */
const excused = new Set([
  'not_acknowledged',
  'late',
  'http_status',
  'expired_trigger_id',
  'exchanged_trigger_id',
]);

/** Rules of Slack's platform that Greenroom broke, gathered while the record of all traffic is kept short. */
export interface Violations {
  claimBatch(): void;
  all(): readonly string[];
}

export function watchRules(slack: OpenSlack): Violations {
  const { journal } = slack.session.slackState;
  const found: string[] = [];
  return {
    claimBatch() {
      // What is under way may still turn out to be wrong.
      const over = journal.entries.filter(({ ms }) => ms !== null);
      for (const { kind, violations } of over) {
        for (const { code, pointer, message } of violations) {
          if (!excused.has(code)) found.push(`${kind}: ${code} ${pointer} ${message}`);
        }
      }
      journal.entries = journal.entries.filter(({ ms }) => ms === null);
    },
    all: () => found,
  };
}
