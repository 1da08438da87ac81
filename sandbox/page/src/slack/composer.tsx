import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommandSeen } from '../../../server/contract.ts';
import { runShortcut, type } from '../state/acts.ts';
import { sentTo, shortcutsOf } from '../state/store.ts';
import { CommandMenu, commandsFor } from './command_menu.tsx';
import { draftOf, keepDraft, recall, remember } from './drafts.ts';

interface ComposerProps {
  readonly channel: string;
  readonly placeholder: string;
  readonly threadTs?: string;
}

/** The message input: Enter sends, arrows step through earlier input, "/" offers commands. */
export function Composer({ channel, placeholder, threadTs }: ComposerProps): JSX.Element {
  const key = `${channel} ${threadTs ?? ''}`;
  const text = draftOf(key);
  const area = useRef<HTMLTextAreaElement>(null);
  const [at, setAt] = useState(0);
  const [back, setBack] = useState(0);
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    if (threadTs === undefined && isComingHere()) area.current?.focus();
  }, [channel]);
  const offered = hidden ? [] : commandsFor(text, threadTs !== undefined);
  const change = (next: string) => {
    keepDraft(key, next);
    setAt(0);
    setHidden(false);
  };
  const take = ({ command }: CommandSeen) => {
    change(`${command} `);
    area.current?.focus();
  };
  const send = () => {
    const said = text.trim();
    if (said === '') return;
    remember(said);
    setBack(0);
    change('');
    sentTo.value = { list: threadTs ?? channel };
    void type(channel, said, threadTs ?? null);
  };
  const walk = (steps: number) => {
    const { words, step } = recall(back + steps);
    setBack(step);
    keepDraft(key, words);
  };
  const keys = (event: KeyboardEvent) => {
    const chosen = offered[at];
    const many = offered.length;
    const choosing = chosen !== undefined && !text.includes(' ') && text !== chosen.command;
    const arrow = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (choosing && (event.key === 'Tab' || event.key === 'Enter')) take(chosen);
    else if (many > 0 && arrow !== 0) setAt((at + arrow + many) % many);
    else if (many > 0 && event.key === 'Escape') setHidden(true);
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send();
    else if (arrow === -1 && (text === '' || back > 0)) walk(1);
    else if (arrow === 1 && back > 0) walk(-1);
    else return;
    event.preventDefault();
  };
  return (
    <div class="composer">
      {offered.length > 0 && <CommandMenu offered={offered} at={at} onTake={take} onLook={setAt} />}
      <div class="composer-box">
        <textarea
          ref={area}
          rows={Math.min(8, text.split('\n').length)}
          aria-label={placeholder}
          placeholder={placeholder}
          value={text}
          aria-controls={offered.length > 0 ? 'commands' : undefined}
          aria-autocomplete="list"
          aria-activedescendant={offered.length > 0 ? `command-${at}` : undefined}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={keys}
        />
        <div class="composer-foot">
          {threadTs === undefined && (
            <button
              type="button"
              class="icon-button"
              title="Commands"
              aria-label="Commands"
              onClick={() => change('/')}
            >
              /
            </button>
          )}
          {threadTs === undefined &&
            shortcutsOf('global').map((one) => (
              <button
                key={one.callbackId}
                type="button"
                class="icon-button"
                title={`${one.name}: ${one.description}`}
                aria-label={one.name}
                onClick={() => void runShortcut(one)}
              >
                ⚡
              </button>
            ))}
          <span class="composer-tip">{tipFor(text, offered, threadTs !== undefined)}</span>
          <button type="button" class="send" aria-label="Send" disabled={text.trim() === ''} onClick={send}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M2.500 3.500 17.500 10 2.500 16.500 4.500 10.800 11 10 4.500 9.200z" />
            </svg>
          </button>
        </div>
      </div>
    </div>
  );
}

/** As in Slack, the input has the focus when a channel is opened; not on a touch screen, where the keyboard would open. */
function isComingHere(): boolean {
  const { activeElement: at } = document;
  const isFree = at === null || at === document.body || at.matches('.place');
  return isFree && matchMedia('(pointer: fine)').matches;
}

function tipFor(text: string, offered: readonly CommandSeen[], inThread: boolean): string {
  const exact = offered.find(({ command }) => text.startsWith(`${command} `));
  if (exact !== undefined) return exact.hint;
  return text === '' && !inThread
    ? 'Enter sends. Type / for commands.'
    : 'Enter sends, Shift+Enter starts a new line';
}
