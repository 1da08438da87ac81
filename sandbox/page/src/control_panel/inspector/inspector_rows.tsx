import type { JSX } from 'preact';
import type { HostCallSeen, RequestSeen } from '../../../../server/contract.ts';
import { inspected } from '../../state/store.ts';

const clockTime = (at: number): string => new Date(at).toLocaleTimeString('en-GB');

const isBad = (outcome: string | null): boolean => outcome !== null && !['ok', 'acked'].includes(outcome);

/** One request between Slack and the app. */
export function RequestRow({ of }: { readonly of: RequestSeen }): JSX.Element {
  const { id, at, direction, kind, ms, outcome, violations } = of;
  const out = direction === 'from_app';
  return (
    <button
      type="button"
      class={`request ${violations.length > 0 ? 'is-broken' : ''}`}
      onClick={() => (inspected.value = { kind: 'request', id })}
    >
      <span
        class={`arrow ${out ? 'arrow-out' : 'arrow-in'}`}
        title={out ? 'Greenroom asked Slack' : 'Slack told Greenroom'}
      >
        <span aria-hidden="true">{out ? '↑' : '↓'}</span>
        <span class="unseen">{out ? 'from the app: ' : 'to the app: '}</span>
      </span>
      <span class="request-kind">{kind}</span>
      <span class={`request-outcome ${isBad(outcome) ? 'is-bad' : ''}`}>{outcome ?? 'open'}</span>
      <span class="request-ms">{ms === null ? '' : `${ms} ms`}</span>
      <time class="request-at">{clockTime(at)}</time>
      {violations.map(({ code, pointer, message }) => (
        <span class="violation" key={`${code} ${pointer}`}>
          <b>{code}</b> {pointer} {message}
        </span>
      ))}
    </button>
  );
}

/** One request of Greenroom to Zoom or StackOne. */
export function HostCallRow({ of }: { readonly of: HostCallSeen }): JSX.Element {
  const notes = Object.entries(of.notes)
    .map(([key, value]) => `${key} ${value}`)
    .join(' · ');
  return (
    <div class="request to-host">
      <span class={`host-tag tag-${of.host}`}>{of.host === 'zoom' ? 'Zoom' : 'StackOne'}</span>
      <span class="request-kind">
        {of.method} {of.path}
      </span>
      <span
        class={`request-outcome ${of.status === null || of.status >= 500 || of.status === 429 ? 'is-bad' : ''}`}
      >
        {of.status ?? 'cut'}
      </span>
      <time class="request-at">{clockTime(of.at)}</time>
      {notes !== '' && <span class="request-notes">{notes}</span>}
    </div>
  );
}
