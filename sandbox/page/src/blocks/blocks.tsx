import type { JSX } from 'preact';
import { type JsonObject, textAt } from '../../../simulators/slack/json.ts';
import { Around, type Surroundings } from '../elements/surroundings.ts';
import { Block } from './block.tsx';

/** A list of blocks on its surface. */
export function Blocks({
  of,
  around,
}: {
  readonly of: readonly JsonObject[];
  readonly around: Surroundings;
}): JSX.Element {
  return (
    <Around.Provider value={around}>
      <div class={`blocks on-${around.surface}`}>
        {of.map((block) => (
          <Block key={textAt(block, 'block_id')} of={block} />
        ))}
      </div>
    </Around.Provider>
  );
}
