import type { ComponentChildren } from 'preact';
import { backstageOf, showBackstage } from '../control_panel/panel_section.ts';

/** A link. What leads into Zoom's or StackOne's console opens their part of the control room instead. */
export function OutLink({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  const world = backstageOf(url);
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={world === null ? url : `${url} (played by the control room here)`}
      onClick={(event) => {
        if (world === null) return;
        event.preventDefault();
        showBackstage(world);
      }}
    >
      {children}
    </a>
  );
}
