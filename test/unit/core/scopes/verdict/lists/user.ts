import type { PrintedList } from './printed_list.ts';

/** Scopes for user-managed apps. */
export const userLists: readonly PrintedList[] = [
  {
    vendor: 'ZappySys',
    source: 'zappysys.com, Zoom connector, “User OAuth (Granular scopes)”, user level',
    app: 'user',
    printed: `
    • user:read:settings
    • meeting:read:list_meetings
    • meeting:read:meeting
    • meeting:read:list_registrants
    • meeting:read:past_meeting
    • meeting:read:list_registration_questions
    • webinar:read:list_webinars
    • webinar:read:webinar
    • webinar:read:list_registrants
`,
    right: [
      ['user:read:settings', 'ok'],
      ['meeting:read:list_meetings', 'ok'],
      ['meeting:read:meeting', 'ok'],
      ['meeting:read:list_registrants', 'ok'],
      ['meeting:read:past_meeting', 'ok'],
      ['meeting:read:list_registration_questions', 'ok'],
      ['webinar:read:list_webinars', 'ok'],
      ['webinar:read:webinar', 'ok'],
      ['webinar:read:list_registrants', 'ok'],
    ],
  },
  {
    vendor: 'Recall.ai',
    source: 'docs.recall.ai, “Step 1: Zoom OAuth Setup”, user-managed, table without borders',
    app: 'user',
    printed: `
meeting:read:local_recording_tokenThis scope is used to retrieve the "Join Token For Local Recording", which is provided to the bot
meeting:read:list_meetingsThis scope is used to enumerate all of a user's scheduled meetings
meeting:read:meetingThis scope is enabled automatically if meeting:read:list_meetings is enabled, and cannot be removed
user:read:userThis scope is used to read the user's Personal Meeting ID (PMI)
user:read:zakThis scope is enabled automatically if Meeting SDK functionality is enabled on your OAuth app
`,
    right: [
      ['meeting:read:local_recording_tokenThis', '-> meeting:read:local_recording_token'],
      ['meeting:read:list_meetingsThis', '-> meeting:read:list_meetings'],
      ['meeting:read:meetingThis', '-> meeting:read:meeting'],
      ['meeting:read:list_meetings', 'ok'],
      ['user:read:userThis', '-> user:read:user'],
      ['user:read:zakThis', '-> user:read:zak'],
    ],
  },
  {
    vendor: 'Recall.ai',
    source: 'docs.recall.ai, “Zoom OAuth Setup: Legacy Scopes”',
    app: 'user',
    printed: `
  1. From Meeting :meeting:read(required to sync meetings) and meeting_token:read:local_recording(required to generate local recording token)
  2. From User: user:read(required for retrieving user's PMI) and user_zak:read
`,
    right: [
      ['meeting:read', 'classic'],
      ['meeting_token:read:local_recording', 'classic'],
      ['user:read', 'classic'],
      ['user_zak:read', 'classic'],
    ],
  },
  {
    vendor: 'Cronofy',
    source: 'docs.cronofy.com, “What Zoom scopes does Cronofy require?”, Individual Connect',
    app: 'user',
    printed: `
  • User - user:read - Allows access only to the profile data of the individual user who authorized the app.
  • Meetings - meeting:write - Allows the app to create, update, or delete meetings on behalf of the individual user.
`,
    right: [
      ['user:read', 'classic'],
      ['meeting:write', 'classic'],
    ],
  },
  {
    vendor: 'GoCodeAlone',
    source: 'GoCodeAlone/zoom-mcp, README',
    app: 'user',
    printed: `
   - \`user:read:user\`
   - \`meeting:read:list_meetings\`, \`meeting:read:meeting\`, \`meeting:read:past_meeting\`, \`meeting:read:list_past_instances\`, \`meeting:read:list_past_participants\`
   - \`meeting:read:summary\`, \`meeting:read:list_summaries\`
   - \`cloud_recording:read:list_user_recordings\`, \`cloud_recording:read:list_recording_files\`, \`cloud_recording:read:meeting_transcript\`
   - \`chat:read:list_user_channels\`, \`chat:read:user_channel\`, \`chat:read:list_user_messages\`, \`chat:read:user_message\`
`,
    right: [
      ['user:read:user', 'ok'],
      ['meeting:read:list_meetings', 'ok'],
      ['meeting:read:meeting', 'ok'],
      ['meeting:read:past_meeting', 'ok'],
      ['meeting:read:list_past_instances', 'ok'],
      ['meeting:read:list_past_participants', 'ok'],
      ['meeting:read:summary', 'ok'],
      [
        'meeting:read:list_summaries',
        'unknown, known as meeting:read:list_summaries:admin meeting:read:list_summaries:master',
      ],
      ['cloud_recording:read:list_user_recordings', 'ok'],
      ['cloud_recording:read:list_recording_files', 'ok'],
      ['cloud_recording:read:meeting_transcript', 'ok'],
      ['chat:read:list_user_channels', 'unknown, near team_chat:read:list_user_channels'],
      ['chat:read:user_channel', 'unknown, near team_chat:read:user_channel'],
      ['chat:read:list_user_messages', 'unknown, near team_chat:read:list_user_messages'],
      ['chat:read:user_message', 'unknown, near team_chat:read:user_message'],
    ],
  },
  {
    vendor: 'Akademo',
    source: 'alexxvives/Akademo, docs/zoom-production-mode.md',
    app: 'user',
    printed: `
✅ **\`meeting:write:meeting\`** - Create meetings for the authenticated user  
✅ **\`meeting:read:meeting\`** - Read meeting details  
✅ **\`cloud_recording:read:list_recording_files\`** - Get recording URLs  
✅ **\`cloud_recording:read:content\`** - Download recordings  
- ❌ \`meeting:write:meeting:admin\` - NOT available for user-managed apps
- ❌ \`meeting:read:meeting:admin\` - NOT needed
`,
    right: [
      ['meeting:write:meeting', 'ok'],
      ['meeting:read:meeting', 'ok'],
      ['cloud_recording:read:list_recording_files', 'ok'],
      ['cloud_recording:read:content', 'ok'],
      ['meeting:write:meeting:admin', '-> meeting:write:meeting'],
      ['meeting:read:meeting:admin', '-> meeting:read:meeting'],
    ],
  },
  {
    vendor: 'Fellow',
    source: 'help.fellow.app, “Zoom API scopes”, Zoom Integration',
    app: 'user',
    printed: `
meetings:read
meetings:write
recording:read
user:read
zoomapp:inmeeting
`,
    right: [
      ['meetings:read', 'classic'],
      ['meetings:write', 'classic'],
      ['recording:read', 'classic'],
      ['user:read', 'classic'],
      ['zoomapp:inmeeting', 'special'],
    ],
  },
  {
    vendor: 'cal.com',
    source: 'calcom/cal.com, pull request 424',
    app: 'user',
    printed: `
It turned out that a "user-managed" Zoom app is more suitable for our desires. This leads to an even smaller set of needed scopes: just \`meeting:write\`.
`,
    right: [['meeting:write', 'classic']],
  },
  {
    vendor: 'Zoom',
    source: 'zoom/skills, protected-resource metadata of the hosted tool server',
    app: 'user',
    printed: `
- \`docs:write:import\`
- \`docs:read:export\`
- \`ai_companion:read:search\`
- \`meeting:read:assets\`
- \`meeting:read:search\`
- \`cloud_recording:read:content\`
- \`cloud_recording:read:list_user_recordings\`
- \`hub:write:content\`
- \`hub:read:content\`
`,
    right: [
      ['docs:write:import', 'ok'],
      ['docs:read:export', 'ok'],
      ['ai_companion:read:search', 'ok'],
      ['meeting:read:assets', 'ok'],
      ['meeting:read:search', 'ok'],
      ['cloud_recording:read:content', 'ok'],
      ['cloud_recording:read:list_user_recordings', 'ok'],
      ['hub:write:content', 'ok'],
      ['hub:read:content', 'ok'],
    ],
  },
  {
    vendor: 'Zoom',
    source: 'developers.zoom.us, “Zoom Apps for Webinars”',
    app: 'user',
    printed: `
1. Click **Scopes** > **Add Scopes** > **Zoom App** > **Enable Zoom App within Zoom Webinar (zoomapp:inwebinar)**.
`,
    right: [['zoomapp:inwebinar', 'special']],
  },
  {
    vendor: 'ZappySys',
    source: 'zappysys.com, Zoom connector, “User Credentials - With Legacy Scopes”',
    app: 'user',
    printed: `
- meeting:read
- meeting:write
- user:read
- user:write
- user_info:read
- meeting:read
- chat_channel:read
- chat_channel:write
- chat_contact:read
- chat_message:read
- chat_message:write
- contact:read
- pac:read
- pac:write
- phone:read
- phone:write
- phone_call_control:read
- phone_call_control:write
- phone_call_log:read
- phone_call_log:write
- phone_e911:read
- phone_recording:read
- phone_recording:write
- phone_sms:read
- phone_sms:write
- phone_voicemail:read
- phone_voicemail:write
- recording:read
- recording:write
- tsp:read
- tsp:write
- user:read
- user:write
- user_info:read
- user_zak:read
- webinar:read
- webinar:write
- report:read:user
`,
    right: [
      ['meeting:read', 'classic'],
      ['meeting:write', 'classic'],
      ['user:read', 'classic'],
      ['user:write', 'classic'],
      ['user_info:read', 'classic'],
      ['meeting:read', 'repeat'],
      ['chat_channel:read', 'classic'],
      ['chat_channel:write', 'classic'],
      ['chat_contact:read', 'classic'],
      ['chat_message:read', 'classic'],
      ['chat_message:write', 'classic'],
      ['contact:read', 'classic'],
      ['pac:read', 'classic'],
      ['pac:write', 'classic'],
      ['phone:read', 'classic'],
      ['phone:write', 'classic'],
      ['phone_call_control:read', 'classic'],
      ['phone_call_control:write', 'classic'],
      ['phone_call_log:read', 'classic'],
      ['phone_call_log:write', 'classic'],
      ['phone_e911:read', 'classic'],
      ['phone_recording:read', 'classic'],
      ['phone_recording:write', 'classic'],
      ['phone_sms:read', 'classic'],
      ['phone_sms:write', 'classic'],
      ['phone_voicemail:read', 'classic'],
      ['phone_voicemail:write', 'classic'],
      ['recording:read', 'classic'],
      ['recording:write', 'classic'],
      ['tsp:read', 'classic'],
      ['tsp:write', 'classic'],
      ['user:read', 'repeat'],
      ['user:write', 'repeat'],
      ['user_info:read', 'repeat'],
      ['user_zak:read', 'classic'],
      ['webinar:read', 'classic'],
      ['webinar:write', 'classic'],
      ['report:read:user', 'unknown, known as report:read:user:admin report:read:user:master'],
    ],
  },
];
