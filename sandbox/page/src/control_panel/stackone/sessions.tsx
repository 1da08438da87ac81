import type { JSX } from 'preact';
import type { ConnectSessionSeen, StackOneSeen } from '../../../../server/snapshot/control_panel_seen.ts';
import { control } from '../../state/acts.ts';
import { FaultSelect } from '../simulator_card.tsx';

/** The links that were made, and what became of each; who has a link is the only one who sees it. */
export function Sessions({
  of: { sessions, refusals },
}: {
  readonly of: Pick<StackOneSeen, 'sessions' | 'refusals'>;
}): JSX.Element {
  return (
    <details class="more">
      <summary>Connect sessions ({sessions.length})</summary>
      {sessions.length === 0 && (
        <p class="fact">None yet: Greenroom makes one when somebody proves a profile.</p>
      )}
      <ul class="accounts">
        {sessions.map((session) => (
          <Session key={session.id} of={session} />
        ))}
      </ul>
      <FaultSelect
        label="When Zoom refuses, StackOne reports"
        right="Zoom’s code and words"
        now={refusals === 'codes' ? null : refusals}
        faults={[
          ['unknown_words', 'words that nobody knows'],
          ['nothing', 'nothing, where Zoom’s own page refuses'],
        ]}
        onChoose={(how) => void control({ do: 'stackone.refusals', how: how ?? 'codes' })}
      />
    </details>
  );
}

const OPEN = ['not opened', 'pending'];

function Session({
  of: { id, type, owner, state, words },
}: {
  readonly of: ConnectSessionSeen;
}): JSX.Element {
  return (
    <li>
      {owner} ({type}): <b>{state}</b>
      {words !== '' && ` · ${words}`}{' '}
      {OPEN.includes(state) && (
        <button
          type="button"
          class="button small"
          onClick={() => void control({ do: 'stackone.expire', session: id })}
        >
          Let the link expire
        </button>
      )}
    </li>
  );
}
