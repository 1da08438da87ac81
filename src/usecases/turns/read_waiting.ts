import type { EnvironmentKind } from '../../core/checks/check.ts';
import { nextStepOf, type PersonDoer, type Turn, turnAfter } from '../../core/turns/turn.ts';
import { readEnvironments } from '../../store/apps/environments.ts';
import { readNamedStepAdmins, type StepAdmins } from '../../store/turns/step_admins.ts';
import {
  readWaitingTurns,
  type WaitingFor,
  type WaitingPosition,
  type WaitingTurn,
} from '../../store/turns/waiting_turns.ts';
import type { Context } from '../changes/context.ts';

/** Something that waits for a person. */
export interface Waiting {
  readonly appId: string;
  readonly appName: string;
  /** Where the card of the app stands; null without one. */
  readonly cardUrl: string | null;
  readonly environmentId: string;
  readonly environment: EnvironmentKind;
  readonly turn: Turn;
}

export interface WaitingPage {
  /** What has waited longest first. May be shorter than asked for while there are more pages. */
  readonly waiting: readonly Waiting[];
  /** Where the next page begins; null on the last one. */
  readonly next: WaitingPosition | null;
}

/**
 * A page of everything that waits for this person: the steps of an owner in their apps, and the steps in Zoom and StackOne of every
 * app if they are named for them. Where nobody is named, those of their own apps too: an owner passes them on.
 */
export async function readWaiting(
  ctx: Pick<Context, 'db' | 'clock'>,
  input: {
    readonly workspaceId: string;
    /** A Slack user id. */
    readonly userId: string;
    readonly after?: WaitingPosition | null;
    readonly limit: number;
  },
): Promise<WaitingPage> {
  const { workspaceId, userId, after = null, limit } = input;
  const mine = waitingFor(userId, await readNamedStepAdmins(ctx.db, workspaceId));
  const found = await readWaitingTurns(ctx.db, workspaceId, mine, after, limit);
  const ids = found.map(({ environmentId }) => environmentId);
  const environments = new Map(
    (await readEnvironments(ctx.db, workspaceId, ids)).map((one) => [one.id, one]),
  );
  const now = ctx.clock.now();
  const waiting = found.flatMap((one): Waiting[] => {
    const environment = environments.get(one.environmentId);
    const step = environment === undefined ? null : nextStepOf(environment);
    const turn = turnAfter(storedTurn(one, step?.doer), step, now);
    if (turn === null || !isMine(mine, one, turn)) return [];
    const { appId, appName, cardUrl, environmentId, kind } = one;
    return [{ appId, appName, cardUrl, environmentId, environment: kind, turn }];
  });
  return { waiting, next: found.length < limit ? null : positionOf(found.at(-1)) };
}

function waitingFor(userId: string, admins: StepAdmins): WaitingFor {
  const doers = ['zoom_admin', 'stackone_admin'] as const;
  return {
    userId,
    ownDoers: ['owner', ...doers.filter((doer) => admins[doer].length === 0)],
    everyDoers: doers.filter((doer) => admins[doer].includes(userId)),
  };
}

function isMine({ ownDoers, everyDoers }: WaitingFor, { owned }: WaitingTurn, { doer }: Turn): boolean {
  return (owned && ownDoers.includes(doer)) || everyDoers.includes(doer);
}

function storedTurn({ action, since }: WaitingTurn, doer: PersonDoer | undefined): Turn | null {
  return action === null || since === null || doer === undefined ? null : { action, since, doer };
}

/** One that was never worked out has no time: it stands at the end, and nothing comes after it that is not as new. */
function positionOf(last: WaitingTurn | undefined): WaitingPosition | null {
  if (last === undefined || last.since === null) return null;
  return { since: last.since, environmentId: last.environmentId };
}
