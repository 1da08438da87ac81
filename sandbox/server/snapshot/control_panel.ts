import type { ControlPanelSeen, ProfileSeen } from '../contract.ts';
import type { Sandbox } from '../sandbox.ts';

/** The control panel's part of the snapshot: of the profiles only those of Zoom. */
export function controlPanelSeen({
  simulators,
  faults,
  oddLists,
  tokenAnswer,
  zoomApps,
  accounts,
  greenroom,
}: Sandbox): ControlPanelSeen {
  const profiles = simulators.stackone
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
    faults: { ...faults },
    zoomApps: zoomApps.map((app) => ({ ...app })),
    profiles,
    greenroom: greenroom.seen(),
    sockets: simulators.slack.connections(),
    older: simulators.slack.session.slackState.lacks.size > 0,
  };
}
