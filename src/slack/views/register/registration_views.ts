import type { DraftAnswers, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../../core/checks/check.ts';
import type { SecretsPolicy } from '../../../core/secrets/secrets_policy.ts';
import { runInChunks } from '../../../event_loop.ts';
import { draftMark } from '../../../usecases/drafts/drafts.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock, ModalView } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { actions, context, section } from '../../blocks/layout.ts';
import { channel, count, named, people, sentence, typed } from '../../blocks/text.ts';
import { nextStepFor } from '../../messages/checks/next_step.ts';
import { environmentNames, managementNames } from '../../messages/product_words.ts';
import { type Basics, basicsFields } from '../basics_fields.ts';
import { pairFields, secretChoice } from '../credentials/credential_fields.ts';
import { judging } from '../scopes/judge_typed_scopes.ts';
import { stepLine } from '../scopes/scopes_view.ts';
import { alert, type Banner, backButton, modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { draftForm } from './draft_form.ts';
import type { RegisterState } from './register_states.ts';

const TITLE = 'Register a Zoom app';
export const asked = ['name', 'managementType', 'environments', 'owners', 'channel', 'purpose'] as const;

function bannerBlocks(banner: Banner | null): KnownBlock[] {
  return banner === null ? [] : [alert(banner)];
}

export function basicsView(draftId: string, basics: Basics, banner: Banner | null = null): ModalView {
  const state: RegisterState = { kind: 'register', step: 'basics', draftId };
  const frame = {
    callbackId: callbackIds.registerBasics,
    title: TITLE,
    submit: 'Next',
    state,
    notifyOnClose: true,
  };
  return modal(frame, [stepLine(1, 'the app'), ...bannerBlocks(banner), ...basicsFields(basics, 0, asked)]);
}

export function credentialsView(
  draftId: string,
  answers: DraftAnswers,
  { kept, policy }: { readonly kept: readonly EnvironmentKind[]; readonly policy: SecretsPolicy },
  banner: Banner | null = null,
): ModalView {
  const state: RegisterState = { kind: 'register', step: 'credentials', draftId };
  const kinds = answers.environments ?? [];
  const frame = {
    callbackId: callbackIds.registerCredentials,
    title: TITLE,
    submit: 'Next',
    state,
    notifyOnClose: true,
  };
  return modal(frame, [
    stepLine(2, 'its credentials'),
    ...bannerBlocks(banner),
    secretChoice(policy),
    ...kinds.flatMap((kind) =>
      pairFields({
        kind,
        policy,
        clientId: answers.clientIds?.[kind],
        kept: kept.includes(kind),
        keepsSecret: answers.keepsSecret?.includes(kind) === true,
      }),
    ),
    backButton(),
  ]);
}

/** Everything but the secrets, and what happens next. */
export async function reviewView(
  draftId: string,
  answers: DraftAnswers,
  banner: Banner | null = null,
): Promise<ModalView> {
  const name = answers.name ?? '';
  const state: RegisterState = { kind: 'register', step: 'review', draftId, name, mark: draftMark(answers) };
  const frame = {
    callbackId: callbackIds.registerReview,
    title: TITLE,
    submit: 'Save',
    state,
    notifyOnClose: true,
  };
  return modal(frame, [
    stepLine(4, 'review'),
    ...bannerBlocks(banner),
    section(summaryLines(answers).join('\n')),
    section(credentialLines(answers).join('\n')),
    section((await scopeLines(answers)).join('\n')),
    section(afterSave(answers)),
    backButton(),
  ]);
}

function afterSave({ channelId, environments = [], keepsSecret = [] }: DraftAnswers): string {
  const asksZoom = environments.some((kind) => !keepsSecret.includes(kind));
  const card = `*When you press Save*, Greenroom posts a status card in ${channel(channelId ?? '')}`;
  return asksZoom
    ? `${card}, asks Zoom whether the credentials are right, and watches StackOne for the connector profile.`
    : `${card}, and watches StackOne for the connector profile. *Prove it works* then shows that the credentials are right.`;
}

function summaryLines(answers: DraftAnswers): string[] {
  const purpose = typed(answers.purpose ?? '', 500);
  return [
    `*${named(answers.name ?? '')}*, ${managementNames[answers.managementType ?? 'admin']}`,
    `Owners: ${people(answers.owners ?? [])}`,
    `Channel: ${channel(answers.channelId ?? '')}`,
    ...(purpose === '' ? [] : [`Purpose: ${purpose}`]),
  ];
}

function credentialLines({ environments = [], clientIds, keepsSecret = [] }: DraftAnswers): string[] {
  return environments.map((kind) => {
    const secret = keepsSecret.includes(kind) ? 'you keep the client secret' : 'client secret stored sealed';
    return `*${environmentNames[kind]}*: client ID \`${typed(clientIds?.[kind] ?? '', 200)}\`, ${secret}`;
  });
}

const SHOWN = 20;

async function scopeLines(answers: DraftAnswers): Promise<string[]> {
  const { form, typed: fields } = draftForm(answers);
  const { report } = await runInChunks(judging(form, fields, answers.confirmedScopes ?? []));
  const { accepted } = report;
  const shown = accepted.slice(0, SHOWN).map((scope) => `\`${scope}\``);
  const more = accepted.length - shown.length;
  const description = typed(answers.scopeDescription ?? '', 1000);
  return [
    `*${sentence(count(accepted.length, 'scope'))}*: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ...(description === ''
      ? ['No scope description yet; Zoom asks for one.']
      : [`Description: ${description}`]),
  ];
}

/** The end of the registration: where to look now, and the first thing to do. `twin`: of another app that has its client ID, in mrkdwn. */
export function registeredView(card: ZoomAppCard, twin = ''): ModalView {
  const { app, environments, watchPaused } = card;
  const where =
    watchPaused === null
      ? `Its status card is on its way to ${channel(app.channelId)}.`
      : `Greenroom cannot post in ${channel(app.channelId)} yet: type \`/invite @Greenroom\` there.`;
  return modal({ callbackId: callbackIds.card, title: 'Registered', close: 'Close' }, [
    section(`:white_check_mark: *${named(app.name)}* is registered. ${where}`),
    ...(twin === '' ? [] : [section(`:warning: ${twin}`)]),
    ...environments.flatMap((environment) => [
      section(`*${environmentNames[environment.kind]}*, next: ${nextStepFor(environment).words}`),
      ...actions([button('Show me how', nth(actionIds.guide, environment.id), environment.id)]),
    ]),
    context(
      `The buttons named here are on the card. It changes as the answers come in; \`/zoom-app show ${typed(app.name)}\` shows it at any time.`,
    ),
  ]);
}
