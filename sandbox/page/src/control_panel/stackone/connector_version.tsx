import type { JSX } from 'preact';
import type { StackOneSeen } from '../../../../server/snapshot/control_panel_seen.ts';
import { control } from '../../state/acts.ts';
import { NameForm } from '../simulator_card.tsx';

/** A breaking version of Zoom's connector: it asks for a scope that it did not ask for before. */
export function ConnectorVersion({
  of: { versions },
}: {
  readonly of: Pick<StackOneSeen, 'versions'>;
}): JSX.Element {
  return (
    <details class="more">
      <summary>Zoom connector {versions[0]}</summary>
      <NameForm
        key={versions.length}
        label="The next version asks for this scope too"
        initial="meeting:read:summary:admin"
        button="Release it"
        onSend={(scope) => void control({ do: 'stackone.release', scope })}
      />
    </details>
  );
}
