import { changed } from '../state/changes.ts';
import type { SlackState, User, UserGroup } from '../state/workspace_state.ts';

/** Changes of people. The app is told of none: no event of its manifest is about them. */

/** A deactivated account keeps its id, and its direct messages take what apps post (S30). */
export function deactivate(slackState: SlackState, user: User, on: boolean): void {
  user.isDeactivated = on;
  changed(slackState);
}

export function putIntoGroup(slackState: SlackState, group: UserGroup, userId: string, on: boolean): void {
  const others = group.members.filter((member) => member !== userId);
  group.members = on ? [...others, userId] : others;
  changed(slackState);
}
