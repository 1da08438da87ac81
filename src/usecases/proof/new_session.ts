import { type Environment, newestClientId, type ZoomApp } from '../../core/apps/zoom_app.ts';
import {
  type ConnectPurpose,
  type ConnectSession,
  labelOf,
  linkLifeMs,
  requestLifeMs,
  type ZoomAccountKind,
} from '../../core/proof/connect_session.ts';
import type { NewConnectSession } from '../../stackone/connect/session_types.ts';
import type { By, Context } from '../changes/context.ts';
import { type AccountOwner, customerIn } from './account_owner.ts';

export interface StartInput extends By {
  readonly environmentId: string;
  readonly purpose: ConnectPurpose;
  /** `link_again`: the account's id at StackOne. */
  readonly accountId?: string;
  /** `prove`: whose Zoom account is used, and whether the test account may stay; kept for the story in the thread. */
  readonly zoomAccount?: ZoomAccountKind;
  readonly keepsAccount?: boolean;
  /** `link`: StackOne's origin owner, as the owner typed it. */
  readonly customer?: { readonly id: string; readonly name: string };
  /** Slack's id of the modal that shows the link: `ctx.connectSessionEnded` gets it when the session is over. */
  readonly viewId?: string;
  /** This person's own session that still runs is given up first. */
  readonly anew?: boolean;
}

/** A stored session for which StackOne is to be asked. */
export interface Requested {
  readonly session: ConnectSession;
  readonly app: ZoomApp;
  readonly environment: Environment;
}

/** The row that is written before StackOne is asked. */
export function requestedSession(
  ctx: Pick<Context, 'clock' | 'newId'>,
  input: StartInput,
  environment: Environment,
  profileId: string,
): ConnectSession {
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + requestLifeMs);
  return {
    workspaceId: input.workspaceId,
    id: ctx.newId(),
    environmentId: environment.id,
    purpose: input.purpose,
    state: 'requested',
    createdBy: input.actor,
    createdAt: now,
    expiresAt: until,
    profileId,
    clientId: newestClientId(environment),
    pairMark: environment.pairMark,
    accountId: input.purpose === 'link_again' ? (input.accountId ?? null) : null,
    zoomAccount: input.zoomAccount ?? null,
    keepsAccount: input.purpose !== 'prove' || input.keepsAccount !== false,
    customer: input.purpose === 'link' ? customerIn(input.customer) : null,
    viewId: input.viewId ?? null,
    stackoneId: null,
    nextPollAt: until,
    trouble: null,
  };
}

/** What StackOne is asked for. Ids only in `metadata`: StackOne keeps it beside the account. */
export function sessionForStackOne(
  { session, app, environment }: Requested,
  whose: AccountOwner,
): NewConnectSession {
  return {
    profileId: session.profileId,
    ...(session.accountId === null ? {} : { accountId: session.accountId }),
    ...whose,
    label: labelOf(app.name, environment.kind),
    expiresInSeconds: linkLifeMs / 1_000,
    metadata: { greenroom_environment_id: environment.id, greenroom_session_id: session.id },
  };
}
