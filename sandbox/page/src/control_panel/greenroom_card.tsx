import type { JSX } from 'preact';
import type { GreenroomSeen } from '../../../server/snapshot/control_panel_seen.ts';
import { control } from '../state/acts.ts';
import { Scroll } from '../text/scroll.tsx';

/** What its name is followed by. */
export const STATES: Record<GreenroomSeen['state'], string> = {
  starting: 'is starting',
  running: 'is running',
  frozen: 'is frozen',
  stopped: 'is stopped',
};

/** The real process. */
export function GreenroomCard({
  of: { state, transport, pollSeconds, aheadMs, log },
}: {
  readonly of: GreenroomSeen;
}): JSX.Element {
  const restart = (more: object = {}) => void control({ do: 'greenroom.restart', ...more });
  const other = transport === 'socket' ? 'http' : 'socket';
  return (
    <section class="simulator" aria-label="Greenroom">
      <header>
        <h2>
          Greenroom <span class={`state state-${state}`}>{STATES[state]}</span>
        </h2>
        <p>
          The real process. It looks into StackOne{' '}
          {pollSeconds === 1 ? 'every second' : `every ${pollSeconds} s`}.
          {aheadMs > 0 && ` For it, ${passedWords(aheadMs)} passed. Its time: ${timeWords(aheadMs)}.`}
        </p>
      </header>
      <div class="block-actions">
        <button type="button" class="button small" disabled={state === 'starting'} onClick={() => restart()}>
          {state === 'stopped' ? 'Start' : 'Restart'}
        </button>
        {state === 'running' && (
          <button type="button" class="button small danger" onClick={() => restart({ how: 'kill' })}>
            Kill -9 and restart
          </button>
        )}
        {state === 'running' && (
          <button type="button" class="button small" onClick={() => void control({ do: 'greenroom.stop' })}>
            Stop
          </button>
        )}
        <button
          type="button"
          class="button small"
          disabled={state === 'starting'}
          onClick={() => restart({ transport: other })}
        >
          Switch to {other === 'http' ? 'HTTP' : 'Socket Mode'}
        </button>
        <button
          type="button"
          class="button small"
          disabled={state === 'starting'}
          onClick={() => restart({ pollSeconds: pollSeconds === 1 ? 30 : 1 })}
        >
          {pollSeconds === 1 ? 'Look every 30 s, as in real life' : 'Time lapse: look every second'}
        </button>
        {pollSeconds > 1 && state === 'running' && <PollNow />}
        {(state === 'running' || state === 'frozen') && <Freeze frozen={state === 'frozen'} />}
      </div>
      <TimePasses disabled={state === 'starting'} onPass={(pass) => restart({ pass })} />
      <details class="more">
        <summary>Its log</summary>
        <Scroll class="log" label="Log">
          <pre>{log.join('\n')}</pre>
        </Scroll>
      </details>
    </section>
  );
}

const DAY_MS = 24 * 60 * 60_000;

function passedWords(aheadMs: number): string {
  const days = Math.floor(aheadMs / DAY_MS);
  if (days === 0) return 'some hours have';
  return days === 1 ? '1 day has' : `${days} days have`;
}

const inUtc = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  ...{ timeZone: 'UTC', timeZoneName: 'short' },
});

const timeWords = (aheadMs: number): string => inUtc.format(new Date(Date.now() + aheadMs));

const PASSING: readonly (readonly [pass: number | 'workday', label: string])[] = [
  ['workday', 'Next working day, 14:00 UTC'],
  [1, '1 day'],
  [7, '1 week'],
  [30, '30 days'],
];

/** Its clock is set at the start, so it is started anew. The clocks of Slack, Zoom and StackOne stay. */
const TimePasses = ({
  disabled,
  onPass,
}: {
  readonly disabled: boolean;
  readonly onPass: (pass: number | 'workday') => void;
}): JSX.Element => (
  <div class="block-actions">
    <span>
      Let time pass (Greenroom starts anew, some days later). It reminds people and posts digests on working
      days:
    </span>
    {PASSING.map(([pass, label]) => (
      <button key={pass} type="button" class="button small" disabled={disabled} onClick={() => onPass(pass)}>
        {label}
      </button>
    ))}
  </div>
);

/** The schedule is read at the start, so the process is started twice: with a fast one, and with its own again. */
const PollNow = (): JSX.Element => (
  <button
    type="button"
    class="button small"
    title="Greenroom starts anew for it, which takes a few seconds; then it polls at its usual interval again"
    onClick={() => void control({ do: 'greenroom.poll' })}
  >
    Make the next poll happen now
  </button>
);

const Freeze = ({ frozen }: { readonly frozen: boolean }): JSX.Element => (
  <button
    type="button"
    class="button small"
    title="A frozen process is there and answers nobody: Slack waits its 3 seconds and gives up"
    onClick={() => void control({ do: 'greenroom.freeze', on: !frozen })}
  >
    {frozen ? 'Thaw it' : 'Freeze it: it answers too late'}
  </button>
);
