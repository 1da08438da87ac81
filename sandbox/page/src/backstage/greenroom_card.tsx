import type { JSX } from 'preact';
import type { GreenroomSeen } from '../../../server/contract.ts';
import { control } from '../state/acts.ts';
import { Scroll } from '../text/scroll.tsx';

const STATES: Record<GreenroomSeen['state'], string> = {
  starting: 'is starting',
  running: 'is running',
  stopped: 'is stopped',
};

/** The real process. */
export function GreenroomCard({
  of: { state, transport, pace, log },
}: {
  readonly of: GreenroomSeen;
}): JSX.Element {
  const restart = (more: object = {}) => void control({ do: 'greenroom.restart', ...more });
  const other = transport === 'socket' ? 'http' : 'socket';
  return (
    <section class="world" aria-label="Greenroom">
      <header>
        <h2>
          Greenroom <span class={`state state-${state}`}>{STATES[state]}</span>
        </h2>
        <p>The real process. It looks into StackOne {pace === 1 ? 'every second' : `every ${pace} s`}.</p>
      </header>
      <div class="block-actions">
        <button type="button" class="button small" disabled={state === 'starting'} onClick={() => restart()}>
          {state === 'stopped' ? 'Start' : 'Restart'}
        </button>
        {state === 'running' && (
          <button type="button" class="button small danger" onClick={() => restart({ how: 'kill' })}>
            Kill -9 and restart
          </button>
        )}
        {state === 'running' && (
          <button type="button" class="button small" onClick={() => void control({ do: 'greenroom.stop' })}>
            Stop
          </button>
        )}
        <button
          type="button"
          class="button small"
          disabled={state === 'starting'}
          onClick={() => restart({ transport: other })}
        >
          Switch to {other === 'http' ? 'HTTP' : 'Socket Mode'}
        </button>
        <button
          type="button"
          class="button small"
          disabled={state === 'starting'}
          onClick={() => restart({ pace: pace === 1 ? 30 : 1 })}
        >
          {pace === 1 ? 'Look every 30 s, as in real life' : 'Time lapse: look every second'}
        </button>
      </div>
      <details class="more">
        <summary>Its log</summary>
        <Scroll class="log" label="Log">
          <pre>{log.join('\n')}</pre>
        </Scroll>
      </details>
    </section>
  );
}
