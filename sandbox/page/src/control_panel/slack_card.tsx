import type { JSX, TargetedSubmitEvent } from 'preact';
import type { GreenroomSeen } from '../../../server/snapshot/control_panel_seen.ts';
import { control } from '../state/acts.ts';
import { channelOnScreen, viewer } from '../state/store.ts';
import { PeopleSwitches } from './people_switches.tsx';
import { SimulatorCard, Toggle } from './simulator_card.tsx';

interface SlackCardProps {
  readonly sockets: number;
  readonly transport: GreenroomSeen['transport'];
  /** Does it refuse the blocks that were rolled out lately? */
  readonly older: boolean;
}

/** The platform itself: its connection to the app, and its clock. */
export function SlackCard({ sockets, transport, older }: SlackCardProps): JSX.Element {
  const line =
    transport === 'socket'
      ? `Socket Mode, ${sockets} open ${sockets === 1 ? 'connection' : 'connections'}.`
      : 'Signed HTTP requests.';
  return (
    <SimulatorCard host="slack" title="Slack" about={line}>
      <div class="block-actions">
        {transport === 'socket' && (
          <>
            <button type="button" class="button small" onClick={() => void control({ do: 'slack.drop' })}>
              Drop the socket
            </button>
            <button type="button" class="button small" onClick={() => void control({ do: 'slack.refresh' })}>
              Ask it to reconnect
            </button>
          </>
        )}
        <button
          type="button"
          class="button small"
          title="Buttons of old answers go stale: a response address lives 30 minutes"
          onClick={() => void control({ do: 'slack.advance', minutes: 31 })}
        >
          Let 31 minutes pass
        </button>
        <Archive />
      </div>
      <details class="more">
        <summary>Let a person leave, or join a user group</summary>
        <PeopleSwitches />
      </details>
      <details class="more">
        <summary>Let Slack refuse something</summary>
        <Refusal />
        <Toggle
          label="An older Slack, without alert, table and chart blocks"
          on={older}
          onTurn={(on) => void control({ do: 'slack.older', on })}
        />
      </details>
    </SimulatorCard>
  );
}

function Archive(): JSX.Element | null {
  const { value: channel } = channelOnScreen;
  if (channel === null || channel.kind === 'im') return null;
  const turn = () =>
    void control({
      do: 'slack.archive',
      team: viewer.value?.team,
      channel: channel.id,
      on: !channel.archived,
    });
  return (
    <button type="button" class="button small" onClick={turn}>
      {channel.archived ? 'Unarchive' : 'Archive'} #{channel.name}
    </button>
  );
}

/** Codes a person may want to see; any other can be typed. */
const CODES = [
  'not_in_channel',
  'channel_not_found',
  'restricted_action',
  'restricted_action_thread_only_channel',
  'message_limit_exceeded',
  'team_access_not_granted',
  'msg_too_long',
  'a_code_of_next_year',
];

/** The error code with which Slack refuses every message of the app to the channel on the screen. */
function Refusal(): JSX.Element | null {
  const { value: channel } = channelOnScreen;
  if (channel === null) return null;
  const turn = (error: string | null) =>
    void control({ do: 'slack.refuse', team: viewer.value?.team, channel: channel.id, error });
  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const error = new FormData(event.currentTarget).get('error');
    if (typeof error === 'string' && error.trim() !== '') turn(error.trim());
  };
  return (
    <form class="name-form" onSubmit={send}>
      <label>
        <span>Refuse messages in {channel.kind === 'im' ? channel.name : `#${channel.name}`} with</span>
        <input
          class="field"
          name="error"
          list="refusal-codes"
          pattern="[a-z][a-z0-9_]{0,79}"
          placeholder="restricted_action"
          autoComplete="off"
        />
      </label>
      <datalist id="refusal-codes">
        {CODES.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <button type="submit" class="button small">
        Refuse
      </button>
      {channel.refusal !== null && (
        <button type="button" class="button small" onClick={() => turn(null)}>
          Stop refusing ({channel.refusal})
        </button>
      )}
    </form>
  );
}
