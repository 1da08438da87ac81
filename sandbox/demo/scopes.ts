/**
 * What a team that wants meetings, recordings and users usually asks Zoom for, as it comes out of a chat: one scope has
 * lost its `:admin`, one is listed twice.
 */
export const pastedScopes = `
  • meeting:read:meeting:admin
  • meeting:read:list_meetings:admin
  • meeting:read:list_past_participants
  • meeting:write:meeting:admin, meeting:update:meeting:admin
  • cloud_recording:read:list_user_recordings:admin
  • cloud_recording:read:list_recording_files:admin
  • user:read:user:admin
  • user:read:list_users:admin
  • user:read:user:admin
  • webinar:read:list_webinars:admin
  • report:read:list_meeting_participants:admin
`;
