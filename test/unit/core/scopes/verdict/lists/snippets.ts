/** A few lines as they stand in public pages, chosen for how they are written, and the scopes that are in them. */
export interface Snippet {
  readonly how: string;
  readonly text: string;
  /** As they are to be read, in their order; `!` marks what an admin-managed app is
   * told to write instead of what stands there. */
  readonly scopes: readonly string[];
}

export const snippets: readonly Snippet[] = [
  {
    how: 'underscores escaped for Markdown, in HTML cells',
    text: '</td><td>\n\n-   user:read:list\\_users:admin\n-   user:read:settings:admin\n\n</td></tr><tr><td>\n\nView detailed usage reports for the account: View\n\n</td><td>\n\n-   meeting:read:list\\_meetings:admin\n-   webinar:read:list\\_webinars:admin',
    scopes: [
      'user:read:list_users:admin',
      'user:read:settings:admin',
      'meeting:read:list_meetings:admin',
      'webinar:read:list_webinars:admin',
    ],
  },
  {
    how: 'several escaped underscores in one',
    text: '        -   cloud\\_recording:read:list\\_user\\_recordings:admin\n        -   meeting:read:past\\_qa:admin',
    scopes: ['cloud_recording:read:list_user_recordings:admin', 'meeting:read:past_qa:admin'],
  },
  {
    how: 'classic and granular, escaped, glued by commas',
    text: 'only a maximum of 6 months of data.  \nScopes: meeting:read:admin,meeting:read\n\nGranular Scopes: meeting:read:list\\_meetings,meeting:read:list\\_meetings:admin\n\n[Zoom: GET /users/{userId}/meetings](https://developers.zoom.us/docs/api/ "Zoom: List Meetings")',
    scopes: [
      'meeting:read:admin',
      'meeting:read',
      'meeting:read:list_meetings',
      'meeting:read:list_meetings:admin',
    ],
  },
  {
    how: 'titles before a slash',
    text: "* View a meeting / meeting:read:meeting:admin\n* View a user's meetings / meeting:read:list\\_meetings:admin",
    scopes: ['meeting:read:meeting:admin', 'meeting:read:list_meetings:admin'],
  },
  {
    how: 'a table that lost its borders',
    text: 'Scope NamePurpose\nmeeting:read:local_recording_tokenThis scope is used to retrieve a token\nmeeting:read:meetingThis scope is enabled automatically if meeting:read:list_meetings is enabled',
    scopes: [
      '!meeting:read:local_recording_token:admin',
      '!meeting:read:meeting:admin',
      'meeting:read:list_meetings',
    ],
  },
  {
    how: 'a heading glued to a bullet',
    text: 'Recommended Scopes:\nAdmin-Level- user:read:settings:admin\n- user:write:user:admin',
    scopes: ['user:read:settings:admin', 'user:write:user:admin'],
  },
  {
    how: 'an abbreviation without a blank',
    text: ':adminsuffix in the scope (e.g.meeting:read:admin)- meeting:read\n- meeting:write\n- user_info:read\n- report:read:user',
    scopes: ['meeting:read:admin', 'meeting:read', 'meeting:write', 'user_info:read', 'report:read:user'],
  },
  {
    how: 'code parted by line break tags',
    text: '| **Cloud Recordings** | `recording:read:admin` | `cloud_recording:read:recording:admin`<br>`cloud_recording:read:list_user_recordings:admin`<br>`cloud_recording:read:list_recording_files:admin` | Index |',
    scopes: [
      'recording:read:admin',
      'cloud_recording:read:recording:admin',
      'cloud_recording:read:list_user_recordings:admin',
      'cloud_recording:read:list_recording_files:admin',
    ],
  },
  {
    how: 'bold code behind check marks',
    text: '✅ **`meeting:write:meeting`** - Create meetings\n- ❌ `meeting:write:meeting:admin` - NOT available\n- ❌ Any scope with `:admin` suffix\n`/users/me/*` endpoints (not `/users/{userId}/*`)',
    scopes: ['meeting:write:meeting', 'meeting:write:meeting:admin'],
  },
  {
    how: 'an ampersand between two',
    text: '- ✅ `meeting:read:meeting:admin` & `meeting:read:meeting:master`',
    scopes: ['meeting:read:meeting:admin', 'meeting:read:meeting:master'],
  },
  {
    how: 'an error in a log, JSON in JSON',
    text: '{"status":false,"message":"Client error: `GET https:\\/\\/api.zoom.us\\/v2\\/users?page_size=300&status=active` resulted in a `400 Bad Request` response:\\n{\\"code\\":4711,\\"message\\":\\"Invalid access token, does not contain scopes:[user:read:list_users:admin].\\"}\\n"}',
    scopes: ['user:read:list_users:admin'],
  },
  {
    how: 'an error with a stack',
    text: 'Error 400\nInvalid access token, does not contain scopes:[zoomapp:inmeeting].\n    at handleError (file:///D:/Apps/xampp/htdocs/server/helpers/routing.js:35:12)\n    at process.processTicksAndRejections (node:internal/process/task_queues:96:5)',
    scopes: ['zoomapp:inmeeting'],
  },
  {
    how: 'an error with classic alternatives',
    text: 'Connection failed: Invalid access token, does not contain scopes: [user:write:admin, user:read:admin, user:read, user:write].',
    scopes: ['user:write:admin', 'user:read:admin', 'user:read', 'user:write'],
  },
  {
    how: 'a comment in PHP',
    text: "                'meeting:write:meeting:admin',\n//                    'meeting:read:past_meeting',\n                'meeting:read:past_meeting:admin',",
    scopes: ['meeting:write:meeting:admin', 'meeting:read:past_meeting', 'meeting:read:past_meeting:admin'],
  },
  {
    how: 'a TypeScript array and its query',
    text: "  'team_chat:read:channel',\n  'message:write:content'\n].join(' ');\nconst url = `https://zoom.us/oauth/authorize?client_id=$CLIENT&redirect_uri=$REDIRECT&scope=$SCOPES`;",
    scopes: ['team_chat:read:channel', 'message:write:content'],
  },
  {
    how: 'tags around each',
    text: '<li><code className="text-xs">user:read:user</code> — read your basic profile</li>\n<li><code className="text-xs">team_chat:write:user_message</code> — send messages</li>',
    scopes: ['user:read:user', 'team_chat:write:user_message'],
  },
  {
    how: 'a dash in a comment',
    text: '| Scope | Purpose |\n|-------|---------|\n| `imchat:bot` | Enables bot functionality |\n- `team_chat:read:user_message:admin` — Read user messages',
    scopes: ['imchat:bot', 'team_chat:read:user_message:admin'],
  },
  {
    how: 'arrows and tool names',
    text: '- `zoom_chat_message_send` → `team_chat:write:user_message`\n- `zoom_chat_contact_add` → `team_chat:write:contact_information`',
    scopes: ['team_chat:write:user_message', 'team_chat:write:contact_information'],
  },
  {
    how: 'wrong services in code',
    text: '- Chat: `chat_message:write:user_message`, `chat_channel:read:list_user_channels`\n- `teamchat:admin:write`',
    scopes: [
      'chat_message:write:user_message',
      'chat_channel:read:list_user_channels',
      'teamchat:admin:write',
    ],
  },
  {
    how: 'a cell of translated prose',
    text: '| Ver datos del informe | informe | `report:read:meeting:admin, report:read:user:admin` (elija el que coincida). |\n| Reuniones de subcuentas | reunión + buscar :master | `meeting:write:meeting:master` |',
    scopes: ['report:read:meeting:admin', 'report:read:user:admin', 'meeting:write:meeting:master'],
  },
  {
    how: 'Korean prose, times and paths',
    text: '| `user:read:user` | `GET /users/me` — 플랜 유형(`type`)·시간대 확인 | 공통 |\n| `meeting:update:status` | `PUT /meetings/{id}/status` — 강제 종료(`end`) 10:30 |',
    scopes: ['user:read:user', 'meeting:update:status'],
  },
  {
    how: 'a list in Chinese',
    text: '- 为应用添加以下权限（Scopes）以支持创建会议：  \n  - `meeting:write:invite_links:admin`  \n  - `user:read:email:admin`  \n  （后三项为可选项）',
    scopes: ['meeting:write:invite_links:admin', 'user:read:email:admin'],
  },
  {
    how: 'a hint in a message',
    text: "'Missing required admin scopes. In Zoom Marketplace, enable: user:read:admin, user:read:list_users:admin'",
    scopes: ['user:read:admin', 'user:read:list_users:admin'],
  },
  {
    how: 'alternatives in prose',
    text: 'This endpoint requires `user:read:user` or `user:read:user:admin` scope.\nAdd meeting:write:meeting or meeting:write:meeting:admin in Zoom Marketplace, then reactivate.',
    scopes: [
      'user:read:user',
      'user:read:user:admin',
      'meeting:write:meeting',
      'meeting:write:meeting:admin',
    ],
  },
  {
    how: 'a name of a property',
    text: "scope_separator: ',',\n required_scopes: ['user:read:user:admin'],\n openint_default_scopes: [\n 'meeting:read:summary:admin',\n 'offline_access',\n ],",
    scopes: ['user:read:user:admin', 'meeting:read:summary:admin'],
  },
  {
    how: 'a token response in a test',
    text: 'jsonRes(200, { access_token: "a", token_type: "bearer", expires_in: 3599, scope: "user:read:list_users:admin" }));',
    scopes: ['user:read:list_users:admin'],
  },
  {
    how: 'blanks that line up columns',
    text: 'meeting:read                    (for listing meetings)\nmeeting:write:admin             (for advanced meeting management)',
    scopes: ['meeting:read', 'meeting:write:admin'],
  },
  {
    how: 'titles and scopes by turns',
    text: 'View all user meetings\nmeeting:read:meeting:admin\nmeeting:read:list_meetings:admin\nView and manage all user meetings\nmeeting:write:meeting:admin',
    scopes: ['meeting:read:meeting:admin', 'meeting:read:list_meetings:admin', 'meeting:write:meeting:admin'],
  },
  {
    how: 'a full stop behind code',
    text: '- `cloud_recording:read:list_user_recordings:admin`.\n- (Optional) `user:read:list_users:admin`: if you want to iterate over all users.',
    scopes: ['cloud_recording:read:list_user_recordings:admin', 'user:read:list_users:admin'],
  },
  {
    how: 'events beside scopes',
    text: 'Webhooks: `meeting.ended`, `recording.completed`. Scopes: `cloud_recording:read:recording`, `meeting:read:participant`. https://<your-domain>/api/zoom/webhooks',
    scopes: ['cloud_recording:read:recording', 'meeting:read:participant'],
  },
  {
    how: 'a placeholder of a pattern',
    text: '(granular S2S scopes follow the `noun:verb[:admin]` pattern): `meeting:read:meeting`, `dashboard:read:list_meetings`',
    scopes: ['meeting:read:meeting', 'dashboard:read:list_meetings'],
  },
  {
    how: 'scopes by commas in an authorize URL, cut by an ellipsis behind another parameter',
    text: 'https://zoom.us/oauth/authorize?response_type=code&scope=user:read:user,meeting:read:meeting&redirect_uri=http%3A…',
    scopes: ['user:read:user', 'meeting:read:meeting'],
  },
];
