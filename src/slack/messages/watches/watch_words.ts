import { isDirectMessage } from '../../../core/slack_ids.ts';
import type { WatchKey } from '../../../core/watches/watch.ts';
import { type WatchLevel, watchLevels } from '../../../core/watches/watch_level.ts';
import { actionIds } from '../../action_ids.ts';
import type { StaticSelect } from '../../blocks/block_types.ts';
import { nth, select } from '../../blocks/elements.ts';
import { channel, named, person } from '../../blocks/text.ts';

/** After "watches *Tide*: ". */
export const levelWords: Record<WatchLevel, string> = {
  milestones: 'milestones',
  changes: 'changes, milestones among them',
  failures: 'failures, and their end',
  all: 'everything',
};

const levelLabels: Record<WatchLevel, string> = {
  milestones: 'Milestones',
  changes: 'Changes',
  failures: 'Failures',
  all: 'Everything',
};

/** "#general", or the person who is sent direct messages; a mention in a list that one person sees notifies nobody. */
export function watchPlace(channelId: string): string {
  return isDirectMessage(channelId) ? `direct messages to ${person(channelId)}` : channel(channelId);
}

/** "in #general", "as direct messages to @Ana": after what is watched. */
export function watchedWhere(channelId: string): string {
  return `${isDirectMessage(channelId) ? 'as' : 'in'} ${watchPlace(channelId)}`;
}

/** "*Tide*", "every Zoom app" */
export const watchedName = ({ appName }: { readonly appName: string | null }): string =>
  appName === null ? 'every Zoom app' : `*${named(appName)}*`;

/** `key` in a button's value. */
export const watchValue = ({ channelId, appId }: WatchKey): string => `${channelId} ${appId ?? 'all'}`;

/** Changes one watch, or ends it; `mark` tells it from others of the message. */
export function watchMenu(key: WatchKey, level: WatchLevel, mark: string | number): StaticSelect {
  const value = watchValue(key);
  const choices = watchLevels.map((each) => ({ label: levelLabels[each], value: `${value} ${each}` }));
  const menu = select('Change', nth(actionIds.changeWatch, mark), [
    ...choices,
    { label: 'End this watch', value: `${value} end` },
  ]);
  const current = menu.options?.find((option) => option.value === `${value} ${level}`);
  return current === undefined ? menu : { ...menu, initial_option: current };
}
