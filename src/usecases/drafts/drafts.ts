import type { Draft, DraftAnswers } from '../../core/apps/zoom_app.ts';
import { type EnvironmentKind, environmentKinds } from '../../core/checks/check.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { markOf } from '../../ids.ts';
import {
  deleteDraft,
  type OwnDraft,
  readDraftOf,
  readDraftsOf,
  upsertDraft,
} from '../../store/apps/drafts.ts';
import { findZoomAppByName } from '../../store/apps/zoom_apps.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readStackOnePoll } from '../../store/profiles/stackone_polls.ts';
import {
  deleteDraftSecrets,
  deleteDraftSecretsOf,
  readDraftSecrets,
  saveDraftSecret,
} from '../../store/secrets/draft_secrets.ts';
import type { SealingContext } from '../../vault/vault.ts';
import type { By, Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { knowsEveryProfile } from '../profiles/list_completeness.ts';
import { policyIn } from '../secrets/secrets_policy.ts';

const secretLifeMs = 60 * 60_000;
/** The greatest age of a list of profiles that still counts as taken before a registration began. */
const freshListMs = 2 * 60_000;

/** The registration a person left half done, if there is one. */
export async function readDraft(ctx: Pick<Context, 'db'>, by: By): Promise<Draft | null> {
  return readDraftOf(ctx.db, by.workspaceId, by.actor);
}

/** The same for several people; one query for each workspace. */
export async function readDrafts(
  ctx: Pick<Context, 'db'>,
  all: readonly By[],
): Promise<readonly (Draft | null)[]> {
  const workspaces = [...new Set(all.map(({ workspaceId }) => workspaceId))];
  const drafts = await Promise.all(
    workspaces.map((workspaceId) => {
      const people = all.filter((by) => by.workspaceId === workspaceId).map(({ actor }) => actor);
      return readDraftsOf(ctx.db, workspaceId, people);
    }),
  );
  const found = drafts.flat();
  return all.map(
    ({ workspaceId, actor }) =>
      found.find((draft) => draft.workspaceId === workspaceId && draft.userId === actor) ?? null,
  );
}

/**
 * Saves what was typed so far, and the secrets apart from it, sealed and for at most an hour. The first save of a
 * registration also fixes the baseline: which connector profiles existed before it. Null when the draft is not this
 * person's, or another one was kept instead. Where no secret is taken (usecases/secrets), none is sealed; the secret of an
 * environment that the person keeps (`keepsSecret`) is deleted.
 */
export async function saveDraft(
  ctx: Pick<Context, 'db' | 'vault' | 'clock' | 'settings'>,
  input: By & {
    readonly draftId: string;
    readonly answers: DraftAnswers;
    readonly secrets?: Partial<Record<EnvironmentKind, Secret>>;
    /** Does it replace another draft of this person? Default: yes. */
    readonly replaces?: boolean;
  },
): Promise<Draft | null> {
  const { workspaceId, draftId, actor: userId } = input;
  const now = ctx.clock.now();
  const { keepsSecret = [] } = input.answers;
  const taken = secretsOf(input.secrets).filter(([kind]) => !keepsSecret.includes(kind));
  const save = async (tx: Queryable): Promise<Draft | null> => {
    const poll = await readStackOnePoll(tx, workspaceId);
    const { answeredAt, trouble } = poll;
    const recent = answeredAt !== null && now.getTime() - answeredAt.getTime() < freshListMs;
    const fresh = recent && trouble === null && knowsEveryProfile(poll, now);
    const draft = await upsertDraft(
      tx,
      {
        id: draftId,
        workspaceId,
        userId,
        answers: input.answers,
        baselineAt: fresh ? now : null,
      },
      now,
      input.replaces,
    );
    if (draft === null) return null;
    await deleteDraftSecretsOf(tx, ownDraft(input), keepsSecret);
    const policy = taken.length === 0 ? 'never' : await policyIn(tx, ctx, workspaceId);
    for (const [kind, secret] of policy === 'never' ? [] : taken) {
      const sealed = ctx.vault.seal(secret, draftSecretPlace(workspaceId, draftId, kind));
      const expiresAt = new Date(now.getTime() + secretLifeMs);
      await saveDraftSecret(tx, { workspaceId, userId, draftId, kind }, sealed, expiresAt);
    }
    if (draft.baselineAt === null) await enqueue(tx, { task: 'poll_stackone', workspaceId });
    return draft;
  };
  // Whoever decides that none is taken holds the lock, and deletes what waits: nothing is sealed between the two.
  return taken.length === 0 ? ctx.db.tx(save) : withWorkspaceLock(ctx, workspaceId, save);
}

/** Which environments have a secret waiting in this draft; the modal then need not ask for it again. */
export async function draftSecretKinds(
  ctx: Pick<Context, 'db' | 'clock'>,
  input: By & { readonly draftId: string },
): Promise<readonly EnvironmentKind[]> {
  const sealed = await readDraftSecrets(ctx.db, ownDraft(input), ctx.clock.now());
  return environmentKinds.filter((kind) => sealed[kind] !== undefined);
}

export async function discardDraft(
  ctx: Pick<Context, 'db'>,
  input: By & { readonly draftId: string },
): Promise<void> {
  await deleteDraft(ctx.db, ownDraft(input));
}

/** Fingerprint of the answers, whatever the order of their fields. */
export function draftMark(answers: DraftAnswers): string {
  return markOf(JSON.stringify(answers, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The modal was closed: what was typed stays, the secrets are destroyed. */
export async function forgetDraftSecrets(
  ctx: Pick<Context, 'db'>,
  input: By & { readonly draftId: string },
): Promise<void> {
  await deleteDraftSecrets(ctx.db, ownDraft(input));
}

function ownDraft({ workspaceId, actor, draftId }: By & { readonly draftId: string }): OwnDraft {
  return { workspaceId, userId: actor, draftId };
}

/** The app that has this name already. One indexed query: it may stand before an acknowledgement. */
export async function nameTaken(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly name: string; readonly exceptAppId?: string },
): Promise<{ name: string; owners: readonly string[]; appId: string } | null> {
  const app = await findZoomAppByName(ctx.db, input.workspaceId, input.name);
  return app === null || app.id === input.exceptAppId
    ? null
    : { name: app.name, owners: app.owners, appId: app.id };
}

export function draftSecretPlace(
  workspaceId: string,
  draftId: string,
  kind: EnvironmentKind,
): SealingContext {
  return { workspaceId, rowId: draftId, field: `client_secret.${kind}` };
}

function secretsOf(secrets: Partial<Record<EnvironmentKind, Secret>> = {}): [EnvironmentKind, Secret][] {
  return environmentKinds.flatMap((kind) => {
    const secret = secrets[kind];
    return secret === undefined ? [] : [[kind, secret] satisfies [EnvironmentKind, Secret]];
  });
}
