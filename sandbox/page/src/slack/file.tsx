import type { JSX } from 'preact';
import type { FileSeen } from '../../../server/contract.ts';
import { Scroll } from '../text/scroll.tsx';

/** A file that was shared with a message; opened, it shows its text. */
export function File({ of: { name, title, text } }: { readonly of: FileSeen }): JSX.Element {
  return (
    <details class="shared-file">
      <summary>
        <span class="file-sign" aria-hidden="true">
          📄
        </span>
        <span class="file-title">{title}</span>
        <span class="file-name">
          {name}, {new Blob([text]).size.toLocaleString('en-GB')} bytes
        </span>
      </summary>
      <Scroll class="file-text" label={name}>
        <pre>{text}</pre>
      </Scroll>
    </details>
  );
}
