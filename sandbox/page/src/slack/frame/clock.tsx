import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { clock } from '../../state/acts.ts';
import { snapshot } from '../../state/store.ts';

const WORDS: Record<string, string> = {
  timeout: 'too late: Slack gave up',
  unreachable: 'nobody there',
  refused: 'refused by the app',
};
const FAILED = new Set(Object.keys(WORDS));

/** The three seconds an app has to answer, as they pass, and how the last answer went. */
export function AckClock(): JSX.Element | null {
  const { value: last } = clock;
  const most = snapshot.value?.ackMs ?? 3000;
  const passed = usePassed(last?.ended === null ? last.began : null);
  if (last === null) return null;
  const ms = last.ended?.ms ?? passed;
  const lost = last.ended !== null && FAILED.has(last.ended.outcome);
  const state = last.ended === null ? 'is-running' : lost ? 'is-lost' : 'is-in-time';
  const words = last.ended === null ? 'waiting' : (WORDS[last.ended.outcome] ?? 'answered');
  return (
    <div class={`clock ${state}`} role="timer" aria-label={`${last.what}: ${words}`}>
      <span class="clock-what">{last.what}</span>
      <span class="clock-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (ms / most) * 100)}%` }} />
      </span>
      <span class="clock-words">
        {words}{' '}
        {last.ended?.outcome !== 'unreachable' && (
          <>
            <b>{seconds(ms)}</b> of {most / 1000} s
          </>
        )}
      </span>
    </div>
  );
}

const seconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

function usePassed(began: number | null): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    if (began === null) return;
    const timer = setInterval(() => setPassed(performance.now() - began), 50);
    return () => clearInterval(timer);
  }, [began]);
  return passed;
}
