import { groupBy } from '../../src/core/group_by.ts';
import { type Breach, rules } from './judge/breach.ts';
import type { Report } from './run.ts';

/** So many offenders of a rule are told with their whole history. */
const PRINTED_PER_RULE = 3;

/** The run in numbers, and every breach with the story of its app. */
export function printReport(report: Report, say: (line: string) => void): void {
  const { plan, steps, faults, messages, disk, memoryMb, breaches } = report;
  say(
    `${plan.apps.length} apps, ${steps} steps, ${faults} faults, ${messages} messages in ${plan.channels.length} channels`,
  );
  say(
    `disk full: ${disk === 'real' ? 'a small file system, filled up' : 'Postgres made to refuse changes with 53100'}`,
  );
  say(`memory of the replicas: ${memoryMb.map((mb) => (mb === null ? 'unknown' : `${mb} MB`)).join(', ')}`);
  const byRule = groupBy(breaches, ({ rule }) => rule);
  say(`holds: ${rules.filter((rule) => !byRule.has(rule)).join(' · ')}`);
  for (const [rule, broken] of byRule) {
    say(`\nBROKEN: ${rule} (${broken.length})`);
    for (const breach of broken) say(`  ${breach.app ?? 'all'}: ${breach.words}`);
    for (const breach of broken.slice(0, PRINTED_PER_RULE)) printStory(report, breach, say);
  }
  if (breaches.length > 0) {
    say('\nWhat went wrong, and when:');
    for (const { at, words } of report.story.of('fault')) say(`  ${at} ms  ${words}`);
  }
}

function printStory({ story, found }: Report, { app }: Breach, say: (line: string) => void): void {
  if (app === null) return;
  say(`  -- ${app}: what was done`);
  for (const { at, words } of story.of(app)) say(`     ${at} ms  ${words}`);
  const of = found.get(app);
  say(`  -- ${app}: its history`);
  for (const { kind, actor, detail } of of?.events ?? [])
    say(`     ${kind} by ${actor} ${JSON.stringify(detail)}`);
  say(`  -- ${app}: what stands in Slack`);
  for (const { ts, threadTs, delivery, repeat, text } of of?.messages ?? [])
    say(
      `     ${ts}${threadTs === null ? '' : ` in ${threadTs}`} [${delivery}${repeat ? ', repeat' : ''}] ${text}`,
    );
}
