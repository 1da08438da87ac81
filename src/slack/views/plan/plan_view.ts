import type { ManagementType } from '../../../core/checks/check.ts';
import { templates } from '../../../core/scopes/plan/need_templates.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { plain } from '../../blocks/elements.ts';
import { context } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { catalogueLine } from '../../messages/scopes/catalogue_line.ts';
import { templateNames } from '../../messages/scopes/template_names.ts';
import { input, LONGEST_TEXT, option, textInput } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds, modalActionIds } from '../view_ids.ts';

export const planBlocks = {
  type: 'plan_type',
  templates: 'plan_templates',
  actions: 'plan_actions',
  operations: 'plan_operations',
  granted: 'plan_granted',
} as const;

const types = [
  option('Admin-managed', 'admin', 'Scopes that end in :admin'),
  option('User-managed', 'user', 'Scopes without :admin'),
];

export interface PlanFor {
  readonly managementType: ManagementType;
  /** The app to compare with. */
  readonly app?: { readonly id: string; readonly name: string };
}

/** To choose needs; their scopes are computed when it is submitted. */
export function planView({ managementType, app }: PlanFor): ModalView {
  const state = { kind: 'plan' as const, managementType, ...(app === undefined ? {} : { appId: app.id }) };
  const chosen = types.find(({ value }) => value === managementType);
  const frame = { callbackId: callbackIds.plan, title: 'Plan scopes', submit: 'Plan', state };
  return modal(frame, [
    ...(app === undefined
      ? [
          input(
            { block: planBlocks.type, label: 'For which kind of app?' },
            {
              type: 'radio_buttons',
              action_id: planBlocks.type,
              options: types,
              ...(chosen === undefined ? {} : { initial_option: chosen }),
            },
          ),
        ]
      : []),
    input(
      {
        block: planBlocks.templates,
        label: 'Common needs',
        optional: true,
        ...(app === undefined ? {} : { hint: 'Choose nothing to keep the needs that the app has.' }),
      },
      {
        type: 'multi_static_select',
        action_id: planBlocks.templates,
        placeholder: plain('Choose', limits.placeholder),
        options: templates.map(({ id }) => option(templateNames[id], `template ${id}`)),
      },
    ),
    input(
      {
        block: planBlocks.actions,
        label: 'StackOne actions',
        optional: true,
        hint: 'What the StackOne connector shall do. Read from StackOne once a day.',
      },
      {
        type: 'multi_external_select',
        action_id: modalActionIds.pickActions,
        placeholder: plain('Type a word', limits.placeholder),
        min_query_length: 0,
      },
    ),
    input(
      {
        block: planBlocks.operations,
        label: 'Operations and events of Zoom',
        optional: true,
        hint: 'Such as /users/me/meetings, or meeting.started.',
      },
      {
        type: 'multi_external_select',
        action_id: modalActionIds.pickOperations,
        placeholder: plain('Type a path or an event', limits.placeholder),
        min_query_length: 2,
      },
    ),
    ...(app === undefined
      ? []
      : [
          textInput(
            {
              block: planBlocks.granted,
              label: 'Granted scopes',
              optional: true,
              hint: 'The "scope" of a token response, without the token itself; or an error of Zoom that names missing scopes. Nothing of it is saved.',
            },
            { multiline: true, max: LONGEST_TEXT },
          ),
        ]),
    context(catalogueLine()),
  ]);
}
