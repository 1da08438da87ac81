import { createRequestBook, masked } from '../../faults/fault_requests.ts';
import { createFaults } from '../../faults/faults.ts';
import { type Answered, type Incoming, serve } from '../../faults/serve_with_faults.ts';
import { type ActionBook, sampleActions } from './actions.ts';
import { answerSessions } from './connect/session_answers.ts';
import { beginAttempt, type ConnectSessions, endAttempt, sessionOf } from './connect/sessions.ts';
import type { StackOneSandbox } from './contract.ts';
import { answerListing, type Listings } from './lists/list_pages.ts';
import {
  addAccount,
  addProfile,
  type Project,
  removeAccount,
  removeProfile,
  renameProfile,
  setAccountStatus,
  switchProfile,
} from './project.ts';
import { type AccessRules, readKey, refuseEarly } from './routes.ts';

export interface StackOneSandboxOptions {
  readonly port?: number;
  readonly now?: () => Date;
  readonly apiKey?: string;
}

/** A project that already has profiles of other connectors, `zoominfo` among them: a loose filter shows at once. */
export async function startStackOne(options: StackOneSandboxOptions = {}): Promise<StackOneSandbox> {
  const now = options.now ?? (() => new Date());
  const apiKey = options.apiKey ?? 'v1.eu1.sandbox-platform-write';
  const project: Project = { profiles: [], accounts: [], now };
  const book: ActionBook = { actions: sampleActions, connectorScopes: [] };
  let url = '';
  const sessions: ConnectSessions = { project, rows: [], linkTo: () => `${url}/hub/connect` };
  const listings: Listings = { project, book, absent: new Set(), odd: new Map(), accountsForm: 'array' };
  const accessRules: AccessRules = {
    keys: new Map([[apiKey, ['platform:read', 'platform:write']]]),
    knocks: new Map(),
    limitPerMinute: 1000,
    actionsNeed: 'platform:read',
    now,
  };
  seed(project);
  const [faults, requests] = [createFaults(), createRequestBook()];
  let happen = (_path: string, _page: number): void => {};
  const answer = (incoming: Incoming): Answered => {
    happen(incoming.path, Number(incoming.query.get('page') ?? '1'));
    return {
      ...(refuseEarly(accessRules, incoming) ??
        answerSessions(sessions, incoming) ??
        answerListing(listings, incoming)),
      notes: notesOf(incoming),
    };
  };
  const served = await serve({
    faults,
    book: requests,
    now,
    port: options.port ?? 0,
    answer,
    notes: notesOf,
  });
  url = served.url;
  return {
    ...faults,
    ...controlProject(project),
    ...controlSessions(sessions),
    url: served.url,
    apiKey,
    requests,
    addKey: (key, scopes = []) => void accessRules.keys.set(key, scopes),
    revokeKey: (key) => void accessRules.keys.delete(key),
    withoutPath: (path) => void listings.absent.add(path),
    withPath: (path) => void listings.absent.delete(path),
    listOddly: (odd, path = '/connector_profiles') => {
      if (odd === null) listings.odd.delete(path);
      else listings.odd.set(path, odd);
    },
    speakAccounts: (form) => {
      listings.accountsForm = form;
    },
    setActions: (actions) => {
      book.actions = actions;
    },
    setConnectorScopes: (scopes) => {
      book.connectorScopes = scopes;
    },
    actionsNeed: (scope) => {
      accessRules.actionsNeed = scope;
    },
    beforeAnswer: (next) => {
      happen = next;
    },
    limitPerMinute: (requestsPerMinute) => {
      accessRules.limitPerMinute = requestsPerMinute;
    },
    close: served.close,
  };
}

type ProjectControl = Pick<
  StackOneSandbox,
  | 'createProfile'
  | 'renameProfile'
  | 'disableProfile'
  | 'enableProfile'
  | 'deleteProfile'
  | 'profiles'
  | 'linkAccount'
  | 'setAccountStatus'
  | 'deleteAccount'
  | 'accounts'
>;

function controlProject(project: Project): ProjectControl {
  return {
    createProfile: (profile) => addProfile(project, profile),
    renameProfile: (id, name) => renameProfile(project, id, name),
    disableProfile: (id) => switchProfile(project, id, false),
    enableProfile: (id) => switchProfile(project, id, true),
    deleteProfile: (id) => removeProfile(project, id),
    profiles: () => [...project.profiles],
    linkAccount: (profileId, account = {}) => addAccount(project, profileId, account),
    setAccountStatus: (id, status, reasons) => setAccountStatus(project, id, status, reasons),
    deleteAccount: (id) => removeAccount(project, id),
    accounts: () => [...project.accounts],
  };
}

type SessionControl = Pick<
  StackOneSandbox,
  'connectSessions' | 'endConnectAttempt' | 'expireConnectSession' | 'forgetConnectSession'
>;

function controlSessions(sessions: ConnectSessions): SessionControl {
  const { rows, project } = sessions;
  return {
    connectSessions: () => [...rows],
    endConnectAttempt: (id, result) => {
      const session = sessionOf(sessions, id);
      endAttempt(sessions, session, beginAttempt(sessions, session), result);
    },
    expireConnectSession: (id) => {
      sessionOf(sessions, id).expiresAt = project.now();
    },
    forgetConnectSession: (id) => void rows.splice(rows.indexOf(sessionOf(sessions, id)), 1),
  };
}

function seed(project: Project): void {
  const slack = addProfile(project, { connectorKey: 'slack' });
  addAccount(project, slack.id, { ownerName: 'Contoso' });
  const zoominfo = addProfile(project, { connectorKey: 'zoominfo' });
  addAccount(project, zoominfo.id, { ownerName: 'Contoso' });
}

function notesOf(incoming: Incoming): Record<string, string> {
  const key = readKey(incoming);
  return key === undefined ? {} : { key: masked(key) };
}
