import type { TemplateId } from '../../../core/scopes/plan/need_templates.ts';

/** Common needs as a person chooses them. */
export const templateNames: Readonly<Record<TemplateId, string>> = {
  'meetings-read': 'Meetings, read-only',
  meetings: 'Meetings, full',
  webinars: 'Webinars',
  recordings: 'Recordings and transcripts',
  users: 'Users and groups',
  chat: 'Team Chat',
  reports: 'Reports',
};
