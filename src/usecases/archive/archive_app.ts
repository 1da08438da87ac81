import {
  checkOf,
  type Environment,
  waitsForProfile,
  type ZoomApp,
  type ZoomAppCard,
} from '../../core/apps/zoom_app.ts';
import { Ok, type Result } from '../../core/result.ts';
import { readCredentials } from '../../store/apps/credentials.ts';
import { readEnvironmentsOf } from '../../store/apps/environments.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { saveStages } from '../../store/apps/save_environments.ts';
import { markArchived } from '../../store/archive/archived_apps.ts';
import { releaseProfiles } from '../../store/archive/released_profiles.ts';
import {
  type EndedLink,
  endSessionsOf,
  stopAges,
  stopEnvironments,
} from '../../store/archive/stop_environments.ts';
import { saveChecks } from '../../store/checks/readiness_checks.ts';
import { dropWaitingAbout } from '../../store/deliveries/drop_waiting.ts';
import { readWaitingTakeover } from '../../store/ownership/takeovers.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { savePairsWithoutSecret } from '../../store/secrets/stored_secrets.ts';
import { cardOf } from '../apps/read_card.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyWatchers, redrawQuestionsIn } from '../changes/notify_watchers.ts';
import { redrawModals } from '../changes/redraw_modals.ts';
import { concludeTakeover } from '../changes/takeovers/end_takeover.ts';
import { readWatchers } from '../changes/watches/watchers.ts';
import { endCannotPostOfApp } from '../deliveries/closed_channel_messages.ts';
import { endRegressionsOf } from '../regressions/end_regressions_of.ts';
import { checkWithoutSecret, pairWithoutSecret } from '../secrets/forget_secret.ts';

export type ArchiveNeeds = Pick<
  Context,
  Deciding | 'vault' | 'clock' | 'newId' | 'connectSessionEnded' | 'log'
>;

/** Channels of an app whose direct messages about them are edited at once; those about others end when the channel opens. */
const mostChannels = 20;

/**
 * Archives an app, in one transaction: its stored secrets are destroyed (a fingerprint of each pair stays), its links end, nothing is polled,
 * asked or announced about it any more, its profiles may be given to other apps by a person, and its name is free. Its checks,
 * watches and history stay, so that it can be restored. The watchers are told, and the other owners mentioned.
 */
export async function archiveApp(
  ctx: ArchiveNeeds,
  input: By & { readonly appId: string },
): Promise<Result<ZoomAppCard, Refusal>> {
  const { workspaceId, actor } = input;
  const archived = await changeApp<{ card: ZoomAppCard; links: EndedLink[] }, never>(
    ctx,
    input,
    'archive',
    async (tx, app) => {
      const { links, secrets } = await stopApp(tx, ctx, app, actor, null);
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: ctx.clock.now(),
        kind: 'zoom_app_archived',
        actor,
        appId: app.id,
        detail: { name: app.name, secrets },
      });
      await notifyWatchers(tx, ctx, { workspaceId, appId: app.id }, [
        { where: 'channel', message: { kind: 'app_archived', ...saidOf(app, actor) } },
      ]);
      return Ok({ card: await cardOf(tx, app), links });
    },
  );
  if (!archived.ok) return archived;
  await endModals(ctx, workspaceId, archived.value.links);
  return Ok(archived.value.card);
}

/** Who did it to which app, and whom it concerns too. */
export function saidOf(
  { id, name, owners }: Pick<ZoomApp, 'id' | 'name' | 'owners'>,
  actor: string,
): { appId: string; appName: string; by: string; owners: readonly string[] } {
  return { appId: id, appName: name, by: actor, owners: owners.filter((owner) => owner !== actor) };
}

/** The modals that showed a link which is over now; after the transaction, as it calls Slack. */
export function endModals(
  ctx: ArchiveNeeds,
  workspaceId: string,
  links: readonly EndedLink[],
): Promise<void> {
  return redrawModals(
    ctx,
    links.map((link) => ({ ...link, workspaceId, message: null })),
  );
}

/**
 * Everything of a locked app stops, and it is archived; events and messages are the caller's. `into`: the app that it is merged into.
 * Returns the links that modals show, and how many secrets were stored.
 */
export async function stopApp(
  tx: Queryable,
  ctx: Pick<Context, 'vault' | 'clock' | 'newId'>,
  app: ZoomApp,
  actor: string,
  into: string | null,
): Promise<{ links: EndedLink[]; secrets: number }> {
  const { workspaceId, id } = app;
  const environments = await readEnvironmentsOf(tx, workspaceId, [id]);
  const ids = environments.map((environment) => environment.id);
  const secrets = await destroySecrets(tx, ctx, workspaceId, environments);
  const links = await endSessionsOf(tx, workspaceId, ids);
  await releaseProfiles(tx, workspaceId, ids);
  await stopAges(tx, workspaceId, ids);
  await stopEnvironments(tx, workspaceId, id);
  await markArchived(tx, app, into, actor, ctx.clock.now());
  const stages = environments.map(({ id: environmentId, liveAt }) => ({
    environmentId,
    stage: 'archived' as const,
    liveAt,
  }));
  await saveStages(tx, workspaceId, stages);
  const channels = (await readWatchers(tx, workspaceId, [id]))(id).map(({ channelId }) => channelId);
  await dropWaitingAbout(tx, workspaceId, id, [...channels, ...app.owners], { edits: false });
  await endRegressionsOf(tx, ctx, workspaceId, ids);
  const takeover = await readWaitingTakeover(tx, workspaceId, id);
  if (takeover !== null) await concludeTakeover(tx, ctx, app, takeover, { how: 'void', by: null });
  for (const channelId of channels.slice(0, mostChannels))
    await endCannotPostOfApp(tx, ctx, app, channelId, { by: actor, archived: true });
  if (environments.some(waitsForProfile)) await redrawQuestionsIn(tx, ctx, workspaceId, app.channelId);
  return { links, secrets };
}

/** As *Forget the secret* does for each pair: what its check says stays, with its age. Returns how many were stored. */
async function destroySecrets(
  tx: Queryable,
  ctx: Pick<Context, 'vault' | 'clock'>,
  workspaceId: string,
  environments: readonly Environment[],
): Promise<number> {
  const now = ctx.clock.now();
  const ids = environments.map(({ id }) => id);
  const stored = await readCredentials(tx, workspaceId, ids);
  const pairs = stored.flatMap((one) => pairWithoutSecret(ctx.vault, workspaceId, one) ?? []);
  await savePairsWithoutSecret(tx, workspaceId, pairs, now);
  const forgotten = environments.filter(({ id }) => pairs.some(({ environmentId }) => environmentId === id));
  const checks = forgotten.flatMap((environment) => {
    const check = checkWithoutSecret(
      checkOf(environment, 'credentials'),
      environment.pendingClientId !== null,
      now,
    );
    return check === null ? [] : [{ environmentId: environment.id, check }];
  });
  await saveChecks(tx, workspaceId, checks);
  return pairs.length;
}
