import type { JSX } from 'preact';
import { type JsonObject, objectAt, objectsAt, textAt } from '../../../simulators/slack/json.ts';
import type { BlockProps } from './block.tsx';

/** Bars for any kind of chart: what it says can be read, near enough to how Slack draws it. */
export function Chart({ of }: BlockProps): JSX.Element {
  const points = pointsOf(objectAt(of, 'chart'));
  const most = Math.max(1, ...points.map(({ value }) => value));
  return (
    <figure class="chart">
      <figcaption>{textAt(of, 'title')}</figcaption>
      <dl>
        {points.map(({ label, value }, index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd aria-hidden="true">
              <span class="chart-bar" style={{ width: `${(Math.max(0, value) / most) * 100}%` }} />
            </dd>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

function pointsOf(chart: JsonObject): { readonly label: string; readonly value: number }[] {
  const series = objectsAt(chart, 'series').flatMap((one) => objectsAt(one, 'data'));
  return [...objectsAt(chart, 'segments'), ...series].map((point) => ({
    label: textAt(point, 'label'),
    value: Number(point.value) || 0,
  }));
}
