import type { ActionBook } from './connector/actions.ts';
import { pinProfile, release } from './connector/versions.ts';
import type { AccountControl, ConnectorControl, ProfileControl, WebhookControl } from './contract.ts';
import * as rows from './project.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** What a test or the control panel can do, bound to one simulated project. */

export function controlProfiles(project: rows.Project, book: ActionBook): ProfileControl {
  return {
    createProfile: (profile) => rows.addProfile(project, profile, book.versions[0]),
    renameProfile: (id, name) => rows.renameProfile(project, id, name),
    disableProfile: (id) => rows.switchProfile(project, id, false),
    enableProfile: (id) => rows.switchProfile(project, id, true),
    deleteProfile: (id) => rows.removeProfile(project, id),
    profiles: () => [...project.profiles],
    pinProfile: (id, version) => pinProfile(project, book, id, version),
    setProfileCredentials: (id, credentials) =>
      void project.credentials.set(rows.profileOf(project, id).id, credentials),
    profileClientId: (id) => project.credentials.get(id)?.clientId ?? null,
  };
}

export function controlAccounts(project: rows.Project): AccountControl {
  return {
    linkAccount: (profileId, account = {}) => rows.addAccount(project, profileId, account),
    setAccountStatus: (id, status, reasons) => rows.setAccountStatus(project, id, status, reasons),
    deleteAccount: (id) => rows.removeAccount(project, id),
    accounts: () => [...project.accounts],
  };
}

export function controlConnector(project: rows.Project, book: ActionBook): ConnectorControl {
  return {
    setActions: (actions) => {
      book.actions = actions;
    },
    setConnectorScopes: (scopes) => {
      book.connectorScopes = scopes;
    },
    releaseConnector: (next) => release(project, book, next),
    connectorVersions: () => [...book.versions],
    connectorScopes: () => book.connectorScopes,
  };
}

export function controlWebhooks(project: rows.Project, webhooks: Webhooks): WebhookControl {
  return {
    sendWebhooks: webhooks.send,
    notifyOfAccount: (event, id) => webhooks.notify(event, rows.accountOf(project, id)),
    sendWebhookAgain: webhooks.again,
    sentWebhooks: webhooks.settled,
  };
}
