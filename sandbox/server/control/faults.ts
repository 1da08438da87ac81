import type { Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

type Next = Switch<'faults'>['faults'];

const SLOW_MS = 2500;
/** Seconds of `Retry-After`. */
const PAUSE = 5;

export function setFault({ simulators, faults }: Sandbox, { host, faults: next }: Switch<'faults'>): void {
  faults[host] = next;
  if (host === 'slack') setSlackFault(simulators.slack.faults, next);
  else setHostFault(simulators[host], next);
}

function setHostFault(host: Sandbox['simulators']['zoom' | 'stackone'], next: Next): void {
  host.clearFaults();
  if (next === 'slow') host.slow(SLOW_MS);
  if (next === 'down') host.down();
  if (next === 'limited') host.answer({ status: 429, headers: { 'retry-after': String(PAUSE) }, body: {} });
}

function setSlackFault(faults: Sandbox['simulators']['slack']['faults'], next: Next): void {
  faults.clear();
  if (next === 'slow') faults.slow(SLOW_MS);
  if (next === 'down') faults.down();
  if (next === 'limited') faults.rateLimited({ retryAfter: PAUSE });
}
