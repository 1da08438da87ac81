import { describe, expect, test } from 'vitest';
import { createPrometheus } from '../../src/telemetry/prometheus/prometheus.ts';
import { type Sample, samplesIn } from '../unit/telemetry/exposition.ts';
import { panels, questions, rules, selectorsIn } from '../unit/telemetry/questions.ts';
import { repository } from './package_manifest.ts';
import { filesIn, read } from './source_files.ts';

const runbook = read('docs/runbook.md');

/** Every name with all its samples, as a process with some work behind it shows them. */
async function served(): Promise<Sample[]> {
  const made = createPrometheus('1.2.3', {
    statistics: async () => ({
      jobs: [],
      checks: [
        { check: 'credentials', due: 0, overdue: 0, oldestLook: 1 },
        { check: 'connector_profile', due: null, overdue: null, oldestLook: 1 },
      ],
      deliveries: { queued: 0, sending: 0, held: 0, oldestWaiting: 0 },
    }),
    connections: () => ({ idle: 1, busy: 0, waiting: 0 }),
    slackConnected: () => true,
  });
  return samplesIn(await made.page());
}

describe('the dashboard and the alert rules', () => {
  test.each(questions)('%s asks in PromQL for what is served: %s', async (_where, expr) => {
    const samples = await served();
    const selectors = selectorsIn(expr);
    expect(selectors.length).toBeGreaterThan(0);
    for (const { name, matchers } of selectors) {
      const found = samples.filter((one) => one.name === name);
      expect(found.length, name).toBeGreaterThan(0);
      for (const [label, operator, value] of matchers) {
        const known = new Set(found.map(({ labels }) => labels[label]));
        const named = operator.endsWith('~') ? value.split('|') : [value];
        expect(
          named.filter((one) => !known.has(one)),
          `${name}{${label}}`,
        ).toEqual([]);
      }
    }
  });

  test('group by labels that are there', async () => {
    const samples = await served();
    // Prometheus adds `instance` when it scrapes.
    const labels = new Set(['instance', ...samples.flatMap((one) => Object.keys(one.labels))]);
    const grouped = questions.flatMap(([, expr]) => [...expr.matchAll(/\bby \(([^)]*)\)/g)]);
    expect(grouped.length).toBeGreaterThan(10);
    const named = grouped.flatMap(([, list = '']) => list.split(',').map((label) => label.trim()));
    expect(named.filter((label) => !labels.has(label))).toEqual([]);
  });

  test('show everything that Greenroom serves of its own', async () => {
    const ours = new Set(
      (await served()).map(({ name }) => name).filter((name) => name.startsWith('greenroom_')),
    );
    const asked = questions.flatMap(([, expr]) => selectorsIn(expr).map(({ name }) => name));
    const base = (name: string) => name.replace(/_(bucket|sum|count)$/, '');
    const shown = new Set(asked.map(base));
    expect([...ours].filter((name) => !shown.has(base(name)))).toEqual([]);
  });
});

describe('the runbook', () => {
  const sections = new Map(
    runbook
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.split('\n')[0] ?? '', section]),
  );

  test('quotes only log lines that are written', () => {
    const quoted = [...runbook.matchAll(/\blog (?:says|for) ((?:"[^"]+"(?: or )?)+)/g)].flatMap(
      ([, list = '']) => [...list.matchAll(/"([^"]+)"/g)].map(([, line = '']) => line),
    );
    const code = filesIn('src').map(read).join('\n');
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((line) => !code.includes(`'${line}`))).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s is named by its rule and says what it means, how to look and what to do',
    (alert, { annotations }) => {
      expect(annotations.runbook_url).toBe(`${repository}/blob/main/docs/runbook.md#${alert.toLowerCase()}`);
      expect(sections.get(alert)).toMatch(/\*\*Means\.\*\* .+\*\*Look\.\*\* .+\*\*Do\.\*\* ./s);
    },
  );

  test('has no section for an alert that does not exist, and links only to sections that do', () => {
    expect([...sections.keys()].sort()).toEqual(rules.map(({ alert }) => alert).sort());
    const anchors = [...runbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    const known = [...sections.keys()].map((name) => name.toLowerCase());
    expect(anchors.filter((anchor) => !known.includes(anchor ?? ''))).toEqual([]);
  });

  test('every panel says what it shows, and has a number of its own', () => {
    const drawn = panels.filter(({ type }) => type !== 'row');
    expect(drawn.filter(({ description }) => !description).map(({ title }) => title)).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(panels.filter(({ type }) => type === 'row').map(({ title }) => title)).toEqual([
      'People',
      'Work',
      'Outside',
      'Messages',
      'Process',
    ]);
  });
});
