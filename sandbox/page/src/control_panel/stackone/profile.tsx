import type { JSX } from 'preact';
import type { ProfileSeen, ZoomAppSeen } from '../../../../server/snapshot/control_panel_seen.ts';
import { control } from '../../state/acts.ts';
import { Toggle } from '../simulator_card.tsx';

interface ProfileProps {
  readonly of: ProfileSeen;
  readonly zoomApps: readonly ZoomAppSeen[];
}

/** A connector profile with the accounts that were linked through it. */
export function Profile({ of: profile, zoomApps }: ProfileProps): JSX.Element {
  const { id, name, active, accounts } = profile;
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
          <Account key={account.id} of={account} />
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
      <MoreOfProfile of={profile} zoomApps={zoomApps} />
    </article>
  );
}

function Account({
  of: { id, owner, status },
}: {
  readonly of: ProfileSeen['accounts'][number];
}): JSX.Element {
  const isWell = status === 'active';
  const next = isWell ? 'error' : 'active';
  return (
    <li>
      {owner}: <b>{status}</b>{' '}
      <button
        type="button"
        class="button small"
        title={isWell ? 'Its status becomes error: Zoom no longer accepts the refresh token' : undefined}
        onClick={() => void control({ do: 'stackone.account', account: id, status: next })}
      >
        {isWell ? 'Break it' : 'Repair it'}
      </button>
    </li>
  );
}

const PAIRS = [
  ['development', 'Development'],
  ['production', 'Production'],
  ['wrong_secret', 'with a wrong secret'],
  ['public_client', 'with the public client’s ID'],
] as const;

function MoreOfProfile({ of: { id, version, pinned, clientId }, zoomApps }: ProfileProps): JSX.Element {
  const choose = (value: string) => {
    const [app, use] = value.split(' ');
    if (value !== '') void control({ do: 'stackone.pair', profile: id, pair: { app, use } });
  };
  return (
    <details class="more">
      <summary>Its credentials and version</summary>
      <p class="fact">
        It holds {clientId === null ? 'no client ID' : <code>{clientId}</code>}. Its secret is never shown.
      </p>
      <label class="fault">
        <span>Type others into it</span>
        <select class="field" value="" onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">Choose</option>
          {zoomApps.flatMap((app) =>
            PAIRS.map(([use, words]) => (
              <option key={`${app.clientId} ${use}`} value={`${app.clientId} ${use}`}>
                {app.name}: {words}
              </option>
            )),
          )}
        </select>
      </label>
      <Toggle
        label={pinned ? `Pinned at version ${version}` : `Follows the connector: version ${version}`}
        on={pinned}
        onTurn={(on) => void control({ do: 'stackone.pin', profile: id, on })}
      />
    </details>
  );
}
