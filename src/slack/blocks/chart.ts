import type { DataVisualization } from './block_types.ts';
import { limits } from './limits.ts';
import { cut } from './text.ts';

/** A bar of a chart; `value` is positive. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** One bar for each; no block at all without any. Slack's own block for messages, which some workspaces refuse (newer_blocks.ts). */
export function barChart(title: string, of: string, bars: readonly Bar[]): DataVisualization[] {
  const data = bars
    .slice(0, limits.chart.bars)
    .map(({ label, value }) => ({ label: cut(label, limits.chart.label), value }));
  if (data.length === 0) return [];
  const categories = data.map(({ label }) => label);
  const series = [{ name: cut(of, limits.chart.label), data }];
  return [
    {
      type: 'data_visualization',
      title: cut(title, limits.chart.title),
      chart: { type: 'bar', series, axis_config: { categories } },
    },
  ];
}
