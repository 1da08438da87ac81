import type { ManagementType } from '../../core/checks/check.ts';
import { parsePaste } from '../../core/scopes/parse/parse_paste.ts';
import { secretIn } from '../../core/secrets/find_secrets.ts';
import type { ModalView } from '../blocks/block_types.ts';
import { context } from '../blocks/layout.ts';
import type { HandlerContext } from '../handler_context.ts';
import { errorTexts } from '../messages/error_texts.ts';
import { catalogueLine } from '../messages/scopes/catalogue_line.ts';
import { noteOf } from '../messages/text_view.ts';
import type { SubmitRequest } from '../requests/requests.ts';
import { reportFor } from '../scope_reports.ts';
import { input, LONGEST_TEXT, option, textInput, typedIn } from './inputs.ts';
import { modal } from './view_frame.ts';
import { callbackIds } from './view_ids.ts';

const TYPE = 'management_type';
const LIST = 'list';

const types = [
  option('Admin-managed', 'admin', 'Scopes that end in :admin'),
  option('User-managed', 'user', 'Scopes without :admin'),
];

/** `/zoom-scopes check` without arguments. */
export function scopeCheckView(list = '', managementType: ManagementType = 'admin'): ModalView {
  const chosen = types.find(({ value }) => value === managementType);
  const state = { kind: 'scope_check' } as const;
  return modal({ callbackId: callbackIds.scopeCheck, title: 'Check scopes', submit: 'Check', state }, [
    input(
      { block: TYPE, label: 'For which kind of app?' },
      {
        type: 'radio_buttons',
        action_id: TYPE,
        options: types,
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      },
    ),
    textInput(
      {
        block: LIST,
        label: 'Scopes',
        hint: 'Commas, blanks, lines, JSON, a Zoom manifest: anything that holds scopes. Nothing is saved.',
      },
      { initial: list, multiline: true, max: LONGEST_TEXT },
    ),
    context(catalogueLine()),
  ]);
}

export async function submitScopeCheck(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const managementType = typedIn(request.typed, TYPE).option === 'user' ? 'user' : 'admin';
  const list = typedIn(request.typed, LIST).text;
  if (secretIn(list) !== null) {
    const errors = { [LIST]: errorTexts.secretTyped().text };
    return request.answer({ kind: 'errors', errors });
  }
  const paste = parsePaste(list);
  if (paste.found.length === 0) {
    const errors = { [LIST]: 'Nothing in here looks like a scope, such as user:read:user:admin.' };
    return request.answer({ kind: 'errors', errors });
  }
  await request.answer({
    kind: 'show',
    view: noteOf(await reportFor(context, request.person, paste, managementType, 'modal'), 'Scopes'),
  });
}
