import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { count, named, wordList } from '../../blocks/text.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';

/** "Merge": what comes over to the app that stays, and what does not. */
export function mergeView(from: ZoomAppCard, into: ZoomAppCard): ModalView {
  const [duplicate, other] = [`*${named(from.app.name)}*`, `*${named(into.app.name)}*`];
  return modal(
    {
      callbackId: callbackIds.merge,
      title: 'Merge Zoom apps',
      submit: 'Merge',
      state: { kind: 'merge', appId: from.app.id, intoId: into.app.id },
    },
    [
      section(`Merge ${duplicate} into ${other}? For one Zoom app that was registered twice.`),
      ...(differ(from, into)
        ? [
            section(
              ':warning: Their client IDs differ, so these may be two Zoom apps. Merge them only if one of the client IDs is out of date.',
            ),
          ]
        : []),
      section([...cameOver(from, into), ...leftBehind(from, into)].map((words) => `• ${words}`).join('\n')),
      section(
        `${duplicate} is archived, and *Restore* on its card brings back what was left of it. In Zoom and StackOne nothing is changed.`,
      ),
    ],
  );
}

/** Two client IDs of one environment: it was replaced in one of the two, or they are not the same Zoom app. */
const differ = (from: ZoomAppCard, into: ZoomAppCard): boolean =>
  from.environments.some(({ kind, clientId }) =>
    into.environments.some((one) => one.kind === kind && one.clientId !== clientId),
  );

function cameOver(from: ZoomAppCard, into: ZoomAppCard): string[] {
  const lacks = from.environments.filter(({ kind }) => into.environments.every((one) => one.kind !== kind));
  const names = wordList(lacks.map(({ kind }) => environmentNames[kind]));
  return [
    ...(lacks.length === 0 ? [] : [`${names} comes over as it is, with its secret, checks and profile.`]),
    `Its owners and watches come over.`,
  ];
}

/** Of environments that both have, the one of the app that stays is kept; so are its scopes. */
function leftBehind(from: ZoomAppCard, into: ZoomAppCard): string[] {
  const both = from.environments.filter(({ kind }) => into.environments.some((one) => one.kind === kind));
  const declared = new Set(into.app.scopes.map(({ scope }) => scope));
  const missing = from.app.scopes.filter(({ scope }) => !declared.has(scope)).length;
  return [
    ...both.map(({ kind, clientId }) => {
      const same = into.environments.some((one) => one.kind === kind && one.clientId === clientId);
      const profile = same ? ', with the connector profile of the duplicate if it has none' : '';
      return `${environmentNames[kind]} stays as *${named(into.app.name)}* has it${profile}; that of the duplicate is archived, and its stored secret destroyed.`;
    }),
    ...(missing === 0
      ? []
      : [
          `${count(missing, 'scope that only the duplicate declares does', 'scopes that only the duplicate declares do')} not come over: add what is needed with *Edit scopes*.`,
        ]),
  ];
}

export async function submitMerge(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { appId, intoId } = stateOfKind(request.metadata, 'merge');
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.mergeApps({ workspaceId, actor, appId, intoId });
  const view = result.ok
    ? note('Merged', `The duplicate was merged into *${named(result.value.app.name)}*, and is archived.`)
    : noteOf(await deniedMessage(context, request.person, result.error, { appId: intoId }), 'Not merged');
  await request.answer({ kind: 'show', view });
}
