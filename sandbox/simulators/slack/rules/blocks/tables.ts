import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { wordsIn } from '../words_in.ts';
import { identified } from './blocks.ts';
import { richText } from './rich_text.ts';
import { broken, chars } from './text.ts';

type Refine = z.core.$RefinementCtx<unknown>;

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1),
});
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);

function totalWithin(rows: unknown, most: number, ctx: Refine): void {
  if (wordsIn(rows) > most) broken(ctx, 'too_long', `must be less than ${most + 1} characters`, ['rows']);
}

export const table = z
  .strictObject({
    type: z.literal('table'),
    ...identified,
    rows: z.array(z.array(cell).min(1).max(LIMITS.table.columns)).min(1).max(LIMITS.table.rows),
    column_settings: z
      .array(
        z.strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        }),
      )
      .max(LIMITS.table.columns)
      .optional(),
  })
  .superRefine((block, ctx) => totalWithin(block.rows, LIMITS.table.total, ctx));

/** The first row is the header: no rich text there, and it says how many columns exist. */
export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...identified,
    caption: chars(LIMITS.text),
    page_size: z.int().min(1).max(LIMITS.dataTable.page).optional(),
    row_header_column_index: z
      .int()
      .min(0)
      .max(LIMITS.dataTable.columns - 1)
      .optional(),
    rows: z
      .array(z.array(cell).min(1).max(LIMITS.dataTable.columns))
      .min(LIMITS.dataTable.rowsMin)
      .max(LIMITS.dataTable.rows),
  })
  .superRefine((block, ctx) => {
    totalWithin(block.rows, LIMITS.dataTable.total, ctx);
    const [head = []] = block.rows;
    for (const [index, one] of head.entries())
      if (one.type === 'rich_text')
        broken(ctx, 'unsupported_type', 'unsupported type: rich_text', ['rows', 0, index, 'type']);
    if ((block.row_header_column_index ?? 0) >= head.length)
      broken(ctx, 'out_of_range', `must be less than ${head.length}`, ['row_header_column_index']);
  });

const label = chars(LIMITS.chart.label);
const axisLabel = chars(LIMITS.chart.axis, 0).optional();

const plotted = z.strictObject({
  type: z.enum(['line', 'bar', 'area']),
  series: z
    .array(
      z.strictObject({
        name: label,
        data: z
          .array(z.strictObject({ label, value: z.number() }))
          .min(1)
          .max(LIMITS.chart.points),
      }),
    )
    .min(1)
    .max(LIMITS.chart.series),
  axis_config: z.strictObject({
    categories: z.array(label).min(1).max(LIMITS.chart.points),
    x_label: axisLabel,
    y_label: axisLabel,
  }),
});

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(LIMITS.chart.segments),
});

/** No type in @slack/types 3.2: fields as other validators describe them (unverified), smallest limits. */
export const dataVisualization = z
  .strictObject({
    type: z.literal('data_visualization'),
    ...identified,
    title: chars(LIMITS.chart.title),
    chart: z.discriminatedUnion('type', [plotted, pie]),
  })
  .superRefine(({ chart }, ctx) => {
    if (chart.type !== 'pie') sameCategories(chart, ctx);
  });

/** Each series names every category once; no two series share a name. */
function sameCategories(chart: z.infer<typeof plotted>, ctx: Refine): void {
  const categories = [...chart.axis_config.categories].sort().join('\n');
  const names = new Set<string>();
  for (const [index, series] of chart.series.entries()) {
    const at = ['chart', 'series', index];
    if (names.has(series.name)) broken(ctx, 'not_unique', 'series names must be unique', [...at, 'name']);
    names.add(series.name);
    const labels = series.data
      .map((point) => point.label)
      .sort()
      .join('\n');
    if (labels !== categories)
      broken(ctx, 'categories', 'must contain one data point per category', [...at, 'data']);
  }
}
