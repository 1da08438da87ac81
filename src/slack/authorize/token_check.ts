import type { WebClient } from '@slack/web-api';
import type { Backoff } from '../../concurrency/backoff.ts';
import { retry } from '../../concurrency/retry.ts';
import { wait } from '../../concurrency/wait.ts';
import type { Result } from '../../core/result.ts';
import type { Log } from '../../log.ts';
import {
  askIdentity,
  connectWorkspace,
  errorText,
  type WorkspaceIdentity,
} from '../web_api/connect_workspace.ts';
import { refusalOf, type TokenRefused } from '../web_api/refused_tokens.ts';
import { delayWith, slackBackoff } from '../web_api/slack_backoff.ts';

/** `refused`: the token worked, and Slack does not take it any more; `slackError` is Slack's word for why. */
export type TokenCheckState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'known'; readonly identity: WorkspaceIdentity }
  | { readonly kind: 'refused'; readonly identity: WorkspaceIdentity; readonly slackError: string };

/** The scopes of the bot token as Slack last named them; null when it has not. */
export function scopesOf(state: TokenCheckState): readonly string[] | null {
  return state.kind === 'known' ? state.identity.grantedScopes : null;
}

/** What replicas share through the database. */
export interface SharedRecheck {
  /** A replica received a hint that the token may not work any more. */
  note(workspaceId: string): Promise<void>;
  /** When that was last noted, as an opaque value. */
  last(workspaceId: string): Promise<string | null>;
  /** The app was removed from the workspace: Slack says so, and refuses the token. */
  uninstalled?(workspaceId: string): Promise<void>;
  /** A token of the workspace works; called often. */
  installed?(workspaceId: string): Promise<void>;
}

/** How often each process asks Slack whether its token works, and the database for hints of other replicas. */
export interface TokenCheckIntervals {
  readonly slackMs: number;
  readonly databaseMs: number;
}

export interface TokenCheck {
  state(): TokenCheckState;
  /** Our identity at Slack; waits while Slack is down. */
  connect(): Promise<Result<WorkspaceIdentity, TokenRefused | 'aborted'>>;
  /**
   * A hint that the token may not work any more: checks it, with one call for all hints at the same time. `removed`: Slack reports
   * that the app was removed, which counts only when the token is refused as that of a removed app, now or later.
   */
  recheck(removed?: boolean): void;
  /** From now on hints of other replicas count, and Slack is asked regularly. Ends with the signal. */
  watch(shared: SharedRecheck, intervals?: TokenCheckIntervals): void;
}

/**
 * Does our token work? Only `auth.test` says so. Events (`app_uninstalled`, `tokens_revoked`) reach one replica, can come
 * late, and may speak of an installation before the present one, so they are only hints to check again.
 */
export function createTokenCheck(options: {
  readonly client: WebClient;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly backoff?: Backoff;
}): TokenCheck {
  const { client, log, signal, backoff = slackBackoff } = options;
  let state: TokenCheckState = { kind: 'starting' };
  let asking: Promise<void> | null = null;
  let shared: SharedRecheck | null = null;
  // Until it is saved, or a token that is asked about later works.
  let removalReported = false;

  const learn = (next: TokenCheckState): void => {
    if (next.kind === 'refused' && state.kind !== 'refused') log.error(next, refusedText);
    if (next.kind === 'known' && state.kind === 'refused') log.info('Slack takes the bot token again');
    state = next;
  };
  const ask = async (): Promise<void> => {
    if (signal.aborted || state.kind === 'starting') return;
    const { identity } = state;
    // Slack may answer as it was before a report that comes while it is asked.
    const reportedBefore = removalReported;
    try {
      const now = await retry(() => askIdentity(client), {
        delay: delayWith(backoff),
        signal,
        retryIf: (error) => refusalOf(error) === null,
        onRetry: (error) =>
          log.debug({ reason: errorText(error) }, 'Slack does not say whether the bot token works'),
      });
      learn({ kind: 'known', identity: now });
      if (reportedBefore) removalReported = false;
      await shared?.installed?.(now.workspaceId).catch(notShared);
    } catch (error) {
      const slackError = refusalOf(error);
      if (slackError === null) return;
      learn({ kind: 'refused', identity, slackError });
      if (removalReported && ofRemovedApps.has(slackError)) await saveRemoval(identity);
    }
  };
  const notShared = (error: unknown): void => {
    log.warn({ reason: errorText(error) }, 'Could not save whether the app is installed');
  };
  const saveRemoval = async ({ workspaceId }: WorkspaceIdentity): Promise<void> => {
    try {
      await shared?.uninstalled?.(workspaceId);
      removalReported = false;
    } catch (error) {
      notShared(error);
    }
  };
  const askOnce = (): Promise<void> => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
  return {
    state: () => state,
    async connect() {
      const found = await connectWorkspace(options);
      if (found.ok) learn({ kind: 'known', identity: found.value });
      return found;
    },
    recheck(removed = false) {
      if (state.kind === 'starting') return;
      if (removed) removalReported = true;
      void askOnce();
      shared?.note(state.identity.workspaceId).catch((error: unknown) => {
        log.warn(
          { reason: errorText(error) },
          'The other replicas did not get the hint to check the bot token',
        );
      });
    },
    watch(given, intervals = usually) {
      shared = given;
      void every(intervals.slackMs, signal, askOnce);
      void every(
        intervals.databaseMs,
        signal,
        whenChanged(() => lastRecheck(given, state), askOnce),
      );
    },
  };
}

/** How Slack refuses the token of an app that was removed; other refusals may pass (docs: errors of auth.test). */
const ofRemovedApps: ReadonlySet<string> = new Set(['account_inactive', 'token_revoked']);

const usually: TokenCheckIntervals = { slackMs: 60_000, databaseMs: 5_000 };

const refusedText =
  'Slack no longer takes SLACK_BOT_TOKEN. If Greenroom was removed from the workspace, install it again, and restart it with its new token';

async function lastRecheck(shared: SharedRecheck, state: TokenCheckState): Promise<string | null> {
  return state.kind === 'starting' ? null : shared.last(state.identity.workspaceId);
}

/** Calls `act` whenever `read` returns another value than before. A read that fails is ignored. */
function whenChanged(read: () => Promise<string | null>, act: () => Promise<void>): () => Promise<void> {
  let before: string | null | undefined;
  return async () => {
    const now = await read().catch(() => before);
    const isNew = before !== undefined && now !== before;
    before = now;
    if (isNew) await act();
  };
}

async function every(ms: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (await wait(ms, signal)) await work();
}
