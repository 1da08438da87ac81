import { deactivate, putIntoGroup } from '../../simulators/slack/acts/people.ts';
import { whoIs } from '../acts/places.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

/** Changes of people: they leave, cannot be written to, join user groups. */

export function deactivatePerson(sandbox: Sandbox, asked: Switch<'slack.deactivate'>): void {
  const { slackState, user } = whoIs(sandbox, asked.team, asked.user);
  deactivate(slackState, user, asked.on);
}

/** With a code that is about a person (docs: errors of conversations.open). */
const unreachable = 'user_not_visible';

export function refusePerson(sandbox: Sandbox, asked: Switch<'slack.unreachable'>): void {
  const { user } = whoIs(sandbox, asked.team, asked.user);
  const { faults } = sandbox.simulators.slack;
  faults.allowAgain(user.id);
  if (asked.on) faults.refuse({ channel: user.id, error: unreachable });
}

export function changeGroup(sandbox: Sandbox, asked: Switch<'slack.group'>): void {
  const { slackState, team, user } = whoIs(sandbox, asked.team, asked.user);
  const group = team.userGroups.find(({ id }) => id === asked.group);
  if (group === undefined) throw new Refusal(404, 'No such user group');
  putIntoGroup(slackState, group, user.id, asked.on);
}
