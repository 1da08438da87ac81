import { chosenOwners, type ZoomApp } from '../../../core/apps/zoom_app.ts';
import { people, typed, wordList } from '../../blocks/text.ts';

/** "@Ana, @Ben and the group zoom-team"; mentions nobody of a group. */
export function ownerWords(app: Pick<ZoomApp, 'owners' | 'ownersByGroup' | 'ownerGroups'>): string {
  const { ownerGroups = [] } = app;
  const chosen = chosenOwners(app);
  if (ownerGroups.length === 0)
    return chosen.length === 0 ? 'nobody; whoever edits it chooses them' : people(chosen);
  const groups = ownerGroups.map(
    ({ handle, trouble }) =>
      `${typed(handle, 60) || 'unnamed'}${trouble === null ? '' : ` (${troubleWords(trouble)})`}`,
  );
  const named = `the ${groups.length === 1 ? 'group' : 'groups'} ${wordList(groups)}`;
  return chosen.length === 0 ? named : `${people(chosen)}, and ${named}`;
}

/** `trouble`: Slack's error code. Those who were in the group stay owners. */
function troubleWords(trouble: string): string {
  switch (trouble) {
    case 'missing_scope':
      return 'who is in it is not known any more, without the scope usergroups:read';
    case 'no_such_subteam':
    case 'subteam_not_found':
      return 'gone in Slack; those who were in it stay owners';
    case 'no_members':
      return 'empty in Slack; those who were in it stay owners';
    default:
      return 'who is in it cannot be read at the moment';
  }
}
