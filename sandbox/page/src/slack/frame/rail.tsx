import type { JSX } from 'preact';
import { become, snapshot } from '../../state/store.ts';

/** The workspaces, at the far left. */
export function Rail(): JSX.Element {
  const seen = snapshot.value;
  return (
    <nav class="rail" aria-label="Workspaces">
      {seen?.workspaces.map(({ id, name, people, installed }) => {
        const [first] = people;
        return (
          <button
            type="button"
            key={id}
            class="workspace-button"
            aria-current={seen.viewer.team === id}
            title={installed ? name : `${name} (Greenroom is not installed)`}
            onClick={() => first !== undefined && become({ team: id, user: first.id })}
          >
            <span aria-hidden="true">{name.charAt(0)}</span>
            <span class="unseen">{name}</span>
          </button>
        );
      })}
    </nav>
  );
}
