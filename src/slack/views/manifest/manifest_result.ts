import { isName } from '../../../core/apps/app_name.ts';
import type { ZoomManifest } from '../../../core/manifest/zoom_manifest.ts';
import { checking } from '../../../core/scopes/verdict/check_scopes.ts';
import { runInChunks } from '../../../event_loop.ts';
import type { ComparedManifest } from '../../../usecases/manifest/compare_manifest.ts';
import { type CopiedPart, copiedParts } from '../../../usecases/manifest/copy_from_manifest.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { deniedIn, deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { Person, SubmitRequest } from '../../requests/requests.ts';
import { nameTakenText } from '../basics_errors.ts';
import { answerRefusal } from '../edit/saved_view.ts';
import { typedIn } from '../inputs.ts';
import { stateOfKind } from '../view_metadata.ts';
import { carried, carry } from './carried_manifest.ts';
import { type Offer, PARTS, resultView } from './result_blocks.ts';

export interface Given {
  readonly appId: string;
  readonly manifest: ZoomManifest;
  /** Something in what was pasted looked like a secret. */
  readonly hadSecret: boolean;
}

export async function answerCompared(
  context: HandlerContext,
  request: SubmitRequest,
  given: Given,
): Promise<void> {
  await request.answer({ kind: 'show', view: await comparedView(context, request.person, given) });
}

export async function comparedView(
  context: HandlerContext,
  person: Person,
  given: Given,
): Promise<ModalView> {
  const { appId, manifest, hadSecret } = given;
  const { workspaceId, userId } = person;
  const result = await context.usecases.compareManifest({ workspaceId, actor: userId, appId, manifest });
  if (!result.ok)
    return noteOf(await deniedMessage(context, person, result.error, { appId }), 'Nothing was compared');
  return viewOf(context, person, result.value, manifest, { hadSecret });
}

async function viewOf(
  context: HandlerContext,
  person: Person,
  compared: ComparedManifest,
  manifest: ZoomManifest,
  said: { readonly hadSecret?: boolean; readonly isCopied?: boolean },
): Promise<ModalView> {
  return resultView(compared, await offerOf(context, person, compared, manifest), said);
}

/** What this person may copy, and why the rest cannot be. */
async function offerOf(
  context: HandlerContext,
  person: Person,
  { app, comparison }: ComparedManifest,
  manifest: ZoomManifest,
): Promise<Offer> {
  const differing = new Set(comparison.differences.map(({ part }) => part));
  const wanted = copiedParts.filter((part) => isTouched(part, differing));
  if (wanted.length === 0) return { kind: 'none' };
  const denied = await deniedIn(context, person, app, 'edit');
  if (denied !== null) return { kind: 'denied', text: denied.text };
  const from = carry(manifest);
  if (from === null) return { kind: 'too_much' };
  const managementType = manifest.managementType ?? app.managementType;
  const scopes = manifest.scopes.map(({ scope }) => scope);
  const report = wanted.includes('scopes') ? await runInChunks(checking(scopes, managementType)) : null;
  const isRefused = report !== null && (report.empty || report.blocking.length > 0);
  const parts = wanted.filter(
    (part) =>
      (part !== 'scopes' || !isRefused) && (part !== 'name' || (from.name !== null && isName(from.name))),
  );
  return {
    kind: 'parts',
    parts,
    from,
    refused: isRefused ? { managementType, scopes: report.blocking.map(({ scope }) => scope) } : null,
    fromZoom: { managementType, scopes: scopes.length },
  };
}

function isTouched(part: CopiedPart, differing: ReadonlySet<string>): boolean {
  if (part !== 'scopes') return differing.has(part);
  return ['management_type', 'scopes_missing', 'scopes_extra'].some((one) => differing.has(one));
}

export async function submitCopyFromZoom(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { appId, version, from } = stateOfKind(request.metadata, 'manifest_result');
  const { workspaceId, userId } = request.person;
  const manifest = carried(from);
  if (manifest === null)
    return request.answer({
      kind: 'show',
      view: note('Not copied', 'The catalogue of scopes has changed since. Compare once more.'),
    });
  const chosen = typedIn(request.typed, PARTS).options;
  const parts = copiedParts.filter((part) => chosen.includes(part));
  const actor = userId;
  const result = await context.usecases.copyFromManifest({
    workspaceId,
    actor,
    appId,
    version,
    manifest,
    parts,
  });
  if (result.ok) {
    const view = await viewOf(context, request.person, result.value, manifest, { isCopied: true });
    return request.answer({ kind: 'show', view });
  }
  const { code } = result.error;
  if (code === 'conflict')
    return request.answer({
      kind: 'show',
      view: note(
        'Not copied',
        'Somebody changed this app in the meantime, so nothing was copied. Compare once more to see where it differs now.',
      ),
    });
  if (code === 'name_taken' && manifest.displayName !== null)
    return request.answer({
      kind: 'show',
      view: note('Not copied', nameTakenText(manifest.displayName)),
    });
  await answerRefusal(context, request, appId, code);
}
