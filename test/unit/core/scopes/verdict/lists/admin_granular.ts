import type { PrintedList } from './printed_list.ts';

/** Granular scopes for admin-managed and Server-to-Server apps. */
export const adminGranularLists: readonly PrintedList[] = [
  {
    vendor: 'Elastic',
    source: 'elastic/docs-content, “Elastic Zoom connector reference”',
    app: 'admin',
    printed: `
user:read:list_users:admin
meeting:read:list_meetings:admin
meeting:read:list_past_participants:admin
cloud_recording:read:list_user_recordings:admin
team_chat:read:list_user_channels:admin
team_chat:read:list_user_messages:admin
`,
    right: [
      ['user:read:list_users:admin', 'ok'],
      ['meeting:read:list_meetings:admin', 'ok'],
      ['meeting:read:list_past_participants:admin', 'ok'],
      ['cloud_recording:read:list_user_recordings:admin', 'ok'],
      ['team_chat:read:list_user_channels:admin', 'ok'],
      ['team_chat:read:list_user_messages:admin', 'ok'],
    ],
  },
  {
    vendor: 'SailPoint',
    source: 'documentation.sailpoint.com, “Required Permissions” of the Zoom connector, granular',
    app: 'admin',
    printed: `
-
user:read:list_users:admin
-
user:read:user:admin
-
group:read:list_groups:admin
-
user:update:status:admin
-
user:write:user:admin
-
group:write:member:admin
-
group:delete:member:admin
-
user:update:password:admin
-
user:update:user:admin
`,
    right: [
      ['user:read:list_users:admin', 'ok'],
      ['user:read:user:admin', 'ok'],
      ['group:read:list_groups:admin', 'ok'],
      ['user:update:status:admin', 'ok'],
      ['user:write:user:admin', 'ok'],
      ['group:write:member:admin', 'ok'],
      ['group:delete:member:admin', 'ok'],
      ['user:update:password:admin', 'ok'],
      ['user:update:user:admin', 'ok'],
    ],
  },
  {
    vendor: 'Databricks',
    source: 'learn.microsoft.com, “Zoom Logs connector reference” of Azure Databricks',
    app: 'admin',
    printed: `
| Scope | Required for |
|---|---|
report:read:user_activities:admin |
activity_logs |
report:read:operation_logs:admin |
operation_logs |
`,
    right: [
      ['report:read:user_activities:admin', 'ok'],
      ['report:read:operation_logs:admin', 'ok'],
    ],
  },
  {
    vendor: 'Spur',
    source: 'spurintel/spur-saas-log-enrichment, README',
    app: 'admin',
    printed: `
2. Add scope: \`dashboard:read:list_meeting_participants:admin\`, \`dashboard:read:list_meetings:admin\`, and \`meeting:read:list_past_participants:admin\`
`,
    right: [
      ['dashboard:read:list_meeting_participants:admin', 'ok'],
      ['dashboard:read:list_meetings:admin', 'ok'],
      ['meeting:read:list_past_participants:admin', 'ok'],
    ],
  },
  {
    vendor: 'Zulip',
    source: 'Zulip documentation, “Video call providers”, Zoom Server-to-Server app',
    app: 'admin',
    printed: `
1. In the **Scopes** tab, add the \`meeting:write:meeting:admin\` and
   \`meeting:write:meeting:master\` scopes.
`,
    right: [
      ['meeting:write:meeting:admin', 'ok'],
      ['meeting:write:meeting:master', '-> meeting:write:meeting:admin'],
    ],
  },
  {
    vendor: 'Zoomy',
    source: '“Creating Server-to-Server OAuth App” of the WordPress plugin Zoomy',
    app: 'admin',
    printed: `
**Users:**
\`\`\`
user:read:list_users:admin
user:write:user:admin
user:read:user:admin
\`\`\`

**Meeting:**
\`\`\`
meeting:read:list_meetings:admin
meeting:read:meeting:admin
meeting:write:meeting:admin
meeting:update:meeting:admin
meeting:delete:meeting:admin
meeting:update:status:admin
\`\`\`

**Webinar (Optional, If using Zoom Webinar):**
\`\`\`
webinar:read:list_webinars:admin
webinar:read:webinar:admin
webinar:write:webinar:admin
webinar:update:meeting:admin
webinar:delete:meeting:admin
webinar:update:status:admin
\`\`\`

**Recording:**
\`\`\`
cloud_recording:read:list_recording_files:admin
cloud_recording:read:list_user_recordings:admin
\`\`\`

**Report:**
\`\`\`
report:read:daily_usage:admin
report:read:user:admin
report:read:list_meeting_participants:admin
\`\`\`
`,
    right: [
      ['user:read:list_users:admin', 'ok'],
      ['user:write:user:admin', 'ok'],
      ['user:read:user:admin', 'ok'],
      ['meeting:read:list_meetings:admin', 'ok'],
      ['meeting:read:meeting:admin', 'ok'],
      ['meeting:write:meeting:admin', 'ok'],
      ['meeting:update:meeting:admin', 'ok'],
      ['meeting:delete:meeting:admin', 'ok'],
      ['meeting:update:status:admin', 'ok'],
      ['webinar:read:list_webinars:admin', 'ok'],
      ['webinar:read:webinar:admin', 'ok'],
      ['webinar:write:webinar:admin', 'ok'],
      ['webinar:update:meeting:admin', 'unknown, near webinar:update:webinar:admin'],
      ['webinar:delete:meeting:admin', 'unknown, near webinar:delete:webinar:admin'],
      ['webinar:update:status:admin', 'ok'],
      ['cloud_recording:read:list_recording_files:admin', 'ok'],
      ['cloud_recording:read:list_user_recordings:admin', 'ok'],
      ['report:read:daily_usage:admin', 'unknown'],
      ['report:read:user:admin', 'ok'],
      ['report:read:list_meeting_participants:admin', 'ok'],
    ],
  },
  {
    vendor: 'Google SecOps',
    source: 'docs.cloud.google.com, “Collect Zoom operation logs”',
    app: 'admin',
    printed: `
3. Create the app and add the following scope: report:read:operation_logs:admin (or report:read:admin).
`,
    right: [
      ['report:read:operation_logs:admin', 'ok'],
      ['report:read:admin', 'classic'],
    ],
  },
  {
    vendor: 'Monad',
    source: 'app.monad.com, “Zoom Operation Logs”',
    app: 'admin',
    printed: `
  5. Add the following scopes to the app (do not select Optional):
    1. View operation logs report:read:operation_logs:admin
`,
    right: [['report:read:operation_logs:admin', 'ok']],
  },
  {
    vendor: 'ZappySys',
    source: 'zappysys.com, Zoom connector, “Server OAuth (Granular scopes)”, admin level',
    app: 'admin',
    printed: `
    • user:read:settings:admin
    • user:write:user:admin
    • meeting:read:list_meetings:admin
    • meeting:read:meeting:admin
    • meeting:read:list_registrants:admin
    • meeting:read:past_meeting:admin
    • meeting:read:list_registration_questions:admin
    • user:read:list_users:admin
    • webinar:read:list_webinars:admin
    • webinar:read:webinar:admin
    • webinar:read:list_registrants:admin
`,
    right: [
      ['user:read:settings:admin', 'ok'],
      ['user:write:user:admin', 'ok'],
      ['meeting:read:list_meetings:admin', 'ok'],
      ['meeting:read:meeting:admin', 'ok'],
      ['meeting:read:list_registrants:admin', 'ok'],
      ['meeting:read:past_meeting:admin', 'ok'],
      ['meeting:read:list_registration_questions:admin', 'ok'],
      ['user:read:list_users:admin', 'ok'],
      ['webinar:read:list_webinars:admin', 'ok'],
      ['webinar:read:webinar:admin', 'ok'],
      ['webinar:read:list_registrants:admin', 'ok'],
    ],
  },
  {
    vendor: 'Moodle',
    source: 'jrchamp/moodle-mod_zoom, pull request 590, README under review',
    app: 'admin',
    printed: `
+    - report:read:list_webinar_participants:admin
+    - report:read:list_users:admin
+    - report:read:user:admin
+- Faster reports for meetings / webinars (Business accounts and higher)
+    - dashboard:read:list_meeting_participants:admin
+    - dashboard:read:list_meetings:admin
+    - dashboard:read:list_webinar_participants:admin
+    - dashboard:read:list_webinars:admin
+- Allow recordings to be viewed (zoom | viewrecordings)
+    - cloud_recording:read:list_recording_files:admin
+    - cloud_recording:read:recording_settings:admin
+    - user:read:list_recordings:admin
`,
    right: [
      ['report:read:list_webinar_participants:admin', 'ok'],
      ['report:read:list_users:admin', 'ok'],
      ['report:read:user:admin', 'ok'],
      ['dashboard:read:list_meeting_participants:admin', 'ok'],
      ['dashboard:read:list_meetings:admin', 'ok'],
      ['dashboard:read:list_webinar_participants:admin', 'ok'],
      ['dashboard:read:list_webinars:admin', 'ok'],
      ['cloud_recording:read:list_recording_files:admin', 'ok'],
      ['cloud_recording:read:recording_settings:admin', 'ok'],
      ['user:read:list_recordings:admin', 'unknown, near cloud_recording:read:list_user_recordings:admin'],
    ],
  },
  {
    vendor: 'Akademo',
    source: 'alexxvives/Akademo, set-up guide of the Zoom redirect',
    app: 'admin',
    printed: `
- \`meeting:write:meeting:admin\` - Create meetings
- \`meeting:read:meeting:admin\` - Read meeting details
- \`meeting:read:participant:admin\` - Track participants
- \`meeting:read:list_past_participants:admin\` - Past participant analytics
- \`cloud_recording:read:list_recording_files:admin\` - Access recordings
- \`cloud_recording:read:content:master\` - Download recordings
- \`user:read:user:admin\` - Get user info
`,
    right: [
      ['meeting:write:meeting:admin', 'ok'],
      ['meeting:read:meeting:admin', 'ok'],
      ['meeting:read:participant:admin', 'ok'],
      ['meeting:read:list_past_participants:admin', 'ok'],
      ['cloud_recording:read:list_recording_files:admin', 'ok'],
      ['cloud_recording:read:content:master', 'unknown, known as cloud_recording:read:content'],
      ['user:read:user:admin', 'ok'],
    ],
  },
  {
    vendor: 'zoom-batch-downloader',
    source: 'lanec/zoom-batch-downloader, issue 28 about its README',
    app: 'admin',
    printed: `
user:read:list_recordings:admin
user:read:list_recordings
`,
    right: [
      ['user:read:list_recordings:admin', 'unknown, near cloud_recording:read:list_user_recordings:admin'],
      ['user:read:list_recordings', 'unknown, near cloud_recording:read:list_user_recordings:admin'],
    ],
  },
  {
    vendor: 'OpenInt',
    source: 'Zoom connector definition of OpenInt, default scopes',
    app: 'admin',
    printed: `
    openint_default_scopes: [
      'user:read:user:admin',
      'offline_access',
      'meeting:read:list_meetings:admin',
      'meeting:read:summary:admin',
      'offline_access',
    ],
`,
    right: [
      ['user:read:user:admin', 'ok'],
      ['meeting:read:list_meetings:admin', 'ok'],
      ['meeting:read:summary:admin', 'ok'],
    ],
  },
];
