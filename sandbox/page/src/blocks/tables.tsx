import type { JSX } from 'preact';
import { type JsonObject, listOf, objectsAt, objectsOf, textAt } from '../../../simulators/slack/json.ts';
import { RichText } from '../text/rich_text.tsx';
import { Scroll } from '../text/scroll.tsx';
import type { BlockProps } from './block.tsx';

/** A table: the first row is its head. */
export function Table({ of }: BlockProps): JSX.Element {
  const [head = [], ...rows] = listOf(of.rows).map((row) => objectsOf(row));
  const settings = objectsAt(of, 'column_settings');
  const align = (column: number) => ({ textAlign: textAt(settings[column], 'align') || 'left' });
  return (
    <Scroller caption={textAt(of, 'caption')}>
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={column} scope="col" style={align(column)}>
              <Cell of={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column} style={align(column)}>
                <Cell of={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Scroller>
  );
}

function Scroller({
  caption,
  children,
}: {
  caption: string;
  children: JSX.Element | JSX.Element[];
}): JSX.Element {
  return (
    <Scroll class="table" label={caption || 'Table'}>
      <table>
        {caption !== '' && <caption>{caption}</caption>}
        {children}
      </table>
    </Scroll>
  );
}

function Cell({ of }: { readonly of: JsonObject }): JSX.Element {
  return textAt(of, 'type') === 'rich_text' ? <RichText of={of} /> : <span>{textAt(of, 'text')}</span>;
}
