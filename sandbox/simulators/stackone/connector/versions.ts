import type { Answered, Incoming } from '../../../faults/serve_with_faults.ts';
import type { ConnectorRelease, ProfileRow } from '../contract.ts';
import { type Project, profileOf } from '../project.ts';
import { failure } from '../to_wire.ts';
import type { ActionBook } from './actions.ts';

export const FIRST_VERSION = '1.0.0';

/** Profiles that are not pinned follow at once; that a breaking version would wait for somebody is in no document. */
export function release(project: Project, book: ActionBook, next: ConnectorRelease): void {
  book.versions.unshift(next.version);
  book.actions = next.actions ?? book.actions;
  book.connectorScopes = next.connectorScopes ?? book.connectorScopes;
  book.scopeDefinitions = next.scopeDefinitions ?? book.scopeDefinitions;
  for (const profile of project.profiles.filter(({ connector_key }) => connector_key === 'zoom'))
    profile.connector_version = profile.connector_pinned_version ?? next.version;
}

export function pinProfile(project: Project, book: ActionBook, id: string, version: string | null): void {
  if (version !== null && !book.versions.includes(version))
    throw new Error(`The simulated StackOne has no version ${version} of Zoom's connector.`);
  const profile = profileOf(project, id);
  profile.connector_pinned_version = version;
  profile.connector_version = version ?? book.versions[0] ?? FIRST_VERSION;
}

const PATH = /^\/connector_profiles\/([^/]+)\/(versions|pinned_version)$/;

/** Of one profile; undefined for every other path. */
export function answerVersions(project: Project, book: ActionBook, incoming: Incoming): Answered | undefined {
  const [, sent = '', what] = PATH.exec(incoming.path) ?? [];
  if (incoming.method !== 'GET' || what === undefined) return undefined;
  const id = decodeURIComponent(sent);
  const profile = project.profiles.find((one) => one.id === id);
  if (!profile) return failure(404, 'Connector profile not found', project.now());
  if (what === 'versions') return { status: 200, body: versionsOf(profile, book) };
  const { connector_pinned_version: pinned, created_at, updated_at, connector_owner: owner } = profile;
  if (pinned === null) return failure(404, 'Pinned version not found', project.now());
  const body = { connector_profile_id: id, pinned_version: pinned, owner, created_at, updated_at };
  return { status: 200, body };
}

/** A bare array, as the specification has it. */
function versionsOf(
  { connector_key, connector_pinned_version: pinned }: ProfileRow,
  book: ActionBook,
): object[] {
  const versions = connector_key === 'zoom' ? book.versions : [FIRST_VERSION];
  return versions.map((version) => ({
    version,
    owner: 'stackone',
    builtin: true,
    pinned: version === pinned,
  }));
}
