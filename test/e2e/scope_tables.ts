/** What is pasted for an admin-managed app, and what the field answers. */
export const wrongForAdmin: readonly (readonly [string, string])[] = [
  ['meeting:read:meeting', 'meeting:read:meeting is for user-managed apps. Use meeting:read:meeting:admin.'],
  [
    'calendar:read:list_settings',
    'calendar:read:list_settings is for user-managed apps. Zoom has no admin form of it: remove it.',
  ],
  [
    'user:read:user:master',
    'user:read:user:master is for owners of a Zoom master account, and StackOne does not use it. Use user:read:user:admin.',
  ],
  [
    'marketplace:update:client_secret',
    'belongs to the app itself (client credentials), and Zoom refuses it in a General app. Remove it.',
  ],
  [
    'meeting:read',
    'meeting:read is a classic scope, and not for admin-managed apps; new Zoom apps use granular scopes. Use the granular ones that you need: meeting:read:meeting:admin',
  ],
  [
    'meeting:read:meeting:user',
    'ends in :user, which Zoom does not have: user scopes have no suffix. Use meeting:read:meeting:admin.',
  ],
  ['meeting:read:*', 'has a wildcard, which Zoom does not know. Name every scope by itself.'],
  ['m\u0435eting:read:meeting:admin', 'is a Cyrillic letter, not e. Use meeting:read:meeting:admin.'],
  [
    'hello world',
    'Nothing in here looks like a scope. Paste scopes such as user:read:user:admin, or leave it empty.',
  ],
];
export const wrongForUser: readonly (readonly [string, string])[] = [
  ['user:read:user:admin', 'user:read:user:admin is for admin-managed apps. Use user:read:user.'],
  [
    'account:read:settings:admin',
    'account:read:settings:admin is for admin-managed apps. Zoom has no user form of it: remove it.',
  ],
  ['imchat:bot', 'imchat:bot is refused by Zoom in user-managed apps. Remove it.'],
];
/** What may be declared and still deserves a word, once the list is checked. */
export const notes: readonly (readonly [string, string])[] = [
  ['user:read:user:admin user:read:user:admin', 'is in the list more than once. One is enough.'],
  ['meeting:read:admin', 'is a classic scope; new Zoom apps use granular scopes.'],
  ['imchat:userapp', 'is usually not for admin-managed apps, and Zoom may refuse it.'],
];
export const manifest = JSON.stringify({
  manifest: {
    display_information: { display_name: 'Ours' },
    oauth_information: {
      usage: 'ADMIN_MANAGEMENT',
      scopes: [
        { scope: 'user:read:user:admin', optional: false },
        { scope: 'meeting:read:meeting:admin', optional: true },
      ],
    },
  },
});
/** One list of two scopes, in every form in which people have it. */
export const sameTwoScopes = [
  manifest,
  '["user:read:user:admin", "meeting:read:meeting:admin"]',
  '• user:read:user:admin\n• meeting:read:meeting:admin\n',
  "“user:read:user:admin”; 'meeting:read:meeting:admin'",
  '1. `user:read:user:admin`\n2. `meeting:read:meeting:admin`',
  'scope=user:read:user:admin meeting:read:meeting:admin',
  'USER:READ:USER:ADMIN\tMeeting:Read:Meeting:Admin',
];
