import type { ZoomAppCard } from '../../../src/core/apps/zoom_app.ts';
import { newId } from '../../../src/ids.ts';
import { actionIds } from '../../../src/slack/action_ids.ts';
import { until } from '../../harness/until.ts';
import type { Stage } from './stage.ts';

type ActionName = keyof typeof actionIds;

/** What the values of buttons name. */
export interface Things {
  readonly appId: string;
  readonly environmentId: string;
  readonly takeoverId: string;
  readonly regressionId: string;
  readonly channelId: string;
  readonly userId: string;
}

/** A value of each button as Greenroom draws it, marks aside. */
export const buttonValues: Readonly<Record<ActionName, (of: Things) => string>> = {
  register: () => '',
  resumeDraft: () => newId(),
  discardDraft: () => newId(),
  showApp: ({ appId }) => appId,
  checkNow: ({ appId }) => appId,
  editApp: ({ appId }) => appId,
  editScopes: ({ appId }) => appId,
  archiveApp: ({ appId }) => appId,
  restoreApp: ({ appId }) => appId,
  deleteApp: ({ appId }) => appId,
  replaceCredentials: ({ environmentId }) => environmentId,
  addEnvironment: ({ appId }) => `${appId} production`,
  details: ({ environmentId }) => environmentId,
  guide: ({ environmentId }) => environmentId,
  attestCredentials: ({ environmentId }) => `${environmentId} x`,
  attestRedirect: ({ environmentId }) => `${environmentId} x`,
  attestTestStatus: ({ environmentId }) => `${environmentId} x`,
  notReady: ({ environmentId }) => environmentId,
  adoptProfile: ({ environmentId }) => `${environmentId} profile`,
  rejectProfile: ({ environmentId }) => `${environmentId} profile`,
  assignProfile: ({ environmentId }) => `${newId()} profile ${environmentId}`,
  dismissProfile: () => `${newId()} profile x`,
  useScopes: () => 'admin user:read:list_users:admin',
  copyScopes: () => 'admin user:read:list_users:admin',
  convertScopesTo: () => 'user user:read:list_users:admin',
  confirmScopes: () => 'admin user:read:list_unheard:admin',
  withdrawScope: () => 'user:read:list_unheard:admin',
  registerWithScopes: () => '',
  editWithScopes: ({ appId }) => appId,
  planApp: ({ appId }) => appId,
  compareManifest: ({ appId }) => appId,
  changeWatch: ({ channelId, appId }) => `${channelId} ${appId} changes`,
  watchList: ({ appId }) => JSON.stringify({ appId }),
  endWatches: ({ appId }) => appId,
  watchesToMe: ({ channelId }) => channelId,
  endMyWatches: ({ channelId }) => channelId,
  invited: ({ channelId }) => channelId,
  listPage: () => '{"words":""}',
  boardPage: () => '{"words":""}',
  archivedPage: () => '{"words":""}',
  findApps: () => '',
  narrowApps: () => '',
  stillSo: ({ environmentId }) => `${environmentId} redirect x`,
  notAnyMore: ({ environmentId }) => `${environmentId} redirect x`,
  historyPage: ({ appId }) => JSON.stringify({ appId }),
  historyCsv: ({ appId }) => JSON.stringify({ appId }),
  snoozeTurn: ({ environmentId }) => `${environmentId} run_test day`,
  profileReplaced: ({ environmentId }) => `${environmentId} 1`,
  secretRenewal: ({ environmentId }) => environmentId,
  prove: ({ environmentId }) => environmentId,
  linkAccount: ({ environmentId }) => environmentId,
  linkAgain: ({ environmentId }) => `${environmentId} account`,
  openLink: () => '',
  takeOver: ({ appId }) => appId,
  objectToTakeover: ({ takeoverId }) => takeoverId,
  agreeToTakeover: ({ takeoverId }) => takeoverId,
  withdrawTakeover: ({ takeoverId }) => takeoverId,
  handOver: ({ appId }) => appId,
  takeRegression: ({ regressionId }) => regressionId,
  handOverRegression: ({ regressionId, userId }) => `${regressionId} ${userId}`,
  acceptDrift: ({ appId }) => `${appId} x`,
  forgetSecret: ({ environmentId }) => `${environmentId} x`,
  openSettings: () => '',
  myReminders: () => '',
  forgetAllSecrets: () => '',
};
export const buttons = Object.keys(buttonValues).filter((name): name is ActionName => name in actionIds);
/**
 * Answer nothing in a message of a channel: Slack follows a link itself, some are drawn in modals and App Home only, and a card is
 * redrawn by its delivery.
 */
export const silentButtons: ReadonlySet<ActionName> = new Set([
  'openLink',
  'discardDraft',
  'registerWithScopes',
  'editWithScopes',
  'findApps',
  'narrowApps',
  'attestCredentials',
  'acceptDrift',
]);

const answers = /^(response_url|views\.(open|push|update|publish)|chat\.(postEphemeral|postMessage))$/;

/** Waits until the person was answered: a message, a modal or a redrawn App Home that Slack took. */
export const answered = (stage: Stage, what: string) =>
  until(
    () =>
      stage.slack.inspector
        .entries()
        .some(
          ({ direction, kind, status, reply }) =>
            direction === 'from_app' && answers.test(kind) && status === 200 && !isRefusal(reply),
        ),
    `an answer to ${what}`,
  );
const isRefusal = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === false;

export const errorsOf = (stage: Stage): string[] =>
  stage.logLines.filter((line) => /"level":(50|60)|request failed|could not be told|uncaught/i.test(line));

export async function thingsOf(stage: Stage, { app }: ZoomAppCard, workspaceId: string): Promise<Things> {
  const { db } = stage.database;
  const [environment] = await db.query<{ id: string }>(
    'select id from environment where workspace_id = $1 and zoom_app_id = $2',
    [workspaceId, app.id],
  );
  const things = { appId: app.id, environmentId: environment?.id ?? '', takeoverId: newId() };
  const regressionId = newId();
  await db.query(
    `update readiness_check set status = 'failed', last_known = 'failed', reason = 'invalid_credentials'
     where workspace_id = $1 and environment_id = $2 and name = 'credentials'`,
    [workspaceId, things.environmentId],
  );
  await db.query(
    `insert into regression (workspace_id, id, environment_id, check_name, started_at, announced, due_at)
     values ($1, $2, $3, 'credentials', now(), true, now())`,
    [workspaceId, regressionId, things.environmentId],
  );
  await db.query(
    `insert into takeover (workspace_id, id, zoom_app_id, asked_by, asked_at, due_at, state)
     values ($1, $2, $3, $4, now(), now() + interval '1 day', 'waiting')`,
    [workspaceId, things.takeoverId, app.id, stage.slack.person('ben').id],
  );
  const channelId = stage.slack.channelId('#general');
  return { ...things, regressionId, channelId, userId: stage.slack.person('zoe').id };
}

/** Submits the modal that a press has opened, as it is, where it can be. */
export async function submitsWhatOpened(stage: Stage, name: string): Promise<void> {
  const modal = stage.slack.person(name).topModal();
  if (modal === null) return;
  await modal.submit().catch(() => 'nothing to submit');
  if (modal.isOpen()) await modal.dismiss();
}
