import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import { compareZoomManifest } from '../../core/manifest/compare_zoom_manifest.ts';
import { wantedManifest, type ZoomManifest } from '../../core/manifest/zoom_manifest.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { checking } from '../../core/scopes/verdict/check_scopes.ts';
import { runInChunks } from '../../event_loop.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import { type AppChanges, type EditRefusal, editZoomApp } from '../apps/edit_zoom_app.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { type ComparedManifest, compareManifest } from './compare_manifest.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId' | 'memberStatusesOf'>;

/** What of Zoom's manifest can be copied into a registration. */
export const copiedParts = ['name', 'scopes', 'scope_description'] as const;
export type CopiedPart = (typeof copiedParts)[number];

/**
 * Makes parts of a registration what Zoom's manifest says, as an owner's edit that started from `version`, and compares again.
 * The scopes come with the management type, since neither is right without the other; one that the catalogue does not know
 * counts as confirmed by this person, who brought the manifest in which Zoom has it.
 */
export async function copyFromManifest(
  ctx: Needs,
  input: By & {
    readonly appId: string;
    readonly version: number;
    readonly manifest: ZoomManifest;
    readonly parts: readonly CopiedPart[];
  },
): Promise<Result<ComparedManifest, EditRefusal>> {
  const { manifest, parts, ...at } = input;
  const app = await readZoomApp(ctx.db, input.workspaceId, input.appId);
  if (app === null) return Err({ code: 'not_found' });
  const changes = await changesBy(app, manifest, parts);
  const edited = await editZoomApp(ctx, { ...at, changes });
  if (!edited.ok) return edited;
  const compared = await compareManifest(ctx, { ...at, manifest });
  if (compared.ok) return compared;
  // Archived in between: the edit stands, and there is nothing to note any more.
  const comparison = compareZoomManifest(wantedManifest(edited.value), manifest, []);
  return Ok({ app: edited.value, environments: [], comparison });
}

async function changesBy(
  app: ZoomApp,
  { displayName, scopeDescription, ...manifest }: ZoomManifest,
  parts: readonly CopiedPart[],
): Promise<AppChanges> {
  return {
    ...(parts.includes('name') && displayName !== null ? { name: displayName } : {}),
    ...(parts.includes('scopes') ? await scopesBy(app, manifest) : {}),
    ...(parts.includes('scope_description') ? { scopeDescription } : {}),
  };
}

async function scopesBy(
  app: ZoomApp,
  manifest: Pick<ZoomManifest, 'scopes' | 'managementType'>,
): Promise<AppChanges> {
  const managementType = manifest.managementType ?? app.managementType;
  const scopes = manifest.scopes.map(({ scope }) => scope);
  const { toConfirm } = await runInChunks(checking(scopes, managementType));
  return { managementType, scopes, confirmedScopes: toConfirm.map(({ scope }) => scope) };
}
