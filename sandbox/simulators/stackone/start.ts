import { createRequestBook, masked } from '../../faults/fault_requests.ts';
import { createFaults } from '../../faults/faults.ts';
import { type Answered, type Incoming, serve } from '../../faults/serve_with_faults.ts';
import { answerHub, type Hub } from './connect/hub.ts';
import { answerSessions } from './connect/session_answers.ts';
import { controlSessions } from './connect/session_control.ts';
import { newSessions } from './connect/sessions.ts';
import type { ActionBook } from './connector/actions.ts';
import { sampleActions } from './connector/sample_actions.ts';
import { answerVersions, FIRST_VERSION } from './connector/versions.ts';
import type { StackOneSandbox } from './contract.ts';
import { controlAccounts, controlConnector, controlProfiles, controlWebhooks } from './control.ts';
import { answerListing, type Listings } from './lists/list_pages.ts';
import { addAccount, addProfile, type Project } from './project.ts';
import { type AccessRules, readKey, refuseEarly } from './routes.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

export interface StackOneSandboxOptions {
  readonly port?: number;
  readonly now?: () => Date;
  readonly apiKey?: string;
}

/** A project that already has profiles of other connectors, `zoominfo` among them: a loose filter shows at once. */
export async function startStackOne(options: StackOneSandboxOptions = {}): Promise<StackOneSandbox> {
  const now = options.now ?? (() => new Date());
  const apiKey = options.apiKey ?? 'v1.eu1.sandbox-platform-write';
  const webhooks = createWebhooks(now);
  const project: Project = {
    profiles: [],
    accounts: [],
    credentials: new Map(),
    now,
    onAccount: webhooks.notify,
  };
  const book: ActionBook = {
    actions: sampleActions,
    connectorScopes: [],
    scopeDefinitions: [],
    versions: [FIRST_VERSION],
  };
  const pages = { url: '' };
  const sessions = newSessions(project, () => `${pages.url}/hub/connect`);
  const hub: Hub = { sessions, scopes: () => book.connectorScopes, zoom: null, report: 'codes' };
  const listings: Listings = {
    project,
    book,
    absent: new Set(),
    odd: new Map(),
    accountsForm: 'array',
    accountNames: 'newer',
  };
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
  const answer = (incoming: Incoming): Answered | Promise<Answered> => {
    const paged = answerHub(hub, incoming);
    if (paged !== undefined) return paged;
    happen(incoming.path, Number(incoming.query.get('page') ?? '1'));
    return {
      ...(refuseEarly(accessRules, incoming) ??
        answerSessions(sessions, incoming) ??
        answerVersions(project, book, incoming) ??
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
  pages.url = served.url;
  return {
    ...faults,
    ...controlProfiles(project, book),
    ...controlAccounts(project),
    ...controlConnector(project, book),
    ...controlSessions(hub, pages),
    ...controlWebhooks(project, webhooks),
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
    nameAccountFields: (names) => {
      listings.accountNames = names;
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
