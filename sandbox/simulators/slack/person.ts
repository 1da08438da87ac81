import type { Person } from './contract.ts';
import type { Desk } from './delivery/deliver.ts';
import { visitHome } from './person/home.ts';
import { handsOf } from './person/person_acts.ts';
import { eyesOf } from './person/person_reads.ts';
import type { Team, User } from './state/workspace_state.ts';

/** A person at the keyboard: every verb of `Person`, bound to one user of one workspace. */
export function personOf(desk: Desk, team: Team, user: User): Person {
  const who = { world: desk.world, team, user };
  return {
    id: user.id,
    name: user.name,
    ...eyesOf(desk, who),
    ...handsOf(desk, who),
    opensHome: () => visitHome(desk, who),
  };
}
