import type { ManagementType } from '../../../core/checks/check.ts';
import { catalogue } from '../../../core/scopes/catalogue/catalogue.ts';
import { isCorrected } from '../../../core/scopes/verdict/corrected_list.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import { markOf } from '../../../ids.ts';
import type { KnownBlock, PlainTextOption } from '../../blocks/block_types.ts';
import { button, plain } from '../../blocks/elements.ts';
import { section, sections } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { catalogueLine } from '../../messages/scopes/catalogue_line.ts';
import { input, LONGEST_DESCRIPTION, LONGEST_TEXT, option, textInput } from '../inputs.ts';
import type { ScopesForm } from '../scopes_form.ts';
import { alert, type Banner } from '../view_frame.ts';
import { modalActionIds } from '../view_ids.ts';
import type { Judgement } from './judge_typed_scopes.ts';
import { type ScopesTyped, scopeBlocks } from './typed_scopes.ts';

export const EVERY_CATEGORY = 'every_category';
const MOST_LISTED = 100;

/** The fields to choose scopes with, and what is known about the choice. */
export function scopesBlocks(
  form: ScopesForm,
  typed: ScopesTyped,
  banner: Banner | null,
  judgement: Judgement | null,
): KnownBlock[] {
  const said = banner === null ? [] : [alert(banner), ...sections(banner.lines ?? [])];
  const isBelow = banner?.place === 'below_fields';
  return [
    ...(isBelow ? [] : said),
    needBlock(form),
    categoryBlock(form),
    pickBlock(form, typed),
    ...Array.from({ length: form.fields }, (_, i) => pasteBlock(form, typed, i)),
    ...(isBelow ? said : []),
    ...(judgement === null || judgement.unknown.length === 0 ? [] : confirmBlocks(judgement)),
    buttonsBlock(form, judgement),
    textInput(
      {
        block: scopeBlocks.description(form),
        label: 'Scope description',
        optional: true,
        hint: 'What the integration does with the data. Zoom asks for it under Scopes, once per app.',
      },
      { initial: safeToShow(typed.description), multiline: true, max: LONGEST_DESCRIPTION },
    ),
  ];
}

/** A new block id at each redraw, or the choice would stay and could not be made again. */
function needBlock({ round }: ScopesForm): KnownBlock {
  return {
    type: 'section',
    block_id: `scope_need_${round}`,
    text: {
      type: 'mrkdwn',
      text: 'Start from a need: what the integration shall do. The least scopes for it are added.',
    },
    accessory: {
      type: 'external_select',
      action_id: modalActionIds.startFromNeed,
      placeholder: plain('Choose a need', limits.placeholder),
      min_query_length: 0,
    },
  };
}

function categoryBlock({ managementType, category }: ScopesForm): KnownBlock {
  const every = option('Every category', EVERY_CATEGORY);
  const options = [every, ...catalogue.categories(managementType).map((name) => option(name, name))];
  const chosen = options.find(({ value }) => value === category) ?? every;
  return {
    type: 'section',
    block_id: scopeBlocks.category,
    text: {
      type: 'mrkdwn',
      text: `${catalogueLine()} Offered here: ${typeWords(managementType)} scopes only. Narrow the choice:`,
    },
    accessory: {
      type: 'static_select',
      action_id: modalActionIds.scopeCategory,
      placeholder: plain('Category', limits.placeholder),
      options: options.slice(0, limits.select),
      initial_option: chosen,
    },
  };
}

function pickBlock(form: ScopesForm, typed: ScopesTyped): KnownBlock {
  const chosen = typed.picked.slice(0, limits.select).map(pickedOption);
  return input(
    {
      block: scopeBlocks.picked(form),
      label: 'Scopes',
      optional: true,
      reports: true,
      hint: 'Type a word (“recording”), a part of the scope, or an API path such as /users.',
    },
    {
      type: 'multi_external_select',
      action_id: modalActionIds.pickScopes,
      // Slack shows no more when the form is drawn anew; a longer list is pasted.
      max_selected_items: limits.select,
      placeholder: plain('Choose from the catalogue', limits.placeholder),
      min_query_length: 0,
      ...(chosen.length === 0 ? {} : { initial_options: chosen }),
    },
  );
}

function pickedOption(scope: string): PlainTextOption {
  return option(scope, scope);
}

function pasteBlock(form: ScopesForm, typed: ScopesTyped, i: number): KnownBlock {
  return textInput(
    {
      block: scopeBlocks.paste(form, i),
      label: i === 0 ? 'Or paste a list' : `More of the list (${i + 1})`,
      optional: true,
      ...(i === 0
        ? { hint: 'Commas, blanks, lines, JSON or a Zoom manifest: anything that holds scopes.' }
        : {}),
    },
    {
      initial: safeToShow(typed.pasted[i]),
      multiline: true,
      max: LONGEST_TEXT,
      reportsAs: modalActionIds.pasteScopes,
    },
  );
}

/** Never sends back what may be a secret; it stays in the field where it was typed, until the person removes it. */
function safeToShow(text: string | undefined): string | undefined {
  return text === undefined || secretIn(text) !== null ? undefined : text;
}

function confirmBlocks({ unknown, ticked }: Judgement): KnownBlock[] {
  const seen = option(
    "I have seen these in Zoom's Scopes page",
    'seen',
    'If not, correct or remove them above.',
  );
  return [
    section('*Not in the catalogue.* It is never quite complete, so these may exist:'),
    ...sections(listed(unknown)),
    // Optional for Slack, so that the buttons work; the submit rejects an empty one.
    input(
      { block: scopeBlocks.confirm(markOf(unknown)), label: 'Confirm', optional: true },
      {
        type: 'checkboxes',
        action_id: 'seen',
        options: [seen],
        ...(ticked ? { initial_options: [seen] } : {}),
      },
    ),
  ];
}

function listed(scopes: readonly string[]): string[] {
  const lines = scopes.slice(0, MOST_LISTED).map((scope) => `• \`${scope}\``);
  const more = scopes.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more.`] : lines;
}

function buttonsBlock({ managementType }: ScopesForm, judgement: Judgement | null): KnownBlock {
  const mendable = judgement !== null && isCorrected(judgement.report);
  return {
    type: 'actions',
    block_id: 'scope_buttons',
    elements: [
      button('Check the list', modalActionIds.checkScopes, ''),
      ...(mendable ? [button('Use the corrected list', modalActionIds.correctScopes, '')] : []),
      button(`Convert the whole list to ${managementType} scopes`, modalActionIds.convertScopes, ''),
      button('More room to paste', modalActionIds.morePaste, ''),
      button('Draft the description', modalActionIds.draftDescription, ''),
    ],
  };
}

export function typeWords(managementType: ManagementType): string {
  return managementType === 'admin' ? 'admin-managed' : 'user-managed';
}
