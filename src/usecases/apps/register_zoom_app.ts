import { isName } from '../../core/apps/app_name.ts';
import type { DeclaredScope, DraftAnswers, ZoomApp, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../core/checks/check.ts';
import { checkNames, newCheck } from '../../core/checks/check.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import {
  deleteDraft,
  lockDraft,
  readDraftOf,
  readDraftSecrets,
  type StoredDraft,
} from '../../store/apps/drafts.ts';
import { insertEnvironment, readEnvironment } from '../../store/apps/environments.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { insertWatch } from '../../store/apps/watches.ts';
import { setNeeds } from '../../store/apps/zoom_app_needs.ts';
import { insertZoomApp, lockZoomApp, setOwners, setScopes } from '../../store/apps/zoom_apps.ts';
import { saveChecks } from '../../store/checks/readiness_checks.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { By, Context } from '../changes/context.ts';
import { tellWatchers } from '../changes/notify_watchers.ts';
import { recordOutcome } from '../changes/record_outcome.ts';
import { inTurn } from '../changes/workspace_lock.ts';
import { draftMark, draftSecretPlace } from '../drafts/drafts.ts';
import { type ConfirmRefusal, rememberConfirmed } from '../scopes/confirmed_scopes.ts';
import { declare, draftScopes } from '../scopes/declared_scopes.ts';
import { checkOwners } from './check_owners.ts';
import { cardOf } from './read_card.ts';

export type RegisterRefusal =
  | 'draft_gone'
  | 'draft_changed'
  | 'incomplete'
  | 'name_taken'
  | 'no_owner'
  | ConfirmRefusal
  | 'secrets_gone'
  | 'scopes_blocking';

type Needs = Pick<Context, 'db' | 'vault' | 'clock' | 'newId' | 'standingsOf'>;

/** A draft in which every question that must be answered is answered. */
interface CompleteAnswers extends DraftAnswers {
  readonly name: string;
  readonly managementType: NonNullable<DraftAnswers['managementType']>;
  readonly environments: readonly EnvironmentKind[];
  readonly owners: readonly string[];
  readonly channelId: string;
}

class Refused extends Error {
  readonly code: RegisterRefusal;
  constructor(code: RegisterRefusal) {
    super(code);
    this.code = code;
  }
}

/**
 * Turns a draft into a Zoom app: app, owners, scopes, environments with sealed secrets, watch, first card and checks,
 * in one transaction. Submitting twice registers once: the second finds no draft any more (`draft_gone`). `mark`: the answers that
 * its person was shown (`draftMark`); others, typed in another window since, are not saved unseen. Undefined for a form of an
 * earlier release.
 */
export async function registerZoomApp(
  ctx: Needs,
  input: By & { readonly draftId: string; readonly mark?: string | undefined },
): Promise<Result<{ card: ZoomAppCard }, RegisterRefusal>> {
  const owners = (await readDraftOf(ctx.db, input.workspaceId, input.actor))?.answers.owners ?? [];
  if ((await checkOwners(ctx, { ...input, owners })).length > 0) return Err('no_owner');
  try {
    const card = await inTurn(ctx, input.workspaceId, (tx) => register(tx, ctx, input, new Set(owners)));
    return Ok({ card });
  } catch (error) {
    // Thrown, so that the transaction is rolled back and the draft stays.
    if (error instanceof Refused) return Err(error.code);
    throw error;
  }
}

async function register(
  tx: Queryable,
  ctx: Needs,
  input: By & { readonly draftId: string; readonly mark?: string | undefined },
  checkedOwners: ReadonlySet<string>,
): Promise<ZoomAppCard> {
  const { workspaceId, draftId, actor: userId } = input;
  const draft = await lockDraft(tx, { workspaceId, draftId, userId });
  if (draft === null) throw new Refused('draft_gone');
  if (input.mark !== undefined && input.mark !== draftMark(draft.answers)) throw new Refused('draft_changed');
  const answers = complete(draft.answers);
  if (answers === null) throw new Refused('incomplete');
  // Changed in the same moment: the form asks again, about those who stand there now.
  if (answers.owners.some((owner) => !checkedOwners.has(owner))) throw new Refused('no_owner');
  const written = await draftScopes(answers, answers.managementType);
  const scopes = await declare(written, answers.managementType, {
    confirmed: answers.confirmedScopes ?? [],
    by: input.actor,
  });
  if (!scopes.ok) throw new Refused('scopes_blocking');

  const secrets = await openSecrets(tx, ctx, draft, answers.environments);
  const app = await insertApp(tx, ctx, input, answers, scopes.value);
  for (const kind of answers.environments) await addEnvironment(tx, ctx, draft, app, answers, kind, secrets);
  await deleteDraft(tx, { workspaceId, draftId, userId });
  await enqueue(tx, { task: 'poll_stackone', workspaceId });
  return cardOf(tx, app);
}

function complete(answers: DraftAnswers): CompleteAnswers | null {
  const { name, managementType, environments, owners, channelId } = answers;
  if (!name || !managementType || !channelId || !environments?.length || !owners?.length) return null;
  // The modal refuses such names at their field; this is for a draft that came another way.
  if (!isName(name)) return null;
  if (environments.some((kind) => !answers.clientIds?.[kind])) return null;
  return { ...answers, name, managementType, environments, owners, channelId };
}

async function openSecrets(
  tx: Queryable,
  ctx: Needs,
  draft: StoredDraft,
  kinds: readonly EnvironmentKind[],
): Promise<Map<EnvironmentKind, Secret>> {
  const { workspaceId, id: draftId, userId } = draft;
  const sealed = await readDraftSecrets(tx, { workspaceId, draftId, userId }, ctx.clock.now());
  const secrets = new Map<EnvironmentKind, Secret>();
  for (const kind of kinds) {
    const text = sealed[kind];
    const opened =
      text === undefined ? null : ctx.vault.open(text, draftSecretPlace(draft.workspaceId, draft.id, kind));
    if (opened === null || !opened.ok) throw new Refused('secrets_gone');
    secrets.set(kind, opened.value);
  }
  return secrets;
}

async function insertApp(
  tx: Queryable,
  ctx: Needs,
  by: By,
  answers: CompleteAnswers,
  scopes: readonly DeclaredScope[],
): Promise<ZoomApp> {
  const { workspaceId, actor } = by;
  const now = ctx.clock.now();
  const id = ctx.newId();
  const { name, managementType, channelId, purpose = '', scopeDescription = '' } = answers;
  const fields = { workspaceId, id, name, managementType, channelId, purpose, scopeDescription };
  if (!(await insertZoomApp(tx, fields, actor, now))) throw new Refused('name_taken');
  await setOwners(tx, { workspaceId, id }, answers.owners);
  await setScopes(tx, { workspaceId, id }, scopes);
  await setNeeds(tx, { workspaceId, appId: id }, answers.needs ?? []);
  const remembered = await rememberConfirmed(tx, ctx, { workspaceId, actor, appId: id }, scopes);
  if (!remembered.ok) throw new Refused(remembered.error);
  await insertWatch(tx, { workspaceId, channelId, appId: id }, actor, now);
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId,
    at: now,
    kind: 'zoom_app_registered',
    actor,
    appId: id,
    detail: { name, managementType, environments: answers.environments, scopes: scopes.length },
  });
  await tellWatchers(tx, ctx, { workspaceId, appId: id }, [
    { where: 'thread', message: { kind: 'registered', by: actor, appId: id, appName: name } },
  ]);
  const app = await lockZoomApp(tx, workspaceId, id);
  if (app === null) throw new Error('the app that was just registered is gone');
  return app;
}

async function addEnvironment(
  tx: Queryable,
  ctx: Needs,
  draft: StoredDraft,
  app: ZoomApp,
  answers: CompleteAnswers,
  kind: EnvironmentKind,
  secrets: ReadonlyMap<EnvironmentKind, Secret>,
): Promise<void> {
  const secret = secrets.get(kind);
  const clientId = answers.clientIds?.[kind];
  if (secret === undefined || clientId === undefined) throw new Refused('incomplete');
  await startEnvironment(tx, ctx, app, {
    kind,
    clientId,
    secret,
    actor: draft.userId,
    baselineAt: draft.baselineAt,
  });
}

/** A new environment: its pair sealed, its scopes judged, its credentials about to be looked at. */
export async function startEnvironment(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  start: { kind: EnvironmentKind; clientId: string; secret: Secret; actor: string; baselineAt: Date | null },
): Promise<string | null> {
  const { workspaceId } = app;
  const id = ctx.newId();
  const inserted = await insertEnvironment(tx, {
    workspaceId,
    id,
    zoomAppId: app.id,
    kind: start.kind,
    clientId: start.clientId,
    clientSecretSealed: ctx.vault.seal(start.secret, { workspaceId, rowId: id, field: 'client_secret' }),
    stage: 'credentials',
    baselineAt: start.baselineAt,
  });
  if (!inserted) return null;
  const unknown = checkNames.filter((name) => name !== 'scopes');
  await saveChecks(
    tx,
    workspaceId,
    unknown.map((name) => ({ environmentId: id, check: newCheck(name) })),
  );
  const environment = await readEnvironment(tx, workspaceId, id);
  if (environment === null) throw new Error('the environment that was just added is gone');
  const scopes = { kind: 'passed', evidence: 'derived', detail: { count: app.scopes.length } } as const;
  await recordOutcome(tx, ctx, app, environment, 'scopes', scopes, { actor: start.actor });
  await enqueue(tx, { task: 'probe_credentials', workspaceId, environmentId: id });
  return id;
}
