import type { JSX, TargetedSubmitEvent } from 'preact';
import type { ControlPanelSeen, ZoomAppSeen } from '../../../../server/snapshot/control_panel_seen.ts';
import { control } from '../../state/acts.ts';
import { FaultSelect, NameForm, SimulatorCard } from '../simulator_card.tsx';
import { MarketplaceApp } from './marketplace_app.tsx';

/** Zoom's Marketplace, as the Zoom admin meets it. */
export function ZoomCard({
  apps,
  tokenAnswer,
}: {
  readonly apps: readonly ZoomAppSeen[];
  readonly tokenAnswer: ControlPanelSeen['tokenAnswer'];
}): JSX.Element {
  return (
    <SimulatorCard host="zoom" title="Zoom" about="The Marketplace, where a Zoom admin builds the app.">
      {apps.map((app) => (
        <MarketplaceApp key={app.clientId} of={app} />
      ))}
      <NameForm
        key={apps.length}
        label={apps.length === 0 ? 'Build App → General app' : 'Another General app'}
        initial={apps.length === 0 ? 'StackOne Integration' : ''}
        button="Create in Zoom"
        onSend={(name) => void control({ do: 'zoom.create', name })}
      />
      <AcceptForm />
      <TokenAnswers now={tokenAnswer} />
    </SimulatorCard>
  );
}

/** For a person who typed other credentials into Greenroom. */
function AcceptForm(): JSX.Element {
  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const filled = new FormData(form);
    void control({ do: 'zoom.accept', clientId: filled.get('id'), clientSecret: filled.get('secret') });
    form.reset();
  };
  return (
    <details class="more">
      <summary>Let Zoom accept other credentials</summary>
      <form class="accept-form" onSubmit={send}>
        <label>
          <span>Client ID</span>
          <input class="field" name="id" required autoComplete="off" />
        </label>
        <label>
          <span>Client secret</span>
          <input class="field" name="secret" required autoComplete="off" />
        </label>
        <button type="submit" class="button">
          Zoom accepts these
        </button>
      </form>
    </details>
  );
}

type TokenAnswer = NonNullable<ControlPanelSeen['tokenAnswer']>;

const ANSWERS: readonly (readonly [TokenAnswer, string])[] = [
  ['invalid_client', '“Invalid client.”'],
  ['invalid_client_secret', '“Invalid client secret.”'],
  ['client_id_mismatch', '“Client ID does not match authenticated client.”'],
  ['app_disabled', '“The app has been disabled”'],
  ['credentials_missing', '“Client ID or client secret is missing.”'],
  ['grant_not_supported', '“Grant type is not supported …”'],
  ['redirect_mismatch', '“Redirect URI mismatch.”'],
  ['token_revoked', '“The token has been revoked.”'],
  ['device_pending', 'words of device polling'],
  ['unknown_words', 'words that nobody knows'],
  ['html', 'a web page'],
  ['limited', '429, for an hour'],
  ['failing', '503'],
];

function TokenAnswers({ now }: { readonly now: ControlPanelSeen['tokenAnswer'] }): JSX.Element {
  return (
    <details class="more">
      <summary>Let Zoom answer something else</summary>
      <FaultSelect
        label="Asked about credentials, Zoom answers"
        right="what is right"
        now={now}
        faults={ANSWERS}
        onChoose={(answer) => void control({ do: 'zoom.answer', answer })}
      />
    </details>
  );
}
