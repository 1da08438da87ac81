import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ViewSeen } from '../../../../server/contract.ts';

const FIELDS = 'input:not([type=hidden]), textarea, select';

/**
 * The focus of a modal: into its first field when it opens or turns a page, to the first field with an error, and back to
 * where it came from at the end. The control panel beside it stays in reach, so the keyboard is not locked in.
 */
export function useDialogFocus({ id, hash }: ViewSeen, errorBlock: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  // Before the page behind is painted out of reach, and after it is in reach again.
  useLayoutEffect(() => {
    const { activeElement: before } = document;
    return () => queueMicrotask(() => before instanceof HTMLElement && before.isConnected && before.focus());
  }, []);
  useEffect(() => {
    if (!isBusy(box.current)) beginIn(box.current);
  }, [id, hash]);
  useEffect(() => {
    if (errorBlock === undefined) return;
    const place = box.current?.querySelector<HTMLElement>('.has-error');
    place?.scrollIntoView({ block: 'nearest' });
    place?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, [errorBlock]);
  return box;
}

/** Somebody is at a control that an update has left in place, or in the control panel; the submit button's work is done. */
function isBusy(box: HTMLElement | null): boolean {
  const { activeElement: at } = document;
  if (at === null || at.matches('.modal-foot .primary')) return false;
  return box?.contains(at) === true || at.closest('.control-panel') !== null;
}

function beginIn(box: HTMLElement | null): void {
  const wished = box?.querySelector<HTMLElement>('[data-focus=yes]');
  (wished ?? box?.querySelector<HTMLElement>(FIELDS) ?? box)?.focus();
}
