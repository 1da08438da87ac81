import { type PasteFault, readZoomManifest } from '../../../core/manifest/read_zoom_manifest.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import type { KnownBlock, ModalView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { actions, section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { noteOf } from '../../messages/text_view.ts';
import type { ActionRequest, SubmitRequest, TypedByBlock } from '../../requests/requests.ts';
import { input, LONGEST_TEXT, textInput, typedIn } from '../inputs.ts';
import { MOST_FIELDS } from '../scopes_form.ts';
import { modal, waiting } from '../view_frame.ts';
import { callbackIds, modalActionIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';
import { answerCompared, comparedView } from './manifest_result.ts';
import type { ManifestState } from './manifest_states.ts';
import { secretSeenText } from './result_blocks.ts';

const FILE = 'manifest_file';
const FIRST_FIELDS = 3;
const MORE_FIELDS = 6;
const fieldOf = (at: number): string => `manifest_${at}`;

/** `takesFile`: Slack shows a field for a file only to a bot that may read files. */
export function manifestForm(
  app: { readonly id: string; readonly name: string },
  takesFile: boolean,
  fields: number = FIRST_FIELDS,
): ModalView {
  const state: ManifestState = { kind: 'manifest', appId: app.id, name: app.name, fields, takesFile };
  return modal({ callbackId: callbackIds.manifest, title: "Zoom's manifest", submit: 'Compare', state }, [
    section(
      `*${named(app.name)}*: export the manifest of the app in the Zoom Marketplace, and Greenroom says where it differs from what is registered. Its text is not stored.`,
    ),
    ...(takesFile ? [fileField()] : []),
    ...Array.from({ length: fields }, (_, at) => pasteField(at, fields, takesFile)),
    ...(fields < MOST_FIELDS ? actions([button('More room', modalActionIds.moreManifest, '')]) : []),
  ]);
}

function fileField(): KnownBlock {
  const field = { block: FILE, label: 'As a file', optional: true } as const;
  return input(field, {
    type: 'file_input',
    action_id: FILE,
    filetypes: ['json', 'txt'],
    max_files: 1,
  });
}

function pasteField(at: number, fields: number, takesFile: boolean): KnownBlock {
  const isFirst = at === 0;
  return textInput(
    {
      block: fieldOf(at),
      label: isFirst ? (takesFile ? 'Or pasted' : 'Paste it here') : `Part ${at + 1}`,
      ...(isFirst
        ? {
            hint: `Slack's fields end after 3,000 characters: paste what is left into the next one${fields < MOST_FIELDS ? ', or press More room' : ''}.`,
          }
        : {}),
      optional: true,
    },
    { multiline: true, max: LONGEST_TEXT },
  );
}

/** Slack keeps what was typed into the fields that stay. */
export async function moreManifest(_context: HandlerContext, request: ActionRequest): Promise<void> {
  if (request.place.kind !== 'modal') return;
  const { appId, name, fields, takesFile } = stateOfKind(request.place.metadata, 'manifest');
  await request.update(
    manifestForm({ id: appId, name }, takesFile, Math.min(MOST_FIELDS, fields + MORE_FIELDS)),
  );
}

export async function submitManifest(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const state = stateOfKind(request.metadata, 'manifest');
  const [file] = typedIn(request.typed, FILE).files ?? [];
  if (file !== undefined) return compareFile(context, request, state, file.url);
  const parts = pastedParts(request.typed, state.fields);
  const text = parts.join('');
  const read = readZoomManifest(text);
  if (!read.ok) {
    const last = parts.findLastIndex((part) => part !== '');
    const errors = { [fieldOf(Math.max(0, last))]: withWarning(faultText(read.error), text) };
    return request.answer({ kind: 'errors', errors });
  }
  await answerCompared(context, request, {
    appId: state.appId,
    manifest: read.value,
    hadSecret: holdsSecret(text),
  });
}

function pastedParts(typed: TypedByBlock, fields: number): string[] {
  return Array.from({ length: fields }, (_, at) => typedIn(typed, fieldOf(at)).text);
}

/** Slack hands it over after the form was acknowledged: it may take longer than a form may wait. */
function compareFile(
  context: HandlerContext,
  request: SubmitRequest,
  { appId }: ManifestState,
  url: string,
): Promise<void> {
  const title = "Zoom's manifest";
  return request.answerOrLoad({
    loading: waiting(title, 'Reading the file …'),
    loadsFirst: true,
    async work() {
      const text = await context.files.read(url);
      const read = text.ok ? readZoomManifest(text.value) : text;
      if (!read.ok) {
        const fault = typeof read.error === 'string' ? fileFaults[read.error] : faultText(read.error);
        const words = withWarning(`Nothing was compared. ${fault}`, text.ok ? text.value : '');
        return noteOf({ text: words, blocks: [] }, title);
      }
      const hadSecret = text.ok && holdsSecret(text.value);
      return comparedView(context, request.person, { appId, manifest: read.value, hadSecret });
    },
    ifItFails: (text) => noteOf({ text, blocks: [] }, title),
  });
}

const holdsSecret = (text: string): boolean => secretIn(text) !== null;

/** Credentials pasted in place of the manifest are no manifest, and Slack has seen them all the same. */
const withWarning = (fault: string, given: string): string =>
  holdsSecret(given) ? `${fault} ${secretSeenText}` : fault;

const tooLong = 'This is longer than the manifest of any Zoom app.';

const fileFaults = {
  unreadable: 'Slack does not give Greenroom the file. Paste its text instead.',
  too_long: tooLong,
} as const;

function faultText({ kind }: PasteFault): string {
  switch (kind) {
    case 'empty':
      return 'Paste the manifest here: the text that begins with { and ends with }.';
    case 'ended':
      return 'The end is missing. Paste the rest into the next field, in the order of the text.';
    case 'other':
      return 'This is JSON, but no manifest of a Zoom app: there is no oauth_information in it.';
    case 'too_long':
      return tooLong;
    case 'wrong':
    case 'too_deep':
      return 'Something is missing or changed in the middle, so that it is no JSON. Copy it from Zoom once more, all parts in their order.';
  }
}
