import { describe, expect, it } from 'vitest';
import { nearestScope } from '../../../../../src/core/scopes/search/suggest_scope.ts';
import { distanceWithin } from '../../../../../src/core/text/edit_distance.ts';

describe('the nearest scope', () => {
  it.each([
    ['meeting:read:meetng:admin', 'meeting:read:meeting:admin'],
    ['meetign:read:meeting:admin', 'meeting:read:meeting:admin'],
    ['meeting:raed:meeting:admin', 'meeting:read:meeting:admin'],
    ['meeting:read:meetings:admin', 'meeting:read:meeting:admin'],
    ['user:read:users:admin', 'user:read:user:admin'],
    ['user:read:list_user', 'user:read:list_users:admin'],
    ['meeting:list:meetings:admin', 'meeting:read:list_meetings:admin'],
    ['user:view:user:admin', 'user:read:user:admin'],
    ['webinar:create:webinar:admin', 'webinar:write:webinar:admin'],
    ['webinar:edit:webinar:admin', 'webinar:update:webinar:admin'],
    ['webinar:remove:webinar:admin', 'webinar:delete:webinar:admin'],
    ['read:meeting:meeting:admin', 'meeting:read:meeting:admin'],
    ['meeting:meeting:read:admin', 'meeting:read:meeting:admin'],
    ['chat:read:channel:admin', 'team_chat:read:channel:admin'],
    ['recording:read:list_user_recordings:admin', 'cloud_recording:read:list_user_recordings:admin'],
    ['users:read:user:admin', 'user:read:user:admin'],
    ['user:read:list_recordings:admin', 'cloud_recording:read:list_user_recordings:admin'],
    ['meeting:read:list_users:admin', 'user:read:list_users:admin'],
    ['recording:read:list_files:admin', 'cloud_recording:read:list_recording_files:admin'],
    ['recording:read:list_recordings:admin', 'cloud_recording:read:list_user_recordings:admin'],
    ['user:view:list_recordings:admin', 'cloud_recording:read:list_user_recordings:admin'],
    ['meeting:read:user', 'meeting:read:meeting:admin'],
    ['meetings:read:user', 'meeting:read:meeting:admin'],
    ['webinar:write:user', 'webinar:write:webinar:admin'],
    ['réunion:lire:réunion:admin', 'meeting:read:meeting:admin'],
    ['besprechung:lesen:liste_besprechungen:admin', 'meeting:read:list_meetings:admin'],
    ['usuario:leer:usuario:admin', 'user:read:user:admin'],
    ['grupo:ler:lista_grupos:admin', 'group:read:list_groups:admin'],
    ['会议:读取:会议:admin', 'meeting:read:meeting:admin'],
    ['ミーティング:読み取り:ミーティング:admin', 'meeting:read:meeting:admin'],
    ['foo:read:user:admin', undefined],
    ['list:read:list:admin', undefined],
    ['foo:read:bar:admin', undefined],
    ['user:read:something_else_entirely:admin', undefined],
  ])('of %s is %s', (written, nearest) => {
    expect(nearestScope(written, 'admin')).toBe(nearest);
  });

  it.each([
    ['email:read:list_msg', 'email:read:list_msgs'],
    ['mail:read:msg', 'email:read:msg'],
    ['virtual_agent:read:list_engagements', 'zva:read:list_engagements'],
    ['iq:read:list_conversations', 'zra:read:list_conversations'],
    ['rooms:read:list_rooms', 'zoom_rooms:read:list_rooms'],
    ['events:read:event', 'zoom_events:read:event'],
  ])('knows services under their other names: %s', (written, wanted) => {
    const nearest = nearestScope(written, 'user') ?? nearestScope(written, 'admin');
    expect([wanted, `${wanted}:admin`]).toContain(nearest);
  });

  it('never proposes another action or another service than a known one', () => {
    expect(nearestScope('meeting:delete:list_meetings:admin', 'admin') ?? 'meeting:delete:').toMatch(
      /^meeting:delete:/,
    );
    expect(nearestScope('user:read:meeting', 'user') ?? 'user:read:').not.toMatch(/^webinar:/);
  });

  it('offers only what may be declared', () => {
    expect(nearestScope('user:read:list_user', 'user')).not.toBe('user:read:list_users');
  });
});

describe('the distance of two words', () => {
  it('counts letters wrong, missing, too many and swapped', () => {
    expect(distanceWithin('read', 'read', 2)).toBe(0);
    expect(distanceWithin('read', 'raed', 2)).toBe(1);
    expect(distanceWithin('read', 'rea', 2)).toBe(1);
    expect(distanceWithin('read', 'reads', 2)).toBe(1);
    expect(distanceWithin('read', 'road', 2)).toBe(1);
    expect(distanceWithin('', 'ab', 2)).toBe(2);
  });

  it('gives up beyond the limit', () => {
    expect(distanceWithin('read', 'write', 2)).toBeUndefined();
    expect(distanceWithin('read', 'readreadread', 2)).toBeUndefined();
  });
});
