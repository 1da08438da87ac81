import type { Person } from './contract.ts';
import type { Desk } from './delivery/deliver.ts';
import { eyesOf } from './person/eyes.ts';
import { handsOf } from './person/hands.ts';
import { visitHome } from './person/home.ts';
import type { Team, User } from './state/world.ts';

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
