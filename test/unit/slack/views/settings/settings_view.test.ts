import { describe, expect, test } from 'vitest';
import { renderBlocks } from '../../../../../sandbox/simulators/slack/render/blocks.ts';
import { checkView } from '../../../../../sandbox/simulators/slack/rules/index.ts';
import { Ok } from '../../../../../src/core/result.ts';
import { defaultRoles } from '../../../../../src/core/roles/activities.ts';
import type { Typed } from '../../../../../src/slack/requests/requests.ts';
import type { WorkspaceSettings } from '../../../../../src/slack/views/settings/settings.ts';
import { settingBlocks, settingsView } from '../../../../../src/slack/views/settings/settings_view.ts';
import { changedBlocks, shownValues } from '../../../../../src/slack/views/settings/shown_values.ts';
import { labels } from '../../messages/reading.ts';

const secrets = { policy: 'ask', decidedBy: 'workspace', stored: true, mayDecide: true } as const;
const admins = { added: ['U0ANA'], configured: ['U0BEN'], me: Ok('workspace' as const), mark: 'm' };
const settings: WorkspaceSettings = {
  defaultChannelId: null,
  attestationDays: 60,
  secrets,
  reminders: {
    timeZone: 'Europe/Madrid',
    quietHours: { from: 18, to: 9, weekend: true },
    reminderAfterHours: 24,
  },
  stepAdmins: { zoom_admin: ['U0ZOE'], stackone_admin: [] },
  digests: { channelIds: [], more: false },
  roles: defaultRoles,
  admins,
};

const drawn = (changes: Partial<WorkspaceSettings> = {}) => settingBlocks({ ...settings, ...changes });
const inputsOf = (blocks: ReturnType<typeof drawn>) =>
  blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));

describe('the settings of a workspace', () => {
  test('stand in one form', () => {
    const view = settingsView(settings);
    expect(checkView(view)).toBeNull();
    const words = renderBlocks(view.blocks).join('\n');
    expect(words).toContain('Default channel');
    expect(words).toContain('What people confirm about Zoom holds for');
    expect(words).toContain('Client secrets');
    expect(words).toContain('Register Zoom apps');
    expect(words).toContain('Admins of Greenroom');
    expect(words).toContain('Remind after');
    expect(words).toContain('Named by the configuration');
    expect(labels(drawn())).toContain('Forget all stored secrets');
  });

  test('cannot be made laxer than the configuration, and what is stored can still be forgotten', () => {
    const configured = { ...secrets, policy: 'never', decidedBy: 'configuration' } as const;
    expect(inputsOf(drawn({ secrets: configured }))).not.toContain('secrets_policy');
    expect(labels(drawn({ secrets: configured }))).toContain('Forget all stored secrets');
    expect(labels(drawn({ secrets: { ...configured, stored: false } }))).not.toContain(
      'Forget all stored secrets',
    );
    expect(JSON.stringify(drawn({ secrets: configured }))).toContain('Whoever runs Greenroom has decided');
  });

  test('name the channels that get a digest, and hold back those that do not fit', () => {
    const channelIds = Array.from({ length: 20 }, (_, n) => `C0${n}`);
    expect(JSON.stringify(drawn({ digests: { channelIds, more: true } }))).toContain('<#C019> ….');
    expect(JSON.stringify(drawn())).not.toContain('Get one:');
  });

  test('keep a number of days that cannot be chosen any more', () => {
    expect(shownValues(drawn({ attestationDays: 45 }))).toMatchObject({ attestation_days: '45' });
  });
});

const held = (changes: Partial<Typed>): Typed => ({
  ...{ text: '', option: null, options: [], users: [], conversation: null, date: null },
  ...changes,
});

test('only what a person changed counts as changed', () => {
  const shown = { channel: 'C1', none: '', days: '60', people: 'U1 U2', words: 'a' };
  const same = {
    channel: held({ conversation: 'C1' }),
    none: held({}),
    days: held({ option: '60' }),
    people: held({ users: ['U1', 'U2'] }),
    words: held({ text: 'a' }),
    unasked: held({ text: 'b' }),
  };
  expect(changedBlocks(same, shown)).toEqual({});
  const emptied = { ...same, channel: held({}), people: held({ users: ['U2'] }) };
  expect(Object.keys(changedBlocks(emptied, shown))).toEqual(['channel', 'people']);
});
