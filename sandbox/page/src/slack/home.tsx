import type { JSX } from 'preact';
import { objectsAt } from '../../../simulators/slack/json.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { open } from '../state/acts.ts';
import { channelOnScreen, goTo, snapshot, type Where } from '../state/store.ts';
import { Scroll } from '../text/scroll.tsx';
import { ChannelBody } from './channel.tsx';
import { AppIcon } from './frame/avatar.tsx';
import { openApp } from './frame/sidebar.tsx';

type Tab = Extract<Where, { kind: 'app' }>['tab'];

/** The app's own pages: Home, Messages, About. */
export function AppPlace({ tab }: { readonly tab: Tab }): JSX.Element {
  return (
    <>
      <header class="channel-head app-head">
        <h2>
          <AppIcon small /> {snapshot.value?.app.name}
        </h2>
        <nav class="tabs" aria-label="Pages of the app">
          <TabButton tab={tab} of="home" onClick={openApp}>
            Home
          </TabButton>
          <TabButton tab={tab} of="messages" onClick={openMessages}>
            Messages
          </TabButton>
          <TabButton tab={tab} of="about" onClick={() => goTo({ kind: 'app', tab: 'about' })}>
            About
          </TabButton>
        </nav>
      </header>
      {tab === 'home' && <Home />}
      {tab === 'messages' && channelOnScreen.value !== null && <ChannelBody of={channelOnScreen.value} />}
      {tab === 'about' && <About />}
    </>
  );
}

function openMessages(): void {
  goTo({ kind: 'app', tab: 'messages' });
  void open('messages');
}

const TabButton = (props: { tab: Tab; of: Tab; onClick: () => void; children: string }) => (
  <button
    type="button"
    class="tab"
    aria-current={props.tab === props.of ? 'page' : undefined}
    onClick={props.onClick}
  >
    {props.children}
  </button>
);

function Home(): JSX.Element {
  const home = snapshot.value?.home ?? null;
  if (home === null)
    return (
      <p class="beginning" role="status">
        Waiting for Greenroom to show its Home…
      </p>
    );
  const around = {
    place: { kind: 'view', view: home.id },
    surface: 'home',
    fields: home.fields,
    errors: home.errors,
  } as const;
  return (
    <Scroll class="home" label="App Home">
      <Blocks of={objectsAt(home.content, 'blocks')} around={around} />
    </Scroll>
  );
}

const About = (): JSX.Element => (
  <div class="home">
    <ul class="about">
      {snapshot.value?.commands.map(({ command, description, hint }) => (
        <li key={command}>
          <strong>{command}</strong> <span class="command-hint">{hint}</span>
          <br />
          {description}
        </li>
      ))}
    </ul>
  </div>
);
