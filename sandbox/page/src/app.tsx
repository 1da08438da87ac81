import type { JSX } from 'preact';
import { ControlPanel } from './control_panel/control_panel.tsx';
import { Channel } from './slack/channel.tsx';
import { AckClock } from './slack/frame/clock.tsx';
import { Rail } from './slack/frame/rail.tsx';
import { Sidebar } from './slack/frame/sidebar.tsx';
import { TopBar } from './slack/frame/top_bar.tsx';
import { AppPlace } from './slack/home.tsx';
import { Modal } from './slack/modal.tsx';
import { Thread } from './slack/thread.tsx';
import { shownError } from './state/acts.ts';
import { channelOnScreen, drawer, isConnected, panel, snapshot, where } from './state/store.ts';

export function App(): JSX.Element {
  const seen = snapshot.value;
  if (seen === null)
    return (
      <p class="opening" role="status">
        {isConnected.value
          ? 'Opening the sandbox…'
          : 'The sandbox server does not answer. Is “npm run sandbox” still running?'}
      </p>
    );
  const isBlocked = seen.modals.length > 0;
  return (
    <div class={`page panel-${panel.value} ${drawer.value ? 'is-drawer-open' : ''}`}>
      <header class="unseen">
        <h1>Greenroom sandbox</h1>
      </header>
      <div class="client">
        <TopBar />
        <div class="client-inside" inert={isBlocked}>
          <Rail />
          <Sidebar />
          <main class="main">
            <div class="main-place">
              <Place />
              {!isBlocked && <AckClock />}
            </div>
            <Thread />
          </main>
        </div>
        <Modal stack={seen.modals} />
        {shownError.value !== null && <ShownError words={shownError.value} />}
      </div>
      <ControlPanel />
    </div>
  );
}

function Place(): JSX.Element | null {
  const { value: at } = where;
  if (at.kind === 'app') return <AppPlace tab={at.tab} />;
  return channelOnScreen.value === null ? null : <Channel of={channelOnScreen.value} />;
}

function ShownError({ words }: { readonly words: string }): JSX.Element {
  return (
    <div class="notice" role="alert">
      {words}
      <button
        type="button"
        class="icon-button"
        aria-label="Dismiss"
        onClick={() => (shownError.value = null)}
      >
        ×
      </button>
    </div>
  );
}
