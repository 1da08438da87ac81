import { type JsonObject, textAt } from '../json.ts';
import { channelOf } from '../state/places.ts';
import { takeOne } from '../state/sky.ts';
import type { World } from '../state/world.ts';
import { type Answer, no } from './call.ts';

/** What the weather makes of one call, before Slack itself looks at it. */
export type Storm =
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'failed'; readonly answer: Answer };

/** `#name` and id mean the same channel. */
function sameChannel(world: World, limited: string, asked: string): boolean {
  return world.teams.some((team) => {
    const channel = channelOf(team, limited);
    return channel !== null && channelOf(team, asked) === channel;
  });
}

export function stormOver(world: World, method: string, args: JsonObject): Storm | null {
  const { sky } = world;
  const page = takeOne(sky.html, () => true);
  if (page !== null) return { kind: 'html', status: page.status };
  const limit = takeOne(
    sky.limits,
    (one) =>
      (one.method === null || one.method === method) &&
      (one.channel === null || sameChannel(world, one.channel, textAt(args, 'channel'))),
  );
  if (limit !== null) return { kind: 'limited', retryAfter: limit.retryAfter };
  const failure = takeOne(sky.failures, (one) => one.method === method);
  return failure === null ? null : { kind: 'failed', answer: no(failure.error) };
}

/** Milliseconds this call is held back. */
export const delayOf = (world: World, method: string): number =>
  world.sky.slow
    .filter((one) => one.method === null || one.method === method)
    .reduce((sum, one) => sum + one.ms, 0);
