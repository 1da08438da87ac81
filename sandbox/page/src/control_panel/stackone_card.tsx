import type { JSX } from 'preact';
import type { ControlPanelSeen, ListName, ProfileSeen } from '../../../server/contract.ts';
import { control } from '../state/acts.ts';
import { FaultSelect, NameForm, SimulatorCard, Toggle } from './simulator_card.tsx';

/** StackOne's console: connector profiles and linked accounts. */
export function StackOneCard({
  profiles,
  oddLists,
}: Pick<ControlPanelSeen, 'profiles' | 'oddLists'>): JSX.Element {
  return (
    <SimulatorCard
      host="stackone"
      title="StackOne"
      about="Connector Profiles → New → Zoom, with the client ID and secret."
    >
      {profiles.map((profile) => (
        <Profile key={profile.id} of={profile} />
      ))}
      <NameForm
        key={profiles.length}
        label={profiles.length === 0 ? 'New connector profile for Zoom' : 'Another connector profile'}
        initial={profiles.length === 0 ? 'StackOne Integration' : ''}
        button="Create the profile"
        onSend={(name) => void control({ do: 'stackone.create', name })}
      />
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

function Profile({ of: { id, name, active, accounts } }: { readonly of: ProfileSeen }): JSX.Element {
  return (
    <article class="thing">
      <h3>{name}</h3>
      <Toggle
        label={active ? 'The profile is enabled' : 'The profile is disabled'}
        on={active}
        onTurn={(on) => void control({ do: 'stackone.enable', profile: id, on })}
      />
      <ul class="accounts">
        {accounts.map((account) => (
          <li key={account.id}>
            {account.owner}: <b>{account.status}</b>{' '}
            <button
              type="button"
              class="button small"
              onClick={() =>
                void control({
                  do: 'stackone.account',
                  account: account.id,
                  status: account.status === 'active' ? 'error' : 'active',
                })
              }
            >
              {account.status === 'active' ? 'Break it' : 'Repair it'}
            </button>
          </li>
        ))}
      </ul>
      <div class="block-actions">
        <button
          type="button"
          class="button small"
          onClick={() => void control({ do: 'stackone.link', profile: id })}
        >
          Link an account
        </button>
        <button
          type="button"
          class="button small danger"
          onClick={() => void control({ do: 'stackone.delete', profile: id })}
        >
          Delete the profile
        </button>
      </div>
    </article>
  );
}
