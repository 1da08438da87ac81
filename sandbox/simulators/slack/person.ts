import type { Person } from './contract.ts';
import type { Session } from './delivery/deliver.ts';
import { visitHome } from './person/home.ts';
import { handsOf } from './person/person_acts.ts';
import { eyesOf } from './person/person_reads.ts';
import type { Team, User } from './state/workspace_state.ts';

/** A person at the keyboard: every verb of `Person`, bound to one user of one workspace. */
export function personOf(session: Session, team: Team, user: User): Person {
  const who = { slackState: session.slackState, team, user };
  return {
    id: user.id,
    name: user.name,
    ...eyesOf(session, who),
    ...handsOf(session, who),
    opensHome: () => visitHome(session, who),
  };
}
