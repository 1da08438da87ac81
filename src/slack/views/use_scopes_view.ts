import type { ManagementType } from '../../core/checks/check.ts';
import { unpackScopes } from '../../core/scopes/catalogue/packed_scopes.ts';
import { actionIds } from '../action_ids.ts';
import type { KnownBlock, ModalView } from '../blocks/block_types.ts';
import { button, type Choice, select } from '../blocks/elements.ts';
import { actions, code, section } from '../blocks/layout.ts';
import { count, escapeMrkdwn } from '../blocks/text.ts';
import { managementNames } from '../messages/product_words.ts';
import { catalogueLine } from '../messages/scopes/catalogue_line.ts';
import { note } from '../messages/text_view.ts';
import { modal } from './view_frame.ts';
import { callbackIds } from './view_ids.ts';
import type { UseScopesState } from './view_metadata.ts';

/** A modal has room for all scopes there are, but for more than these not twice. */
const MOST_TWICE = 500;

/** In characters of a code block; Slack's sections hold 3000. */
const SPACE = 2900;

/** A list of scopes, both ways to copy it, and where Greenroom can put it. `apps`: those the person may edit. */
export function useScopesView(list: Omit<UseScopesState, 'kind'>, apps: readonly Choice[]): ModalView {
  const scopes = unpackScopes(list.packed);
  if (scopes === null) return tooOldView();
  const state: UseScopesState = { kind: 'use_scopes', ...list };
  const choice: KnownBlock[] =
    apps.length === 0 ? [] : actions([select('Put it into an app …', actionIds.editWithScopes, apps)]);
  return modal({ callbackId: callbackIds.card, title: 'Use the scopes', close: 'Close', state }, [
    listHead(list.managementType, scopes),
    ...actions([
      button('Register a Zoom app with it', actionIds.registerWithScopes, '', { style: 'primary' }),
    ]),
    ...choice,
    ...copyTexts(scopes),
  ]);
}

/** Only the list. Slack lets no app write to the clipboard: a person copies it from here. */
export function copyScopesView({ managementType, packed }: Omit<UseScopesState, 'kind'>): ModalView {
  const scopes = unpackScopes(packed);
  if (scopes === null) return tooOldView();
  return modal({ callbackId: callbackIds.card, title: 'Copy the scopes', close: 'Close' }, [
    listHead(managementType, scopes),
    ...copyTexts(scopes),
  ]);
}

function listHead(managementType: ManagementType, scopes: readonly string[]): KnownBlock {
  return section(
    `*${count(scopes.length, 'scope')} for ${managementNames[managementType]} apps.* ${catalogueLine()}`,
  );
}

function copyTexts(scopes: readonly string[]): KnownBlock[] {
  const twice = scopes.length > 1 && scopes.length <= MOST_TWICE;
  return [
    section('To copy, one a line:'),
    ...texts(scopes, '\n'),
    ...(twice ? [section('With commas:'), ...texts(scopes, ',')] : []),
  ];
}

/** The list in code blocks, cut between scopes only. */
function texts(scopes: readonly string[], between: string): KnownBlock[] {
  const blocks: string[] = [];
  let text = '';
  for (const scope of scopes.map(escapeMrkdwn)) {
    const longer = text === '' ? scope : `${text}${between}${scope}`;
    if (longer.length > SPACE) blocks.push(text);
    text = longer.length > SPACE ? scope : longer;
  }
  return [...blocks, text].map((each) => section(code(each)));
}

export function tooOldView(): ModalView {
  return note(
    'Use the scopes',
    "This list was made with an older catalogue of Zoom's scopes. Check it once more with `/zoom-scopes check`.",
  );
}
