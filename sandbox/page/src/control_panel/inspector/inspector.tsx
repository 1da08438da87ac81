import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HostCallSeen, RequestSeen } from '../../../../server/contract.ts';
import { control } from '../../state/acts.ts';
import { getHostCalls, getRequests } from '../../state/api.ts';
import { inspected, snapshot } from '../../state/store.ts';
import { Scroll } from '../../text/scroll.tsx';
import { Detail } from './inspector_detail.tsx';
import { HostCallRow, RequestRow } from './inspector_rows.tsx';

type Filter = 'slack' | 'broken' | 'hosts';
const filter = signal<Filter>('slack');

const FILTERS: readonly (readonly [Filter, string])[] = [
  ['slack', 'Slack'],
  ['broken', 'Broken rules'],
  ['hosts', 'Zoom and StackOne'],
];

/** All traffic, newest first, and each rule of the platform that was broken. */
export function Inspector(): JSX.Element {
  const { requests, hostCalls } = useTraffic();
  if (inspected.value !== null) return <Detail of={inspected.value} />;
  const shown =
    filter.value === 'broken' ? requests.filter(({ violations }) => violations.length > 0) : requests;
  return (
    <div class="inspector">
      <div class="inspector-top">
        <fieldset class="filters">
          <legend class="unseen">Show</legend>
          {FILTERS.map(([key, words]) => (
            <label key={key}>
              <input
                type="radio"
                name="filter"
                checked={filter.value === key}
                onChange={() => (filter.value = key)}
              />
              <span>{words}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" class="button small" onClick={() => void control({ do: 'inspector.clear' })}>
          Clear
        </button>
      </div>
      <Verdict />
      <Scroll class="inspector-list" label="Requests">
        {filter.value === 'hosts'
          ? hostCalls.toReversed().map((one, index) => <HostCallRow key={`${one.at} ${index}`} of={one} />)
          : shown.toReversed().map((one) => <RequestRow key={one.id} of={one} />)}
      </Scroll>
    </div>
  );
}

function Verdict(): JSX.Element {
  const { broken = 0, requests = 0 } = snapshot.value?.inspector ?? {};
  if (broken === 0) return <p class="verdict">No rule of Slack was broken in {requests} requests.</p>;
  return (
    <p class="verdict is-broken" role="status">
      {broken === 1 ? 'One rule of Slack was broken.' : `${broken} rules of Slack were broken.`}
    </p>
  );
}

interface Traffic {
  readonly requests: readonly RequestSeen[];
  readonly hostCalls: readonly HostCallSeen[];
}

/** Fetched again with every snapshot: the server sends one when there is new traffic. */
function useTraffic(): Traffic {
  const [traffic, setTraffic] = useState<Traffic>({ requests: [], hostCalls: [] });
  const { value: seen } = snapshot;
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([getRequests(), getHostCalls()]).then(
      ([requests, hostCalls]) => {
        if (isCurrent) setTraffic({ requests, hostCalls });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [seen]);
  return traffic;
}
