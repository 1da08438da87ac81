import type { RequestListener } from 'node:http';
import type { WebClient } from '@slack/web-api';
import type { UserGroups } from '../../core/ownership/user_groups.ts';
import { Err, type Result } from '../../core/result.ts';
import { directOutbound } from '../../http_client/outbound.ts';
import { noTelemetry, stopwatch } from '../../telemetry/telemetry.ts';
import { authorizeRequest, isAboutUs, removalIn } from '../authorize/authorize.ts';
import { channelEventIn } from '../authorize/channel_events.ts';
import {
  createPeople,
  type IsWorkspaceAdmin,
  type MemberStatusesOf,
  type TimeZonesOf,
} from '../authorize/people.ts';
import { createTokenCheck, type SharedRecheck, scopesOf } from '../authorize/token_check.ts';
import { answerWith } from '../dispatch/dispatch.ts';
import type { IsGranted } from '../manifest.ts';
import type { Handlers } from '../requests/handlers_by_name.ts';
import { refuseMalformed } from '../requests/malformed_request.ts';
import { readWellFormed } from '../requests/parse_well_formed.ts';
import { type BlockSupport, createBlockSupport, type StoredSupport } from '../responses/block_support.ts';
import { withNamedContact } from '../responses/named_contact.ts';
import type { WorkspaceIdentity } from '../web_api/connect_workspace.ts';
import type { TokenRefused } from '../web_api/refused_tokens.ts';
import { createSlackFiles, type SlackFiles } from '../web_api/slack_files.ts';
import { createUserGroups } from '../web_api/user_groups.ts';
import { createAskingClient, createDeliveryClient, createIdentityClient } from '../web_api/web_clients.ts';
import { type BoltOptions, connectionOf, createApp } from './bolt_over_connection.ts';
import { handleErrors } from './error_handler.ts';
import { countInFlight } from './in_flight_requests.ts';
import { measureRequests } from './measure_requests.ts';

/** Slack wants every acknowledgement within this. */
const ACKNOWLEDGED_MS = 3_000;

export interface Slack {
  /** For stored messages only: its rate limits never hold up an answer to a person (T7). */
  readonly deliveryClient: WebClient;
  /** For files to and from people. */
  readonly files: SlackFiles;
  readonly userGroups: UserGroups;
  readonly isGranted: IsGranted;
  /** Null in Socket Mode. */
  readonly requestListener: RequestListener | null;
  /** Before `openConnection`. */
  listen(handlers: Handlers): void;
  /** Our identity at Slack; waits while Slack is down. */
  identify(): Promise<Result<WorkspaceIdentity, TokenRefused | 'aborted'>>;
  /** From now on hints of other replicas about the token count here too, and Slack is asked regularly. */
  shareRechecks(shared: SharedRecheck): void;
  /** For messages that are sent by deliveries. */
  readonly blockSupport: Pick<BlockSupport, 'send'>;
  /** From now on it is saved which newer block types this workspace takes, and saved findings count. */
  shareBlockSupport(stored: StoredSupport): Promise<void>;
  /** Starts to serve requests; waits while Slack is down. */
  openConnection(): Promise<Result<void, TokenRefused | 'aborted'>>;
  /** Identified, and reachable for Slack. */
  connected(): boolean;
  /** Answers Slack's requests, be it with what does not work right now: from the open connection to the beginning of `drain`. */
  serving(): boolean;
  /** Is this the workspace or organisation of the token? True while that is not known. */
  speaksFor(workspaceId: string): boolean;
  /** The member statuses of people. Never throws, and ends before the deadline of a form. */
  readonly memberStatusesOf: MemberStatusesOf;
  /** IANA time zones of people; null: Slack says it in a while; those that it did not say are left out. Never throws. */
  readonly timeZonesOf: TimeZonesOf;
  /** Null: Slack did not say. Never throws. */
  readonly isWorkspaceAdmin: IsWorkspaceAdmin;
  /** Does Slack answer right now? Never throws. */
  answers(): Promise<boolean>;
  /** Closes the connection, then waits for running handlers; false when some did not end in time. */
  drain(mostMs: number): Promise<boolean>;
}

/** Bolt with our own connection, authorization, backoff and end. Opens nothing yet. */
export function createBolt(options: BoltOptions): Slack {
  const { config, log, telemetry = noTelemetry, outbound = directOutbound, supportContact = null } = options;
  const token = config.botToken.reveal();
  const stopping = new AbortController();
  const inFlight = countInFlight();
  const connection = connectionOf(options);
  const identityClient = createIdentityClient(token, config.apiUrl, log, telemetry, outbound);
  const access = createTokenCheck({ ...options, client: identityClient, signal: stopping.signal });
  const support = withNamedContact(createBlockSupport(log), supportContact);
  const app = createApp(options, connection, access.state);
  const requests = measureRequests(app, inFlight, telemetry);
  const replyOnError = handleErrors(app, log, requests.noteFailure, access.recheck);
  const askingClient = createAskingClient(token, config.apiUrl, log, telemetry, outbound);
  const { memberStatusesOf, timeZonesOf, isWorkspaceAdmin } = createPeople({
    client: askingClient,
    access: access.state,
  });
  const isGranted: IsGranted = (scope) => scopesOf(access.state())?.includes(scope) ?? null;
  refuseMalformed(app);
  readWellFormed(app);
  return {
    deliveryClient: createDeliveryClient(token, config.apiUrl, log, telemetry, outbound),
    files: createSlackFiles({ token, apiUrl: config.apiUrl, log, telemetry, outbound }),
    isGranted,
    speaksFor(workspaceId) {
      const state = access.state();
      return state.kind !== 'known' || state.identity.workspaceId === workspaceId;
    },
    memberStatusesOf,
    timeZonesOf,
    isWorkspaceAdmin,
    userGroups: createUserGroups({ client: askingClient, isGranted }),
    requestListener: 'handle' in connection ? connection.handle : null,
    listen(handlers) {
      const { noteDenied } = requests;
      const answer = answerWith({ handlers, log, support, replyOnError, supportContact });
      app.use(async (args) => {
        const seconds = stopwatch();
        const removal = removalIn(args);
        const aboutChannel = channelEventIn(args, access.state());
        // A token is also revoked when it is replaced; another workspace with the same app may have removed it.
        if (removal !== null)
          access.recheck(removal === 'app_uninstalled' && isAboutUs(args.body, access.state()));
        else if (aboutChannel !== null) await aboutChannel(handlers);
        else if (await authorizeRequest(args, access.state, memberStatusesOf, noteDenied, supportContact))
          await answer(args, () => seconds() * 1_000);
      });
    },
    identify: () => access.connect(),
    shareRechecks: (shared) => access.watch(shared),
    blockSupport: support,
    shareBlockSupport: (stored) => support.share(stored),
    async openConnection() {
      return stopping.signal.aborted ? Err('aborted') : connection.open();
    },
    connected: () => access.state().kind === 'known' && connection.isOpen(),
    serving: () => connection.isOpen() && !stopping.signal.aborted,
    answers: () =>
      identityClient.auth.test().then(
        () => true,
        () => false,
      ),
    async drain(mostMs) {
      stopping.abort();
      // Submitted modals are acknowledged over the connection: let their handlers finish first.
      await inFlight.drained(Math.min(mostMs, ACKNOWLEDGED_MS));
      await connection.close();
      return inFlight.drained(mostMs);
    },
  };
}
