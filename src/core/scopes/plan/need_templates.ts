export type TemplateId =
  | 'meetings-read'
  | 'meetings'
  | 'webinars'
  | 'recordings'
  | 'users'
  | 'chat'
  | 'reports';

/** A common need, as operations of Zoom's API. Its scopes are derived from these, so they stay true with the catalogue. */
export interface Template {
  readonly id: TemplateId;
  readonly operations: readonly string[];
}

const meetingsRead: readonly string[] = [
  'GET /users/{userId}',
  'GET /users/{userId}/meetings',
  'GET /meetings/{meetingId}',
  'GET /past_meetings/{meetingId}',
  'GET /past_meetings/{meetingId}/participants',
];

export const templates: readonly Template[] = [
  { id: 'meetings-read', operations: meetingsRead },
  {
    id: 'meetings',

    operations: [
      ...meetingsRead,
      'POST /users/{userId}/meetings',
      'PATCH /meetings/{meetingId}',
      'DELETE /meetings/{meetingId}',
      'PUT /meetings/{meetingId}/status',
      'GET /meetings/{meetingId}/invitation',
      'GET /meetings/{meetingId}/registrants',
      'POST /meetings/{meetingId}/registrants',
    ],
  },
  {
    id: 'webinars',

    operations: [
      'GET /users/{userId}',
      'GET /users/{userId}/webinars',
      'GET /webinars/{webinarId}',
      'POST /users/{userId}/webinars',
      'PATCH /webinars/{webinarId}',
      'DELETE /webinars/{webinarId}',
      'GET /webinars/{webinarId}/registrants',
      'POST /webinars/{webinarId}/registrants',
      'GET /webinars/{webinarId}/panelists',
      'GET /past_webinars/{webinarId}/participants',
    ],
  },
  {
    id: 'recordings',

    operations: [
      'GET /users/{userId}',
      'GET /users/{userId}/recordings',
      'GET /meetings/{meetingId}/recordings',
      'GET /meetings/{meetingId}/transcript',
      'GET /meetings/{meetingId}/meeting_summary',
    ],
  },
  {
    id: 'users',

    operations: [
      'GET /users',
      'GET /users/{userId}',
      'POST /users',
      'PATCH /users/{userId}',
      'PUT /users/{userId}/status',
      'GET /users/{userId}/settings',
      'GET /groups',
      'GET /groups/{groupId}',
      'GET /groups/{groupId}/members',
      'POST /groups/{groupId}/members',
      'DELETE /groups/{groupId}/members/{memberId}',
    ],
  },
  {
    id: 'chat',

    operations: [
      'GET /users/{userId}',
      'GET /chat/users/{userId}/channels',
      'GET /chat/users/{userId}/channels/{channelId}',
      'GET /chat/users/{userId}/channels/{channelId}/members',
      'GET /chat/users/{userId}/messages',
      'GET /chat/users/{userId}/messages/{messageId}',
      'POST /chat/users/{userId}/messages',
      'PUT /chat/users/{userId}/messages/{messageId}',
      'DELETE /chat/users/{userId}/messages/{messageId}',
    ],
  },
  {
    id: 'reports',

    operations: [
      'GET /report/users',
      'GET /report/users/{userId}/meetings',
      'GET /report/meetings/{meetingId}',
      'GET /report/meetings/{meetingId}/participants',
      'GET /report/webinars/{webinarId}',
      'GET /report/webinars/{webinarId}/participants',
      'GET /report/operationlogs',
      'GET /report/activities',
    ],
  },
];

export function templateOf(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
