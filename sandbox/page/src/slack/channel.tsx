import type { JSX } from 'preact';
import type { ChannelSeen } from '../../../server/contract.ts';
import { control } from '../state/acts.ts';
import { snapshot, viewer } from '../state/store.ts';
import { Composer } from './composer.tsx';
import { AppIcon } from './frame/avatar.tsx';
import { MessageList } from './message_list.tsx';

/** A channel or a direct message: its head, what was said, and where to type. */
export function Channel({ of }: { readonly of: ChannelSeen }): JSX.Element {
  const sign = of.kind === 'im' ? '' : '#';
  return (
    <>
      <header class="channel-head">
        <h2>
          {sign}
          {of.name}
        </h2>
        {of.kind !== 'im' && <BotPlace of={of} />}
      </header>
      <ChannelBody of={of} />
    </>
  );
}

export function ChannelBody({ of }: { readonly of: ChannelSeen }): JSX.Element {
  const name = of.kind === 'im' ? of.name : `#${of.name}`;
  return (
    <>
      <MessageList channel={of.id} empty={<Beginning of={of} />} />
      {of.archived ? (
        <p class="archived-note">You are viewing #{of.name}, an archived channel.</p>
      ) : (
        <Composer channel={of.id} placeholder={`Message ${name}`} />
      )}
    </>
  );
}

function BotPlace({ of }: { readonly of: ChannelSeen }): JSX.Element {
  const installed = snapshot.value?.workspaces.some((one) => one.id === viewer.value?.team && one.installed);
  const turn = () =>
    void control({ do: 'slack.bot', team: viewer.value?.team, channel: of.id, on: !of.hasBot });
  return (
    <div class="channel-facts">
      <span>{of.members} members</span>
      {of.hasBot && (
        <span class="bot-here">
          <AppIcon small /> Greenroom is here
        </span>
      )}
      {installed === true && !of.archived && (
        <button type="button" class="button small" onClick={turn}>
          {of.hasBot ? 'Remove Greenroom' : 'Add Greenroom'}
        </button>
      )}
    </div>
  );
}

function Beginning({ of }: { readonly of: ChannelSeen }): JSX.Element {
  if (of.kind === 'im') return <p class="beginning">{aboutDm(of)}</p>;
  const isUsable = of.hasBot && !of.archived;
  return (
    <div class="beginning">
      <h3># {of.name}</h3>
      <p>
        This is the very beginning of #{of.name}.
        {isUsable && (
          <>
            {' '}
            Type <code class="code">/zoom-app register</code> to begin, or{' '}
            <code class="code">/zoom-app help</code>.
          </>
        )}
      </p>
    </div>
  );
}

/** What Slack itself shows there. */
const aboutDm = ({ name, hasBot }: ChannelSeen): string =>
  hasBot
    ? `Here is where ${name} writes to you alone.`
    : `This conversation is between you and ${name}. Apps are not in it: their commands work, their cards go elsewhere.`;
