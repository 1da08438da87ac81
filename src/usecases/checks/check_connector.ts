import { newestVersion } from '../../core/drift/connector_version.ts';
import type { ConnectorVersion } from '../../stackone/stackone_types.ts';
import { pinnedProfiles, saveNewestVersions } from '../../store/drift/app_drifts.ts';
import {
  saveNextConnectorCheck,
  takeConnectorCheck,
  takeForcedConnectorCheck,
} from '../../store/drift/connector_polls.ts';
import { readStackOnePoll, somethingWatchesStackOne } from '../../store/profiles/stackone_polls.ts';
import type { Context } from '../changes/context.ts';
import { mostPinned } from '../drift/compare_apps.ts';
import { keyStaysRefused } from '../profiles/poll_stackone.ts';
import { refreshActions } from '../scopes/stackone_actions.ts';

type Needs = Pick<Context, 'db' | 'stackone' | 'clock' | 'newId' | 'settings'>;

const hour = 60 * 60_000;
/** About a day, with jitter, so that the workspaces of a key do not ask together. */
const everyMs = 23 * hour;
const jitterMs = 2 * hour;
/** After a process that died in the middle, and after an outage. */
const leaseMs = 10 * 60_000;
const outageMs = hour;
/** After a workspace was seen first. */
const firstMs = 10 * 60_000;
/** Between two looks that people ask for. */
const forcedEveryMs = hour;
/** Profiles whose versions are listed in one look: 10 s at StackOne's rate limit. */
const versionsAtOnce = 100;

/**
 * The daily look at StackOne's Zoom connector: its version, what it requires, and the versions to which profiles are pinned. One
 * replica does it for a workspace. `force`: a person asked for it, which counts once an hour.
 */
export async function checkConnector(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly force?: boolean | undefined },
): Promise<void> {
  const { workspaceId } = input;
  if (ctx.settings.stackoneKey === null) return;
  if (keyStaysRefused(await readStackOnePoll(ctx.db, workspaceId), ctx.settings.stackoneKey)) return;
  if (!(await somethingWatchesStackOne(ctx.db, workspaceId))) return;
  if (!(await takeLease(ctx, workspaceId, input.force === true))) return;
  await followPinned(ctx, workspaceId);
  const list = await refreshActions(ctx, { workspaceId });
  const nextMs = list === 'unavailable' ? outageMs : everyMs + Math.random() * jitterMs;
  await saveNextConnectorCheck(ctx.db, workspaceId, new Date(ctx.clock.now().getTime() + nextMs));
}

function takeLease({ db, clock }: Needs, workspaceId: string, force: boolean): Promise<boolean> {
  const now = clock.now();
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  const next = after(leaseMs);
  if (force) return takeForcedConnectorCheck(db, workspaceId, { now, next, before: after(-forcedEveryMs) });
  const first = after(Math.random() * firstMs);
  return takeConnectorCheck(db, workspaceId, { now, next, first, longest: after(everyMs + jitterMs) });
}

/**
 * What the pinned profiles could be pinned to. Ends at the first call that is not answered: the rest is known from before. Each day
 * begins further on, so that neither a large number of them nor one without an answer keeps any of them out for ever.
 */
async function followPinned(ctx: Needs, workspaceId: string): Promise<void> {
  const pinned = await pinnedProfiles(ctx.db, workspaceId, mostPinned);
  const found: { id: string; newest: string }[] = [];
  const today = Math.floor(ctx.clock.now().getTime() / (24 * hour));
  const begin = pinned.length === 0 ? 0 : (today * versionsAtOnce) % pinned.length;
  const rotated = [...pinned.slice(begin), ...pinned.slice(0, begin)];
  for (const { id } of rotated.slice(0, versionsAtOnce)) {
    const answer = await ctx.stackone.listConnectorVersions(id);
    if (answer.kind === 'gone') continue;
    if (answer.kind !== 'versions') break;
    const newest = newestOf(answer.versions);
    if (newest !== null) found.push({ id, newest });
  }
  await saveNewestVersions(ctx.db, workspaceId, found);
}

/** Of those of the same owner: a custom connector has versions of its own. */
function newestOf(versions: readonly ConnectorVersion[]): string | null {
  const owner = versions.find(({ pinned }) => pinned)?.owner ?? null;
  const own = versions.filter((one) => owner === null || one.owner === null || one.owner === owner);
  return newestVersion(own.map(({ version }) => version));
}
