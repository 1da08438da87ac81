import type { DriftFinding } from './findings.ts';

/** What is known of the findings of one app. */
export interface DriftState {
  readonly findings: readonly DriftFinding[];
  /** Keys of what the owners were notified of, or saw on the card when they saved the app. */
  readonly announced: readonly string[];
  /** Keys that an owner accepted as they are. */
  readonly accepted: readonly string[];
}

export const noDrift: DriftState = { findings: [], announced: [], accepted: [] };

/** Keys that are remembered for an app; of more, the oldest are forgotten, so that the worst case is one message too many. */
const MOST_KEYS = 500;

/** Those that nobody has accepted. */
export function openFindings({ findings, accepted }: DriftState): readonly DriftFinding[] {
  const silent = new Set(accepted);
  return findings.filter(({ key }) => !silent.has(key));
}

/**
 * A pinned version is only a line on the card, and so is a scope that Zoom does not have for apps that are managed like this one:
 * nobody can add it. What the catalogue refuses has a message of its own (review_scopes.ts).
 */
function isAnnounced(finding: DriftFinding): boolean {
  if (finding.kind === 'scope') return finding.known !== 'other_level';
  return finding.kind === 'action_gone' || finding.kind === 'breaking';
}

/** What the owners were not notified of yet. A scope that comes and goes is announced once. */
export function unannounced(state: DriftState): readonly DriftFinding[] {
  const before = new Set(state.announced);
  return openFindings(state).filter((finding) => isAnnounced(finding) && !before.has(finding.key));
}

export function announce(state: DriftState, findings: readonly DriftFinding[]): DriftState {
  return { ...state, announced: withKeys(state.announced, findings) };
}

/** Accepts what is open now: it stays silent until there is more. */
export function accept(state: DriftState): DriftState {
  return { ...state, accepted: withKeys(state.accepted, openFindings(state)) };
}

function withKeys(keys: readonly string[], findings: readonly DriftFinding[]): readonly string[] {
  return [...new Set([...keys, ...findings.map(({ key }) => key)])].slice(-MOST_KEYS);
}
