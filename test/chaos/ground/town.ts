import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { WorkspaceSpec } from '../../../sandbox/simulators/slack/index.ts';
import type { Plan } from '../plan/plan.ts';

const Manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });
const historyScopes = ['channels:history', 'groups:history'];

/** A workspace in which everybody is in every channel, and Greenroom too. */
export function townOf({ people, channels }: Plan): WorkspaceSpec {
  return {
    name: 'Chaos',
    people: people.map((name, index) => ({ name, realName: `Person ${index + 1}`, isAdmin: index === 0 })),
    channels: channels.map((name) => ({ name, members: people, hasBot: true })),
  };
}

/** What the bot's token may do: what the manifest asks for, with or without reading channels. */
export function botScopes(history: boolean): string[] {
  const manifest = Manifest.parse(
    parse(readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8')),
  );
  const without = manifest.oauth_config.scopes.bot.filter((scope) => !historyScopes.includes(scope));
  return history ? [...without, ...historyScopes] : without;
}
