import type { JSX } from 'preact';
import { panel, snapshot } from '../state/store.ts';
import { ControlCards } from './control_cards.tsx';
import { Inspector } from './inspector/inspector.tsx';

/** Everything beside Slack: the consoles of the simulators, and all traffic. */
export function ControlPanel(): JSX.Element | null {
  const { value: shown } = panel;
  if (shown === 'none') return null;
  const broken = snapshot.value?.inspector.broken ?? 0;
  return (
    <aside class="control-panel" aria-label="Control panel">
      <header class="control-panel-head">
        <nav class="tabs" aria-label="Control panel">
          <PanelTab of="control">Control panel</PanelTab>
          <PanelTab of="inspector">
            Inspector
            {broken > 0 && (
              <span class="broken-count" title="Broken rules of Slack">
                {broken}
              </span>
            )}
          </PanelTab>
        </nav>
        <button type="button" class="icon-button to-slack" onClick={() => (panel.value = 'none')}>
          <span aria-hidden="true">×</span>
          <span class="unseen">Back to Slack</span>
        </button>
      </header>
      {shown === 'control' ? <ControlCards /> : <Inspector />}
    </aside>
  );
}

function PanelTab({
  of,
  children,
}: {
  of: 'control' | 'inspector';
  children: (JSX.Element | string | false)[] | string;
}) {
  return (
    <button
      type="button"
      class="tab"
      aria-current={panel.value === of ? 'page' : undefined}
      onClick={() => (panel.value = of)}
    >
      {children}
    </button>
  );
}
