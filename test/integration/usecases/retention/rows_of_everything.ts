import type { Queryable } from '../../../../src/store/postgres/client/database.ts';

const app = '0190a000-0000-7000-8000-000000000001';
const env = '0190a000-0000-7000-8000-000000000002';
const other = '0190a000-0000-7000-8000-000000000003';
const draft = '0190a000-0000-7000-8000-000000000004';
const at = '2026-03-02T09:00:00Z';

/** Columns of text that cannot hold the id of a Slack user, each with the reason. Whoever adds a column decides here. */
export const notAboutPeople: Readonly<Record<string, string>> = {
  'workspace.id': 'a team or organisation',
  'workspace.name': 'named in Slack',
  'workspace.bot_user_id': "Greenroom's own user",
  'workspace.probe_trust': 'closed list',
  'workspace.secrets': 'closed list',
  'workspace.url': 'an address of Slack',
  'workspace_role.activity': 'closed list',
  'workspace_role.who': 'closed list',
  'zoom_app.name_key': 'made of the name, and replaced with it',
  'zoom_app.management_type': 'closed list',
  'zoom_app_scope.scope': 'lower case by its grammar',
  'zoom_app_need.need': 'an action, an operation or a template',
  'zoom_app_term.term': 'made by triggers of names and owners',
  'zoom_app_term.name_key': 'made by triggers of the name',
  'environment.kind': 'closed list',
  'environment.client_id': 'of Zoom',
  'environment.client_secret_sealed': 'sealed',
  'environment.pending_client_id': 'of Zoom',
  'environment.pending_secret_sealed': 'sealed',
  'environment.secret_fingerprint': 'an HMAC',
  'environment.stage': 'closed list',
  'readiness_check.name': 'closed list',
  'readiness_check.status': 'closed list',
  'readiness_check.evidence': 'closed list',
  'readiness_check.reason': 'closed list',
  'readiness_check.last_known': 'closed list',
  'connector_profile.id': 'of StackOne',
  'connector_profile.matched_by': 'closed list',
  'connector_profile_rejection.profile_id': 'of StackOne',
  'profile_question.profile_ids': 'of StackOne',
  'profile_question.dismissed_ids': 'of StackOne',
  'account_event.name': 'closed list',
  'account_event.account_id': 'of StackOne',
  'stackone_poll.trouble': 'closed list',
  'stackone_poll.key_fingerprint': 'a hash',
  'event.kind': 'closed list',
  'connect_session.purpose': 'closed list',
  'connect_session.state': 'closed list',
  'connect_session.profile_id': 'of StackOne',
  'connect_session.client_id': 'of Zoom',
  'connect_session.pair_mark': 'a hash',
  'connect_session.account_id': 'of StackOne',
  'connect_session.zoom_account': 'closed list',
  'connect_session.view_id': 'of Slack',
  'connect_session.stackone_id': 'of StackOne',
  'connect_session.link_sealed': 'sealed',
  'connect_session.trouble': 'closed list',
  'watch.level': 'closed list',
  'takeover.state': 'closed list',
  'owner_contact.unreachable_why': 'closed list',
  'user_group.id': 'of Slack, and no person',
  'user_group.handle': 'lower case by its grammar',
  'user_group.trouble': "Slack's error code",
  'user_group_member.group_id': 'a user group',
  'zoom_app_owner_group.group_id': 'a user group',
  'watch.paused_reason': "Slack's error code",
  'workspace_watch.level': 'closed list',
  'workspace_watch.paused_reason': "Slack's error code",
  'card.subject': 'closed list',
  'card.message_ts': 'a time',
  'delivery.kind': 'closed list',
  'delivery.subject': 'closed list',
  'delivery.state': 'closed list',
  'delivery.message_ts': 'a time',
  'delivery.trouble': "Slack's error code",
  'delivery.traceparent': 'random',
  'delivery.posted_in': 'a conversation of Slack; that of a person goes with the row',
  'draft_secret.kind': 'closed list',
  'draft_secret.sealed': 'sealed',
  'confirmed_scope.scope': 'lower case by its grammar',
  'stackone_action_list.trouble': 'closed list',
  'stackone_action_list.actions': "StackOne's public list",
  'connector_poll.profile_version': 'of StackOne',
  'connector_poll.compared': 'a hash',
  'connector_poll.compared_up_to': 'the folded name of an app, until the comparison is over',
  'connector_snapshot.version': 'of StackOne',
  'connector_snapshot.content': "StackOne's public list",
  'app_drift.findings': "scopes, actions and versions of StackOne's",
  'app_drift.announced': 'scopes, actions and versions',
  'app_drift.accepted': 'scopes, actions and versions',
  'connector_profile.connector_version': 'of StackOne',
  'connector_profile.pinned_version': 'of StackOne',
  'connector_profile.newest_version': 'of StackOne',
  'scope_review.catalogue': 'a month',
  'scope_review.looked_up_to': 'the folded name of an app, until the review is over',
  'block_support.block': 'of Slack',
  'stage_count.stage': 'closed list',
  'turn.action': 'closed list',
  'turn.doer': 'closed list',
  'step_admin.doer': 'closed list',
};

const session = (of: Record<string, string>) => ({
  ...{ environment_id: env, purpose: 'link', state: 'expired', created_at: at, expires_at: at },
  ...{ profile_id: 'p1', client_id: 'c', pair_mark: 'm', ...of },
});

/** A row of every table of a workspace; `person` stands in every column that can hold the id of one. */
export async function writeRowsOfEverything(db: Queryable, workspace: string, person: string): Promise<void> {
  const json = JSON.stringify;
  const rows: [string, Record<string, unknown>][] = [
    ['workspace', { id: workspace, name: 'Acme', bot_user_id: 'UBOT', created_at: at }],
    [
      'zoom_app',
      {
        ...{
          id: app,
          name: `App of ${person}`,
          name_key: `app of ${person.toLowerCase()}`,
          management_type: 'admin',
        },
        ...{
          purpose: `Ask <@${person}|ana> or ${person}, not ${person}X`,
          scope_description: person,
          channel_id: person,
        },
        ...{ created_by: person, updated_by: person, created_at: at, updated_at: at },
      },
    ],
    ['zoom_app_owner', { zoom_app_id: app, user_id: person }],
    ['zoom_app_owner', { zoom_app_id: app, user_id: 'UOTHER' }],
    [
      'takeover',
      {
        ...{ id: draft, zoom_app_id: app, asked_by: person, asked_at: at, due_at: at },
      },
    ],
    [
      'takeover',
      {
        ...{ id: other, zoom_app_id: app, asked_by: 'UOTHER', asked_at: at, due_at: at },
        ...{ state: 'objected', ended_by: person, ended_at: at },
      },
    ],
    ['user_group', { id: 'S1', handle: 'zoom', next_look_at: at }],
    ['user_group_member', { group_id: 'S1', user_id: person }],
    ['zoom_app_owner_group', { zoom_app_id: app, group_id: 'S1' }],
    ['zoom_app_scope', { zoom_app_id: app, scope: 'user:read:user', position: 1, confirmed_by: person }],
    ['zoom_app_need', { zoom_app_id: app, need: 'template:users', position: 1 }],
    [
      'environment',
      {
        id: env,
        zoom_app_id: app,
        kind: 'development',
        client_id: 'c',
        client_secret_sealed: 's',
        stage: 'draft',
      },
    ],
    [
      'readiness_check',
      {
        ...{
          environment_id: env,
          name: 'redirect',
          status: 'passed',
          evidence: 'attested',
          last_known: 'passed',
        },
        ...{ detail: json({ note: `${person} said so` }), attested_by: person },
      },
    ],
    [
      'connector_profile',
      {
        id: 'p1',
        name: person,
        active: true,
        first_seen_at: at,
        environment_id: env,
        matched_by: 'person',
        matched_user: person,
      },
    ],
    ['connector_profile_rejection', { environment_id: env, profile_id: 'p1', user_id: person, at }],
    ['profile_question', { id: other, channel_id: person, profile_ids: ['p1'], created_at: at }],
    ['account_event', { name: 'account.updated', account_id: 'acc 1', at, noted_at: at }],
    [
      'connect_session',
      session({ id: other, created_by: person, customer_id: person, customer_name: `Of ${person}` }),
    ],
    [
      'connect_session',
      session({ id: draft, created_by: 'UOTHER', customer_id: `c-${person}`, customer_name: person }),
    ],
    ['stackone_poll', {}],
    [
      'event',
      {
        id: other,
        at,
        kind: 'zoom_app_edited',
        actor: person,
        zoom_app_id: app,
        detail: json({ by: person, note: `"${person}"\n${person}\t${person} ${person}\u0001${person}` }),
      },
    ],
    [
      'event',
      {
        id: draft,
        at,
        kind: 'zoom_app_edited',
        actor: 'UOTHER',
        zoom_app_id: app,
        detail: json({ by: `${person}X` }),
      },
    ],
    ['watch', { channel_id: 'C1', zoom_app_id: app, created_by: person, created_at: at }],
    ['watch', { channel_id: person, zoom_app_id: app, created_by: 'UOTHER', created_at: at }],
    ['workspace_watch', { channel_id: 'C1', level: 'all', created_by: person, created_at: at }],
    ['workspace_watch', { channel_id: person, level: 'failures', created_by: 'UOTHER', created_at: at }],
    ['card', { channel_id: person, subject: 'zoom_app', subject_id: app, message_ts: '1.2' }],
    ['delivery', { id: app, channel_id: person, kind: 'card', created_at: at, posted_in: 'D1' }],
    [
      'delivery',
      {
        ...{
          id: env,
          channel_id: 'C1',
          kind: 'message',
          created_at: at,
          topic: `cannot_post:${person}`,
          state: 'sent',
        },
        message: json({ kind: 'stopped_asking', owners: [person, 'UOTHER'], by: person }),
      },
    ],
    [
      'draft',
      { id: draft, user_id: person, answers: json({ purpose: person }), created_at: at, updated_at: at },
    ],
    ['draft_secret', { draft_id: draft, kind: 'development', sealed: 's', expires_at: at }],
    [
      'draft',
      {
        id: other,
        user_id: 'UOTHER',
        answers: json({ owners: ['UOTHER', person], purpose: `Ask:\n${person}` }),
        created_at: at,
        updated_at: at,
      },
    ],
    ['check_request', { zoom_app_id: app, user_id: person, asked_at: at }],
    ['confirmed_scope', { scope: 'user:read:new', confirmed_by: person, confirmed_at: at }],
    ['stackone_action_list', { asked_at: at }],
    ['connector_poll', { next_check_at: at }],
    ['connector_snapshot', { taken_at: at, content: json({}) }],
    ['app_drift', { zoom_app_id: app, compared_at: at }],
    ['scope_review', { catalogue: '2026-11', reviewed_at: at }],
    ['workspace_role', { activity: 'edit', who: 'admins' }],
    ['workspace_admin', { user_id: person, added_by: 'UOTHER', added_at: at }],
    ['workspace_admin', { user_id: 'UOTHER', added_by: person, added_at: at }],
    ['step_admin', { doer: 'zoom_admin', user_id: person, added_by: 'UOTHER', added_at: at }],
    ['step_admin', { doer: 'stackone_admin', user_id: 'UOTHER', added_by: person, added_at: at }],
    ['digest', { channel_id: person, created_by: 'UOTHER', created_at: at, next_at: at, reported_until: at }],
    ['digest', { channel_id: 'C1', created_by: person, created_at: at, next_at: at, reported_until: at }],
    ['block_support', { block: 'alert', taken: true, noted_at: at }],
  ];
  for (const [table, row] of rows) {
    const filled = table === 'workspace' ? row : { workspace_id: workspace, ...row };
    const names = Object.keys(filled);
    await db.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(filled),
    );
  }
  await db.query('select graphile_worker.add_job($1, $2::json, queue_name => $3, job_key => $3)', [
    'deliver',
    json({ workspaceId: workspace, channelId: person }),
    `deliver:${workspace}:${person}`,
  ]);
}
