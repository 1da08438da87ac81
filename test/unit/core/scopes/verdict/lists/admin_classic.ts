import type { PrintedList } from './printed_list.ts';

/** Classic scopes for admin-managed and Server-to-Server apps. */
export const adminClassicLists: readonly PrintedList[] = [
  {
    vendor: 'SailPoint',
    source: 'documentation.sailpoint.com, “Required Permissions” of the Zoom connector, classic',
    app: 'admin',
    printed: `
-
user:read:admin
-
user:write:admin
-
account:read:admin
-
account:write:admin
-
group:read:admin
-
group:write:admin
-
meeting:read:admin
-
meeting:write:admin
`,
    right: [
      ['user:read:admin', 'classic'],
      ['user:write:admin', 'classic'],
      ['account:read:admin', 'classic'],
      ['account:write:admin', 'classic'],
      ['group:read:admin', 'classic'],
      ['group:write:admin', 'classic'],
      ['meeting:read:admin', 'classic'],
      ['meeting:write:admin', 'classic'],
    ],
  },
  {
    vendor: 'ServiceNow',
    source: 'servicenow.com, “API permissions/scope for ServiceNow integration with Zoom”',
    app: 'admin',
    printed: `
| User | user:master | View and manage a sub account’s user information. |
| user:read:admin | View all user information. | |
| user:write:admin | View user information and manage users. | |
| Chat | chat_channel:read:admin | View all users’ chat channel. |
| chat_channel:write:admin | View and manage all users’ chat channels. | |
| chat_message:read:admin | View all users’ chat messages. | |
| chat_message:write:admin | View and manage all users’ chat messages. | |
| imchat:read:admin | View all users’ history and channels. | |
| imchat:bot | Enable chatbot within Zoom Chat Client. |
`,
    right: [
      ['user:master', 'classic, not here'],
      ['user:read:admin', 'classic'],
      ['user:write:admin', 'classic'],
      ['chat_channel:read:admin', 'classic'],
      ['chat_channel:write:admin', 'classic'],
      ['chat_message:read:admin', 'classic'],
      ['chat_message:write:admin', 'classic'],
      ['imchat:read:admin', 'classic'],
      ['imchat:bot', 'special'],
    ],
  },
  {
    vendor: 'Oracle',
    source: 'docs.oracle.com, “Registering the Client Application” of the Identity Governance Zoom connector',
    app: 'admin',
    printed: `
      • user:write:admin
      • group:write:admin
      • role:write:admin
`,
    right: [
      ['user:write:admin', 'classic'],
      ['group:write:admin', 'classic'],
      ['role:write:admin', 'classic'],
    ],
  },
  {
    vendor: 'MessageWatcher',
    source: 'messagewatcher.com, “Zoom Installation and Authorization”',
    app: 'admin',
    printed: `
  1. View all users’ phone information/phone:read:admin
  2. View all users’ call log information/phone_call_log:read:admin
  3. View all users’ Zoom Phone SMS information/phone_sms:read:admin
  4. View all users’ call voicemail information/phone_voicemail:read:admin
  5. View all user information/user:read:admin
`,
    right: [
      ['phone:read:admin', 'classic'],
      ['phone_call_log:read:admin', 'classic'],
      ['phone_sms:read:admin', 'classic'],
      ['phone_voicemail:read:admin', 'classic'],
      ['user:read:admin', 'classic'],
    ],
  },
  {
    vendor: 'Cronofy',
    source: 'docs.cronofy.com, “What Zoom scopes does Cronofy require?”, Enterprise Connect',
    app: 'admin',
    printed: `
  • User - user:read:admin - Grants permission to read user data across the entire Zoom account.
  • Meetings - meeting:write:admin - Allows the app to create, update, or delete meetings for any user within the Zoom account.
  • Rooms - room:read:admin - Provides access to view the configuration and status of Zoom Rooms across the account.
`,
    right: [
      ['user:read:admin', 'classic'],
      ['meeting:write:admin', 'classic'],
      ['room:read:admin', 'classic'],
    ],
  },
  {
    vendor: 'PLDT',
    source: 'marketplace.zoom.us, listing of the PLDT Provider Exchange Portal',
    app: 'admin',
    printed: `
User
user:read:admin
Phone
phone_peering:write:admin, phone_peering:read:admin
`,
    right: [
      ['user:read:admin', 'classic'],
      ['phone_peering:write:admin', 'classic'],
      ['phone_peering:read:admin', 'classic'],
    ],
  },
  {
    vendor: 'Elastic',
    source: 'elastic/connectors, issue 2818, the older documentation',
    app: 'admin',
    printed: `
user:read:admin
meeting:read:admin
chat_channel:read:admin
recording:read:admin
chat_message:read:admin
report:read:admin
`,
    right: [
      ['user:read:admin', 'classic'],
      ['meeting:read:admin', 'classic'],
      ['chat_channel:read:admin', 'classic'],
      ['recording:read:admin', 'classic'],
      ['chat_message:read:admin', 'classic'],
      ['report:read:admin', 'classic'],
    ],
  },
  {
    vendor: 'Moodle',
    source: 'devforum.zoom.us, thread 76946, the list of the Moodle plugin',
    app: 'admin',
    printed: `
meeting:read:admin (Read meeting details)
meeting:write:admin (Create/Update meetings)
user:read:admin (Read user details)
dashboard_meetings:read:admin (Business accounts and higher)
dashboard_webinars:read:admin (Business accounts and higher)
report:read:admin (Pro user and up)
tracking_fields:read:admin
webinar:read:admin
webinar:write:admin
`,
    right: [
      ['meeting:read:admin', 'classic'],
      ['meeting:write:admin', 'classic'],
      ['user:read:admin', 'classic'],
      ['dashboard_meetings:read:admin', 'classic'],
      ['dashboard_webinars:read:admin', 'classic'],
      ['report:read:admin', 'classic'],
      ['tracking_fields:read:admin', 'classic'],
      ['webinar:read:admin', 'classic'],
      ['webinar:write:admin', 'classic'],
    ],
  },
];
