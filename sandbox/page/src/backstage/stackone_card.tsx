import type { JSX } from 'preact';
import type { ProfileSeen } from '../../../server/contract.ts';
import { control } from '../state/acts.ts';
import { NameForm, Toggle, WorldCard } from './world_card.tsx';

/** StackOne's console: connector profiles and linked accounts. */
export function StackOneCard({ profiles }: { readonly profiles: readonly ProfileSeen[] }): JSX.Element {
  return (
    <WorldCard
      world="stackone"
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
    </WorldCard>
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
