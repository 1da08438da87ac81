import type { JSX } from 'preact';
import type { ChannelSeen, PersonSeen } from '../../../../server/contract.ts';
import { open } from '../../state/acts.ts';
import { become, goTo, snapshot, unreadIn, viewer, where } from '../../state/store.ts';
import { AppIcon, Avatar } from './avatar.tsx';

/** Workspace, channels, direct messages, the app, and who is at the keyboard. */
export function Sidebar(): JSX.Element | null {
  const seen = snapshot.value;
  if (seen === null) return null;
  const workspace = seen.workspaces.find(({ id }) => id === seen.viewer.team);
  const channels = seen.channels.filter(({ kind }) => kind !== 'im');
  const dms = seen.channels.filter(({ kind, hasBot }) => kind === 'im' && !hasBot);
  return (
    <nav class="sidebar" aria-label="Workspace">
      <p class="workspace-name">{workspace?.name}</p>
      <People people={workspace?.people ?? []} />
      <div>
        <Group title="Channels">
          {channels.map((one) => (
            <ChannelLink key={one.id} of={one} />
          ))}
        </Group>
        {dms.length > 0 && (
          <Group title="Direct messages">
            {dms.map((one) => (
              <ChannelLink key={one.id} of={one} />
            ))}
          </Group>
        )}
        <Group title="Apps">
          {workspace?.installed === true ? (
            <AppLink />
          ) : (
            <li class="sidebar-note">Greenroom is not installed here.</li>
          )}
        </Group>
      </div>
    </nav>
  );
}

/** The people one can be: the one at the keyboard is marked. */
function People({ people }: { readonly people: readonly PersonSeen[] }): JSX.Element {
  const me = viewer.value;
  return (
    <fieldset class="people">
      <legend>You are</legend>
      {people.map(({ id, realName, isAdmin, isDeactivated }) => (
        <label key={id} class="person">
          <input
            type="radio"
            name="person"
            checked={me?.user === id}
            onChange={() => me !== null && become({ team: me.team, user: id })}
          />
          <Avatar name={realName} kind="user" />
          <span>
            {realName}
            {isAdmin && <span class="person-role"> admin</span>}
            {isDeactivated && <span class="person-role"> deactivated</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Group({
  title,
  children,
}: {
  readonly title: string;
  readonly children: JSX.Element | JSX.Element[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function ChannelLink({ of: { id, name, kind, archived } }: { readonly of: ChannelSeen }): JSX.Element {
  const { value: at } = where;
  const current = at.kind === 'channel' && at.id === id;
  const unread = current ? 0 : unreadIn(id);
  return (
    <li>
      <button
        type="button"
        class={`place ${unread > 0 ? 'is-unread' : ''} ${archived ? 'is-archived' : ''}`}
        aria-current={current ? 'page' : undefined}
        onClick={() => goTo({ kind: 'channel', id })}
      >
        <span class="place-sign" aria-hidden="true">
          {kind === 'im' ? '○' : kind === 'private' ? <LockSign /> : '#'}
        </span>
        <span class="place-name">{name}</span>
        {archived && <span class="place-note">archived</span>}
        {kind === 'private' && <span class="unseen"> (private)</span>}
        <Unread count={unread} />
      </button>
    </li>
  );
}

const Unread = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <span class="unread">
      {count}
      <span class="unseen"> unread</span>
    </span>
  );

function AppLink(): JSX.Element | null {
  const seen = snapshot.value;
  const { value: at } = where;
  if (seen === null) return null;
  const current = at.kind === 'app';
  return (
    <li>
      <button type="button" class="place" aria-current={current ? 'page' : undefined} onClick={openApp}>
        <AppIcon small />
        <span class="place-name">{seen.app.name}</span>
        <Unread count={current || seen.app.dm === null ? 0 : unreadIn(seen.app.dm)} />
      </button>
    </li>
  );
}

/** Clicking the app shows what was published last and tells the app, which publishes anew. */
export function openApp(): void {
  goTo({ kind: 'app', tab: 'home' });
  void open('home');
}

const LockSign = (): JSX.Element => (
  <svg class="lock" viewBox="0 0 16 16" aria-hidden="true">
    <rect x="3" y="7" width="10" height="7.500" rx="1.500" />
    <path d="M5 7V4.800a3 3 0 0 1 6 0V7" />
  </svg>
);
