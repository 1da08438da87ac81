import { useEffect, useRef } from 'preact/hooks';

const FIELDS = 'input:not([type=hidden]), textarea, select';

/**
 * The focus of a modal: into its first field when it opens, to the first field with an error, and back to where it came
 * from at the end. The control room beside it stays in reach, so the keyboard is not locked in.
 */
export function useDialogFocus(view: string, errorBlock: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>(`[data-focus=yes], ${FIELDS}`);
    const wanted = box.current?.querySelector<HTMLElement>('[data-focus=yes]') ?? first ?? box.current;
    wanted?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [view]);
  useEffect(() => {
    if (errorBlock === undefined) return;
    const place = box.current?.querySelector<HTMLElement>('.has-error');
    place?.scrollIntoView({ block: 'nearest' });
    place?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, [errorBlock]);
  return box;
}
