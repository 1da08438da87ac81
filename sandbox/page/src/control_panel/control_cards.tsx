import type { JSX } from 'preact';
import { snapshot } from '../state/store.ts';
import { Scroll } from '../text/scroll.tsx';
import { GreenroomCard } from './greenroom_card.tsx';
import { SlackCard } from './slack_card.tsx';
import { StackOneCard } from './stackone/stackone_card.tsx';
import { Tour } from './tour/tour.tsx';
import { ZoomCard } from './zoom/zoom_card.tsx';

/** The consoles of the three simulators and of Greenroom's process. */
export function ControlCards(): JSX.Element | null {
  const seen = snapshot.value?.controlPanel;
  if (seen === undefined) return null;
  return (
    <Scroll class="control-panel-body" label="Control panel">
      <Tour />
      <ZoomCard apps={seen.zoomApps} tokenAnswer={seen.tokenAnswer} />
      <StackOneCard {...seen} />
      <SlackCard sockets={seen.sockets} transport={seen.greenroom.transport} older={seen.older} />
      <GreenroomCard of={seen.greenroom} />
    </Scroll>
  );
}
