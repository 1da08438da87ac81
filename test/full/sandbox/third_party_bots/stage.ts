import { afterEach, vi } from 'vitest';
import {
  type Person,
  type SimulatedSlack,
  type SlackOptions,
  startSlack,
} from '../../../../sandbox/simulators/slack/index.ts';
import { boltBot } from './bots/bolt_bot.ts';
import { type Bot, WIRES, type Wire } from './bots/bot.ts';
import { edgeBot } from './bots/edge_bot.ts';

export const BOTS: readonly Bot[] = [boltBot, edgeBot];

/** Each bot over each transport, for `describe.each`. */
export const STRANGERS = BOTS.flatMap((bot) => WIRES.map((wire) => ({ bot, wire, name: bot.name })));

const stops: (() => Promise<unknown>)[] = [];

/** What a test started ends with it, the last first. */
export const endsWithTheTest = (stop: () => Promise<unknown>): void => void stops.push(stop);

afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
  vi.unstubAllGlobals();
});

export interface Scene {
  readonly slack: SimulatedSlack;
  readonly ana: Person;
  readonly zoe: Person;
  /** Types the command of the bot with these words into #zoom-integration, as Ana. */
  readonly asks: (words: string) => ReturnType<Person['types']>;
}

export const PLACE = '#zoom-integration';

export async function playWith(bot: Bot, wire: Wire, options: Partial<SlackOptions> = {}): Promise<Scene> {
  const slack = await startSlack({ manifest: bot.manifest(wire), ...options });
  endsWithTheTest(() => slack.stop());
  endsWithTheTest(await bot.start(slack, wire));
  const ana = slack.person('ana');
  const asks = (words: string) => ana.types(PLACE, `${bot.command} ${words}`.trim());
  return { slack, ana, zoe: slack.person('zoe'), asks };
}
