import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { z } from 'zod';
import { read } from '../../project/source_files.ts';

const Rules = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string().regex(/^Greenroom[A-Za-z]+$/),
          expr: z.string(),
          for: z.string().regex(/^\d+m$/),
          labels: z.object({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.object({ summary: z.string().min(10), runbook_url: z.string() }),
        }),
      ),
    }),
  ),
});
const Dashboard = z.object({
  panels: z.array(
    z.object({
      id: z.number(),
      type: z.enum(['row', 'stat', 'timeseries']),
      title: z.string(),
      description: z.string().optional(),
      targets: z.array(z.object({ expr: z.string() })).default([]),
    }),
  ),
});

export const rules = Rules.parse(parse(read('deploy/prometheus/alerts.yml'))).groups.flatMap(
  (group) => group.rules,
);
export const { panels } = Dashboard.parse(JSON.parse(read('deploy/grafana/greenroom.json')));
/** What is asked, with the panel or alert that asks. */
export const questions = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => [title, expr.replaceAll('$__rate_interval', '5m')] as const),
  ),
];

export interface Selector {
  readonly name: string;
  /** `outcome`, `=~`, `late|never` */
  readonly matchers: readonly (readonly [label: string, operator: string, value: string])[];
}

/** What a PromQL expression reads; an expression that does not parse is an error. */
export function selectorsIn(expr: string): Selector[] {
  const selectors: { name: string; matchers: [string, string, string][] }[] = [];
  parser.parse(expr).iterate({
    enter({ type, name, from, to }) {
      const text = expr.slice(from, to);
      if (type.isError) throw new Error(`not PromQL at ${from}: ${expr}`);
      if (name === 'VectorSelector') selectors.push({ name: text.replace(/\{.*/s, ''), matchers: [] });
      const match = name === 'UnquotedLabelMatcher' && /^(\w+)\s*(=~|!~|!=|=)\s*"(.*)"$/.exec(text);
      if (match) selectors.at(-1)?.matchers.push([match[1] ?? '', match[2] ?? '', match[3] ?? '']);
    },
  });
  return selectors;
}
