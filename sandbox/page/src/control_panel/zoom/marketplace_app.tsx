import type { JSX, TargetedSubmitEvent } from 'preact';
import type { ZoomAppSeen } from '../../../../server/snapshot/control_panel_seen.ts';
import { control } from '../../state/acts.ts';
import { Toggle } from '../simulator_card.tsx';
import { Copyable } from './copyable.tsx';

/** One app on its Marketplace pages; what most people never change is folded away. */
export function MarketplaceApp({ of: app }: { readonly of: ZoomAppSeen }): JSX.Element {
  const { name, clientId, clientSecret, enabled, ready } = app;
  return (
    <article class="thing">
      <h3>{name}</h3>
      <Copyable label="Client ID" value={clientId} />
      <Copyable label="Client secret" value={clientSecret} hide />
      <Toggle
        label={ready ? 'Local Test shows “Ready for local test”' : 'Local Test does not show Ready'}
        on={ready}
        onTurn={(on) => void control({ do: 'zoom.ready', clientId, on })}
      />
      <Toggle
        label={enabled ? 'Zoom accepts these credentials' : 'Zoom refuses them: the app is disabled'}
        on={enabled}
        onTurn={(on) => void control({ do: 'zoom.enable', clientId, on })}
      />
      <button
        type="button"
        class="button small"
        onClick={() => void control({ do: 'zoom.rotate', clientId })}
      >
        Regenerate the secret
      </button>
      <MoreOfApp of={app} />
    </article>
  );
}

function MoreOfApp({ of: app }: { readonly of: ZoomAppSeen }): JSX.Element {
  const { clientId, production, publicClientId, shared, management, redirectAllowed } = app;
  const admins = management === 'admin';
  return (
    <details class="more">
      <summary>Redirect, scopes, Production</summary>
      <Toggle
        label={
          redirectAllowed
            ? 'StackOne’s redirect URL is on the allow list'
            : 'The allow list lacks StackOne’s redirect URL'
        }
        on={redirectAllowed}
        onTurn={(on) => void control({ do: 'zoom.redirect', clientId, on })}
      />
      <Toggle
        label={
          admins
            ? 'Admin-managed: only an admin may authorize it'
            : 'User-managed: everybody may authorize it'
        }
        on={admins}
        onTurn={(on) => void control({ do: 'zoom.managed', clientId, by: on ? 'admin' : 'user' })}
      />
      <Scopes of={app} />
      <Copyable label="Production client ID" value={production.clientId} />
      <Copyable label="Production secret" value={production.clientSecret} hide />
      <Toggle
        label={shared ? 'Production is shared for Beta' : 'Production is not shared for Beta'}
        on={shared}
        onTurn={(on) => void control({ do: 'zoom.shared', clientId, on })}
      />
      <Copyable label="Public client ID" value={publicClientId} />
    </details>
  );
}

function Scopes({ of: { clientId, scopes } }: { readonly of: ZoomAppSeen }): JSX.Element {
  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget).get('scopes');
    void control({ do: 'zoom.scopes', clientId, scopes: typeof filled === 'string' ? filled : '' });
  };
  return (
    <form class="accept-form" key={scopes.join(' ')} onSubmit={send}>
      <label>
        <span>Scopes</span>
        <textarea class="field" name="scopes" rows={3} defaultValue={scopes.join('\n')} />
      </label>
      <button type="submit" class="button small">
        Save the scopes
      </button>
    </form>
  );
}
