import { own } from '../../../core/own_property.ts';
import { type Activity, activities, type WhoMay, whoMay } from '../../../core/roles/activities.ts';
import type { EventKind } from '../../../store/apps/events.ts';
import { person, wordList } from '../../blocks/text.ts';
import { type Detail, strings } from '../history/event_detail.ts';

/** What people may do, as a verb with its object. */
export const activityWords: Readonly<Record<Activity, string>> = {
  register: 'register Zoom apps',
  edit: 'edit an app, its scopes and its profile',
  tick: 'say what only a person can see, and answer questions',
  rotate: 'replace or forget a client secret',
  prove: 'prove a profile, or link an account',
  archive: 'archive and restore an app',
  delete: 'delete an app for good',
};

export const whoMayWords: Readonly<Record<WhoMay, string>> = {
  everyone: 'everyone here',
  owners: 'its owners and admins',
  admins: 'admins only',
};

/** What happened to a workspace's roles and admins, for its history. Detail as `setRoles` and `setAdmins` write it. */
export const roleEventWords = {
  roles_changed: ({ roles }: Detail) => {
    const chosen: Detail = typeof roles === 'object' && roles !== null ? { ...roles } : {};
    const words = activities.flatMap((activity) => {
      const who = whoMay.find((one) => one === own(chosen, activity));
      return who === undefined ? [] : [`${whoMayWords[who]} may ${activityWords[activity]}`];
    });
    return `decided who may do what${words.length === 0 ? '' : `: ${words.join('; ')}`}.`;
  },
  admins_changed: ({ added, removed }: Detail) => {
    const parts = [
      ...named(added, (list) => `made ${list} an admin of Greenroom`),
      ...named(removed, (list) => `took ${list} off the admins of Greenroom`),
    ];
    return `${parts.join(' and ') || 'changed who is an admin of Greenroom'}.`;
  },
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

function named(userIds: unknown, words: (list: string) => string): string[] {
  const given = strings(userIds);
  if (given.length === 0) return [];
  const more = given.length > 10 ? [`${given.length - 10} more`] : [];
  return [words(wordList([...given.slice(0, 10).map((id) => person(id)), ...more]))];
}
