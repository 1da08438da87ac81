import type { JSX } from 'preact';
import { STATES } from '../../control_panel/greenroom_card.tsx';
import { drawer, isConnected, panel, snapshot } from '../../state/store.ts';

/** Opens the control panel and the inspector, also while a modal is open: its fields are filled from there. */
export function TopBar(): JSX.Element {
  const turn = (next: typeof panel.value) => {
    panel.value = panel.value === next ? 'none' : next;
  };
  const process = snapshot.value?.controlPanel.greenroom.state;
  return (
    <div class="top-bar">
      <button
        type="button"
        class="icon-button menu-button"
        aria-expanded={drawer.value}
        onClick={() => (drawer.value = !drawer.value)}
      >
        ☰<span class="unseen"> Channels</span>
      </button>
      {!isConnected.value && (
        <span class="offline" role="status">
          The sandbox server does not answer
        </span>
      )}
      {process !== undefined && process !== 'running' && (
        <span class="offline" role="status">
          Greenroom {STATES[process]}
        </span>
      )}
      <span class="top-space" />
      <button
        type="button"
        class="top-button"
        aria-pressed={panel.value === 'control'}
        onClick={() => turn('control')}
      >
        Control panel
      </button>
      <button
        type="button"
        class="top-button"
        aria-pressed={panel.value === 'inspector'}
        onClick={() => turn('inspector')}
      >
        Inspector
        {(snapshot.value?.inspector.broken ?? 0) > 0 && (
          <span class="broken-count">{snapshot.value?.inspector.broken}</span>
        )}
      </button>
    </div>
  );
}
