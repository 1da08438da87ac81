import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { control } from '../state/acts.ts';
import { snapshot, viewer } from '../state/store.ts';
import { Toggle } from './simulator_card.tsx';

/** What can become of a person in Slack: they leave, cannot be written to, join a user group. Whoever is on screen is offered first. */
export function PeopleSwitches(): JSX.Element | null {
  const [chosen, choose] = useState<string | null>(null);
  const me = viewer.value;
  const workspace = snapshot.value?.workspaces.find(({ id }) => id === me?.team);
  const person =
    workspace?.people.find(({ id }) => id === chosen) ?? workspace?.people.find(({ id }) => id === me?.user);
  if (workspace === undefined || person === undefined) return null;
  const whom = { team: workspace.id, user: person.id };
  return (
    <>
      <label class="fault">
        <span>Person</span>
        <select class="field" value={person.id} onChange={(event) => choose(event.currentTarget.value)}>
          {workspace.people.map(({ id, realName }) => (
            <option key={id} value={id}>
              {realName}
            </option>
          ))}
        </select>
      </label>
      <Toggle
        label="The account is deactivated"
        on={person.isDeactivated}
        onTurn={(on) => void control({ do: 'slack.deactivate', ...whom, on })}
      />
      <Toggle
        label="Slack takes no direct message to this person"
        on={!person.isReachable}
        onTurn={(on) => void control({ do: 'slack.unreachable', ...whom, on })}
      />
      {workspace.userGroups.map(({ id, handle, members }) => (
        <Toggle
          key={id}
          label={`In the user group @${handle}`}
          on={members.includes(person.id)}
          onTurn={(on) => void control({ do: 'slack.group', ...whom, group: id, on })}
        />
      ))}
    </>
  );
}
