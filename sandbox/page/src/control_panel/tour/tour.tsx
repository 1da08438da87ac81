import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Snapshot, WorkspaceSeen } from '../../../../server/contract.ts';
import { become, goTo, snapshot } from '../../state/store.ts';
import { Mrkdwn } from '../../text/words.tsx';
import { showInPanel, showSlack } from '../panel_section.ts';
import { type TourStep, tourSteps } from './tour_steps.ts';

const isHidden = signal(false);

/** The main job in six steps. It follows what happens and asks for nothing. */
export function Tour(): JSX.Element | null {
  const seen = snapshot.value;
  if (seen === null) return null;
  if (isHidden.value) {
    return (
      <button type="button" class="tour-back" onClick={() => (isHidden.value = false)}>
        Show the tour
      </button>
    );
  }
  const elsewhere = installedElsewhere(seen);
  if (elsewhere !== null) return <Away to={elsewhere} />;
  const done = tourSteps.map((step) => step.isDone(seen));
  const at = done.indexOf(false);
  const count = done.filter(Boolean).length;
  return (
    <section class="tour" aria-label="Tour">
      <header>
        <h2>{at < 0 ? 'That was the whole job' : 'The main job in six steps'}</h2>
        <span class="tour-count">
          {count} of {tourSteps.length}
        </span>
        <button
          type="button"
          class="icon-button"
          aria-label="Hide the tour"
          onClick={() => (isHidden.value = true)}
        >
          ×
        </button>
      </header>
      <ol>
        {tourSteps.map((step, index) => (
          <Step
            key={step.title}
            of={step}
            nth={index + 1}
            isDone={done[index] === true}
            isNext={index === at}
          />
        ))}
      </ol>
      {at < 0 && (
        <p class="tour-end">
          Now press <strong>Prove it works</strong> on the status card, and sign in at Zoom as Ada. Or break
          something: disable the profile, stop Zoom, drop the socket. Greenroom tells the channel.
        </p>
      )}
    </section>
  );
}

/** Where the app is, for a person in a workspace without it. */
function installedElsewhere({ workspaces, viewer }: Snapshot): WorkspaceSeen | null {
  const isHere = workspaces.some(({ id, installed }) => installed && id === viewer.team);
  return isHere ? null : (workspaces.find(({ installed }) => installed) ?? null);
}

const Away = ({ to: { id, name, people } }: { readonly to: WorkspaceSeen }): JSX.Element => (
  <section class="tour" aria-label="Tour">
    <p class="tour-words">
      Greenroom is not installed in this workspace: nothing of {name} is shown here, and its commands do not
      exist here. The tour goes on in {name}.
    </p>
    <button
      type="button"
      class="button small"
      onClick={() => people[0] !== undefined && become({ team: id, user: people[0].id })}
    >
      Go to {name}
    </button>
  </section>
);

function Step(props: {
  readonly of: TourStep;
  readonly nth: number;
  readonly isDone: boolean;
  readonly isNext: boolean;
}) {
  const { of, nth, isDone, isNext } = props;
  return (
    <li class={isDone ? 'is-done' : isNext ? 'is-next' : ''} aria-current={isNext ? 'step' : undefined}>
      <span class="tour-nth" aria-hidden="true">
        {isDone ? '✓' : nth}
      </span>
      <div>
        <p class="tour-title">
          {of.title}
          {isDone && <span class="unseen"> (done)</span>}
        </p>
        {isNext && (
          <p class="tour-words">
            <Mrkdwn text={of.words} />
          </p>
        )}
        {isNext && (
          <button type="button" class="button small" onClick={() => lead(of)}>
            Show me where
          </button>
        )}
      </div>
    </li>
  );
}

function lead({ where }: TourStep): void {
  if (where !== 'slack_channel') {
    showInPanel(where);
    return;
  }
  showSlack();
  const channel = snapshot.value?.channels.find(({ name }) => name === 'zoom-integration');
  if (channel !== undefined) goTo({ kind: 'channel', id: channel.id });
  document.querySelector<HTMLTextAreaElement>('.main-place .composer textarea')?.focus();
}
