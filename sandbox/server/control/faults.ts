import type { Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

type Next = Switch<'faults'>['faults'];

const SLOW_MS = 2500;
/** Seconds of `Retry-After`. */
const PAUSE = 5;

export function setFault({ simulators, faults }: Sandbox, { host, faults: next }: Switch<'faults'>): void {
  faults[host] = next;
  if (host === 'slack') overSlack(simulators.slack.faults, next);
  else overHost(simulators[host], next);
}

function overHost(hostCalls: Sandbox['simulators']['zoom' | 'stackone'], next: Next): void {
  hostCalls.clearFaults();
  if (next === 'slow') hostCalls.slow(SLOW_MS);
  if (next === 'down') hostCalls.down();
  if (next === 'limited')
    hostCalls.answer({ status: 429, headers: { 'retry-after': String(PAUSE) }, body: {} });
}

function overSlack(faults: Sandbox['simulators']['slack']['faults'], next: Next): void {
  faults.clear();
  if (next === 'slow') faults.slow(SLOW_MS);
  if (next === 'down') faults.down();
  if (next === 'limited') faults.rateLimited({ retryAfter: PAUSE });
}
