import type { Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

type Next = Switch<'weather'>['weather'];

const SLOW_MS = 2500;
/** Seconds of `Retry-After`. */
const PAUSE = 5;

export function setWeather({ worlds, weather }: Sandbox, { world, weather: next }: Switch<'weather'>): void {
  weather[world] = next;
  if (world === 'slack') overSlack(worlds.slack.weather, next);
  else overOutside(worlds[world], next);
}

function overOutside(outside: Sandbox['worlds']['zoom' | 'stackone'], next: Next): void {
  outside.clearWeather();
  if (next === 'slow') outside.slow(SLOW_MS);
  if (next === 'down') outside.down();
  if (next === 'limited')
    outside.answer({ status: 429, headers: { 'retry-after': String(PAUSE) }, body: {} });
}

function overSlack(sky: Sandbox['worlds']['slack']['weather'], next: Next): void {
  sky.clear();
  if (next === 'slow') sky.slow(SLOW_MS);
  if (next === 'down') sky.down();
  if (next === 'limited') sky.rateLimited({ retryAfter: PAUSE });
}
