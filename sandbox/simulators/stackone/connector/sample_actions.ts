import type { ActionRow } from '../contract.ts';

/** Made up in the way StackOne names actions; levels are mixed, because which one it lists is not documented. */
export const sampleActions: readonly ActionRow[] = [
  action('zoom_get_current_user', 'Get the current user', ['user:read:user']),
  action('zoom_list_users', 'List users', ['user:read:list_users:admin']),
  action('zoom_get_user', 'Get a user', ['user:read:user:admin']),
  action('zoom_list_meetings', 'List meetings', ['meeting:read:list_meetings:admin']),
  action('zoom_get_meeting', 'Get a meeting', ['meeting:read:meeting:admin']),
  action('zoom_create_meeting', 'Create a meeting', ['meeting:write:meeting', 'meeting:write:meeting:admin']),
  action('zoom_update_meeting', 'Update a meeting', ['meeting:update:meeting']),
  action('zoom_delete_meeting', 'Delete a meeting', ['meeting:delete:meeting:admin']),
  action('zoom_list_recordings', 'List recordings of a user', [
    'cloud_recording:read:list_user_recordings:admin',
  ]),
  action('zoom_get_meeting_transcript', 'Get the transcript of a meeting', [
    'cloud_recording:read:meeting_transcript:admin',
  ]),
  { connector: 'zoominfo', id: 'zoominfo_search', label: 'Search', description: '', scopes: ['contacts'] },
];

function action(id: string, label: string, scopes: readonly string[]): ActionRow {
  return { connector: 'zoom', id, label, description: `${label} in Zoom.`, scopes };
}
