import {
  type ConnectorSnapshot,
  contentOf,
  type ListedConnector,
  nextSnapshot,
} from '../../core/drift/connector_snapshot.ts';
import { CONNECTOR_ITSELF } from '../../core/profiles/zoom_connector.ts';
import type { Inclusion } from '../../core/scopes/plan/included_scopes.ts';
import { cutWhole } from '../../core/text/cut.ts';
import type { StackOne } from '../../stackone/stackone.ts';
import type { ActionsOutcome } from '../../stackone/stackone_types.ts';
import { readProfileVersion } from '../../store/drift/connector_polls.ts';
import { readSnapshot, saveSnapshot } from '../../store/drift/connector_snapshots.ts';
import type { Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

type ActionList = Extract<ActionsOutcome, { kind: 'actions' }>;

const longest = { version: 100, scope: 200 };
const most = { scopes: 200, actions: 5_000, inclusions: 1_000 };

/**
 * Records what a complete list says of the connector. An incomplete list, and one without any action, says neither that something
 * is new nor that it is gone. A list that differs from what is known is fetched once more, and counts if both say the same.
 */
export async function recordSnapshot(
  ctx: Pick<Context, 'db' | 'clock'> & { readonly stackone: Pick<StackOne, 'listZoomActions'> },
  workspaceId: string,
  list: ActionList,
): Promise<void> {
  if (!isEvidence(list)) return;
  const before = await readSnapshot(ctx.db, workspaceId);
  const profileVersion = await readProfileVersion(ctx.db, workspaceId);
  const next = nextSnapshot(before, listedIn(list, profileVersion), list.fetchedAt);
  if (before !== null && contentOf(before) === contentOf(next)) return;
  if (before !== null && !(await isConfirmed(ctx, before, next, profileVersion))) return;
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const newest = await readSnapshot(tx, workspaceId);
    // Another replica may have recorded a newer list meanwhile; one of a time still to come is from a clock that was set back.
    if (newest !== null && newest.takenAt > list.fetchedAt && newest.takenAt <= ctx.clock.now()) return;
    const saved = nextSnapshot(newest, listedIn(list, profileVersion), list.fetchedAt);
    if (newest === null || contentOf(newest) !== contentOf(saved)) await saveSnapshot(tx, workspaceId, saved);
  });
}

function isEvidence({ incomplete, actions }: ActionList): boolean {
  return incomplete !== true && actions.some(({ id }) => id !== CONNECTOR_ITSELF);
}

async function isConfirmed(
  { stackone }: { readonly stackone: Pick<StackOne, 'listZoomActions'> },
  before: ConnectorSnapshot,
  next: ConnectorSnapshot,
  profileVersion: string | null,
): Promise<boolean> {
  const again = await stackone.listZoomActions();
  if (again.kind !== 'actions' || !isEvidence(again)) return false;
  return (
    contentOf(nextSnapshot(before, listedIn(again, profileVersion), again.fetchedAt)) === contentOf(next)
  );
}

function listedIn({ connector, actions }: ActionList, profileVersion: string | null): ListedConnector {
  return {
    version: connector.version === null ? null : cutWhole(connector.version, longest.version),
    profileVersion,
    scopes: connector.scopes === null ? null : readable(connector.scopes),
    inclusions:
      connector.inclusions === null
        ? null
        : connector.inclusions.flatMap(readableInclusion).slice(0, most.inclusions),
    actions: actions
      .filter(({ id }) => id !== CONNECTOR_ITSELF)
      .slice(0, most.actions)
      .map(({ id, scopes, unlisted }) => ({ id, scopes: unlisted === true ? null : readable(scopes) })),
  };
}

function readableInclusion({ scope, includes }: Inclusion): readonly Inclusion[] {
  const [name] = readable([scope]);
  return name === undefined ? [] : [{ scope: name, includes: readable(includes) }];
}

/** A longer text is no scope; the longest of Zoom's has 67 characters. */
function readable(scopes: readonly string[]): readonly string[] {
  return scopes
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '' && scope.length <= longest.scope)
    .slice(0, most.scopes);
}
