import type { BackstageSeen, ProfileSeen } from '../contract.ts';
import type { Sandbox } from '../sandbox.ts';

/** The control room's own picture: only Zoom's profiles, the project's others are noise for a newcomer. */
export function backstageSeen({
  worlds,
  weather,
  oddLists,
  tokenAnswer,
  zoomApps,
  accounts,
  greenroom,
}: Sandbox): BackstageSeen {
  const profiles = worlds.stackone
    .profiles()
    .filter((one) => one.connector_key === 'zoom')
    .map(
      ({ id, name, active }): ProfileSeen => ({
        id,
        name,
        active,
        accounts: accounts
          .filter((one) => one.connector_profile_id === id)
          .map((one) => ({ id: one.id, owner: one.owner_name, status: one.status })),
      }),
    );
  return {
    tokenAnswer,
    oddLists: { ...oddLists },
    weather: { ...weather },
    zoomApps: zoomApps.map((app) => ({ ...app })),
    profiles,
    greenroom: greenroom.seen(),
    sockets: worlds.slack.connections(),
    older: worlds.slack.desk.world.lacks.size > 0,
  };
}
