import type { ComponentChildren, JSX, RefObject } from 'preact';

/** A part that scrolls by itself, by keyboard too: it has a name and takes the focus. */
export function Scroll(props: {
  readonly class: string;
  readonly label: string;
  readonly children: ComponentChildren;
  readonly box?: RefObject<HTMLElement | null>;
}): JSX.Element {
  const { box } = props;
  return (
    <section
      {...(box === undefined ? {} : { ref: box })}
      class={props.class}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll
      tabIndex={0}
    >
      {props.children}
    </section>
  );
}
