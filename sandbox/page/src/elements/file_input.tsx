import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { type JsonObject, objectsAt, textAt, textsAt } from '../../../simulators/slack/json.ts';
import { choose } from '../state/acts.ts';
import { valueAt } from '../state/fields.ts';
import { Around, domId, type ElementProps, reports, useNaming, useSpot } from './surroundings.ts';

const MOST = 10;
let count = 0;

/** The content of files is sent as text: bots of the sandbox read nothing else. */
export function FileInput({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const { fields } = useContext(Around);
  const naming = useNaming({ block, element });
  const [refused, setRefused] = useState('');
  const types = textsAt(element, 'filetypes');
  const most = Number(element.max_files ?? MOST);
  const files = objectsAt(valueAt(spot, fields), 'files');
  const hold = (next: readonly JsonObject[]) => void choose(spot, { files: next }, reports(block));
  const add = async (input: HTMLInputElement) => {
    const given = [...(input.files ?? [])];
    const fitting = given.filter(({ name }) => isOneOf(types, name));
    const kept = [...files, ...(await Promise.all(fitting.map(named)))].slice(0, most);
    const isTooMany = files.length + fitting.length > most;
    setRefused(fitting.length < given.length ? onlyThese(types) : isTooMany ? atMost(most) : '');
    // The same file can be chosen again after it was removed.
    input.value = '';
    if (kept.length > files.length) hold(kept);
  };
  return (
    <div class="files">
      <input
        {...naming}
        id={domId(spot)}
        class="field"
        type="file"
        accept={types.map((one) => `.${one}`).join(',')}
        multiple={most > 1}
        onChange={(event) => void add(event.currentTarget)}
      />
      {refused !== '' && (
        <p class="hint" role="status">
          {refused}
        </p>
      )}
      {files.map((file) => (
        <span class="chip" key={textAt(file, 'id')}>
          <span>{textAt(file, 'name')}</span>
          <button
            type="button"
            aria-label={`Remove ${textAt(file, 'name')}`}
            onClick={() => hold(files.filter((one) => one !== file))}
          >
            ×
          </button>
        </span>
      ))}
    </div>
  );
}

const isOneOf = (types: readonly string[], name: string): boolean =>
  types.length === 0 || types.includes(name.split('.').at(-1)?.toLowerCase() ?? '');

const onlyThese = (types: readonly string[]): string => `Only these kinds of files: ${types.join(', ')}.`;
const atMost = (most: number): string => `At most ${most} ${most === 1 ? 'file' : 'files'}.`;

/** The sandbox server stores it, and names it as Slack does. */
async function named(file: File): Promise<JsonObject> {
  count += 1;
  return { id: `F${count}${file.size}`, name: file.name, content: await file.text() };
}
