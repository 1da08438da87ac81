import type { PersonDoer } from '../../core/turns/turn.ts';
import { readOwners } from '../../store/ownership/owners.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readNamedStepAdmins } from '../../store/turns/step_admins.ts';

/** As many as are reminded of one turn. */
const mostPeople = 20;

export interface PeopleAsked {
  /** Slack user ids. */
  readonly whom: readonly string[];
  /** They are owners, who pass it on: nobody is named for the step. */
  readonly passOn: boolean;
}

/** Whose turn it is. */
export type PeopleOfTurn = (appId: string, doer: PersonDoer) => PeopleAsked;

export async function readPeopleOfTurns(
  tx: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<PeopleOfTurn> {
  const admins = await readNamedStepAdmins(tx, workspaceId);
  const owners = await readOwners(tx, workspaceId, appIds);
  return (appId, doer) => {
    const named = doer === 'owner' ? [] : admins[doer];
    const whom = (named.length > 0 ? named : (owners.get(appId) ?? [])).slice(0, mostPeople);
    return { whom, passOn: doer !== 'owner' && named.length === 0 };
  };
}
