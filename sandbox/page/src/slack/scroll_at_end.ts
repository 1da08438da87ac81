import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageSeen } from '../../../server/contract.ts';
import { sentTo } from '../state/store.ts';

const NEAR_PX = 120;

/** Shows the end of a list first and after the person sent something, and stays there while one reads there. `list` names which list it is. */
export function useScrollAtEnd(list: string, all: readonly MessageSeen[]) {
  const box = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const shown = useRef('');
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const update = () => {
      atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_PX;
    };
    const stay = new ResizeObserver(() => {
      if (atEnd.current) current.scrollTop = current.scrollHeight;
    });
    current.addEventListener('scroll', update, { passive: true });
    stay.observe(current);
    return () => {
      current.removeEventListener('scroll', update);
      stay.disconnect();
    };
  }, [list]);
  useLayoutEffect(() => {
    const { current } = box;
    const isNew = shown.current !== list;
    shown.current = list;
    if (current !== null && (isNew || atEnd.current)) current.scrollTop = current.scrollHeight;
  }, [list, all]);
  const { value: sent } = sentTo;
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || sent?.list !== list) return;
    atEnd.current = true;
    current.scrollTop = current.scrollHeight;
  }, [sent]);
  return box;
}
