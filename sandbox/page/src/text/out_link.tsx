import type { ComponentChildren } from 'preact';
import { showInPanel, simulatorAt } from '../control_panel/panel_section.ts';

/** A link. An address of Zoom's or StackOne's console opens their part of the control panel instead. */
export function OutLink({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  const host = simulatorAt(url);
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={host === null ? url : `${url} (played by the control panel here)`}
      onClick={(event) => {
        if (host === null) return;
        event.preventDefault();
        showInPanel(host);
      }}
    >
      {children}
    </a>
  );
}
