import type { JSX } from 'preact';
import type { GreenroomSeen } from '../../../server/contract.ts';
import { control } from '../state/acts.ts';
import { channelOnScreen, viewer } from '../state/store.ts';
import { WorldCard } from './world_card.tsx';

interface SlackCardProps {
  readonly sockets: number;
  readonly transport: GreenroomSeen['transport'];
}

/** The platform itself: its line to the app, and its clock. */
export function SlackCard({ sockets, transport }: SlackCardProps): JSX.Element {
  const line =
    transport === 'socket'
      ? `Socket Mode, ${sockets} open ${sockets === 1 ? 'connection' : 'connections'}.`
      : 'Signed HTTP requests.';
  return (
    <WorldCard world="slack" title="Slack" about={line}>
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
    </WorldCard>
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
