import type { JSX } from 'preact';
import type { ControlPanelSeen, ListName } from '../../../../server/snapshot/control_panel_seen.ts';
import { control } from '../../state/acts.ts';
import { FaultSelect, NameForm, SimulatorCard, Toggle } from '../simulator_card.tsx';
import { ConnectorVersion } from './connector_version.tsx';
import { Profile } from './profile.tsx';
import { Sessions } from './sessions.tsx';

/** StackOne's console: connector profiles and linked accounts. */
export function StackOneCard({
  profiles,
  oddLists,
  stackone,
  zoomApps,
}: Pick<ControlPanelSeen, 'profiles' | 'oddLists' | 'stackone' | 'zoomApps'>): JSX.Element {
  return (
    <SimulatorCard
      host="stackone"
      title="StackOne"
      about="Connector Profiles → New → Zoom, with the client ID and secret."
    >
      {profiles.map((profile) => (
        <Profile key={profile.id} of={profile} zoomApps={zoomApps} />
      ))}
      <NameForm
        key={profiles.length}
        label={profiles.length === 0 ? 'New connector profile for Zoom' : 'Another connector profile'}
        initial={profiles.length === 0 ? 'StackOne Integration' : ''}
        button="Create the profile"
        onSend={(name) => void control({ do: 'stackone.create', name })}
      />
      <Toggle
        label={stackone.keyWrites ? 'Greenroom’s key may make connect links' : 'Greenroom’s key only reads'}
        on={stackone.keyWrites}
        onTurn={(writes) => void control({ do: 'stackone.key', writes })}
      />
      <Toggle
        label={
          stackone.webhooks ? 'Webhooks tell Greenroom of changed accounts' : 'No webhooks: Greenroom polls'
        }
        on={stackone.webhooks}
        onTurn={(on) => void control({ do: 'stackone.webhooks', on })}
      />
      <Sessions of={stackone} />
      <ConnectorVersion of={stackone} />
      <OddLists now={oddLists} />
    </SimulatorCard>
  );
}

type OddList = NonNullable<ControlPanelSeen['oddLists'][ListName]>;

const LISTS: readonly (readonly [ListName, string])[] = [
  ['profiles', 'Its list of profiles'],
  ['accounts', 'Its list of accounts'],
  ['actions', 'Its list of actions'],
];
const ODDITIES: readonly (readonly [OddList, string])[] = [
  ['empty_with_total', 'is empty, and counts some'],
  ['emptied', 'is suddenly empty'],
  ['total_too_large', 'counts more than it has'],
  ['total_too_small', 'counts fewer than it has'],
  ['no_total', 'does not count'],
  ['repeating_page', 'repeats its first page'],
  ['other_page', 'names another page'],
  ['row_twice', 'has a row twice'],
  ['unreadable_row', 'has a row without its name or status'],
  ['row_without_id', 'has a row without an id'],
  ['row_without_key', 'has a row without a key'],
  ['no_rows', 'has its rows elsewhere'],
  ['html', 'is a web page'],
];

function OddLists({ now }: { readonly now: ControlPanelSeen['oddLists'] }): JSX.Element {
  return (
    <details class="more">
      <summary>Let a list be wrong</summary>
      {LISTS.map(([list, label]) => (
        <FaultSelect
          key={list}
          label={label}
          right="is right"
          now={now[list]}
          faults={ODDITIES}
          onChoose={(odd) => void control({ do: 'stackone.list', list, odd })}
        />
      ))}
    </details>
  );
}
