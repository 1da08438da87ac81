import type { JSX } from 'preact';
import type { CommandSeen } from '../../../server/contract.ts';
import { snapshot } from '../state/store.ts';
import { AppIcon } from './frame/avatar.tsx';

/** Commands of Slack itself that the sandbox knows. */
const SLACKS: readonly CommandSeen[] = [
  { command: '/invite', description: 'Add an app to this channel', hint: '@Greenroom' },
  { command: '/remove', description: 'Take an app out of this channel', hint: '@Greenroom' },
];

/** Commands that fit what is typed so far. Slack has none in threads. */
export function commandsFor(text: string, inThread: boolean): readonly CommandSeen[] {
  if (inThread || !text.startsWith('/') || text.includes('\n')) return [];
  const [typed = ''] = text.split(' ');
  const all = [...(snapshot.value?.commands ?? []), ...SLACKS];
  return text.includes(' ')
    ? all.filter(({ command }) => command === typed)
    : all.filter(({ command }) => command.startsWith(typed));
}

interface CommandMenuProps {
  readonly offered: readonly CommandSeen[];
  readonly at: number;
  readonly onTake: (command: CommandSeen) => void;
  readonly onLook: (at: number) => void;
}

export function CommandMenu({ offered, at, onTake, onLook }: CommandMenuProps): JSX.Element {
  return (
    <div
      class="commands"
      id="commands"
      role="listbox"
      aria-label="Commands"
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
    >
      {offered.map((one, nth) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field, aria-activedescendant tells
        <div
          key={one.command}
          id={`command-${nth}`}
          role="option"
          aria-selected={nth === at}
          class={`command ${nth === at ? 'is-at' : ''}`}
          onClick={() => onTake(one)}
          onMouseMove={() => onLook(nth)}
        >
          {SLACKS.includes(one) ? (
            <span class="avatar avatar-slack" aria-hidden="true">
              #
            </span>
          ) : (
            <AppIcon />
          )}
          <span class="command-words">
            <span>
              <strong>{one.command}</strong> <span class="command-hint">{one.hint}</span>
            </span>
            <span class="command-about">{one.description}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
