import { describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { levelOf } from '../../../../src/core/deliveries/messages/message_level.ts';
import { levelsAccepting, watchAccepts, watchLevels } from '../../../../src/core/watches/watch_level.ts';

const about = { appId: 'a', appName: 'Tide', environmentId: 'e', environment: 'production' } as const;
const registered: Message = { kind: 'registered', by: 'U1', appId: 'a', appName: 'Tide' };
const regressed: Message = { kind: 'regressed', about, check: 'credentials', reason: 'invalid_credentials' };
const recovered: Message = { kind: 'recovered', about, check: 'credentials' };
const staged: Message = { kind: 'stage_changed', about, from: 'draft', to: 'scopes' };

describe('what a watch is notified about', () => {
  test.each([
    ['milestones', [true, false, false, false]],
    ['changes', [true, true, false, false]],
    ['failures', [false, false, true, true]],
    ['all', [true, true, true, true]],
  ] as const)('at %s: a registration, a stage, a regression and its end', (level, expected) => {
    const messages = [registered, staged, regressed, recovered];
    expect(messages.map((message) => watchAccepts(level, message))).toEqual(expected);
  });

  test('a message reaches at least the watches for all, and those that accept its level', () => {
    for (const message of [registered, staged, regressed, recovered]) {
      expect(levelsAccepting(message)).toEqual(watchLevels.filter((level) => watchAccepts(level, message)));
      expect(levelsAccepting(message)).toContain('all');
    }
  });

  test('that an app is archived, restored or deleted is said to every watch', () => {
    const app = { appId: 'a', appName: 'Tide', by: 'U1' };
    const ends: Message[] = [
      { kind: 'app_archived', ...app, owners: [] },
      { kind: 'app_restored', ...app, withoutSecret: 0 },
      { kind: 'app_deleted', ...app, owners: [] },
    ];
    expect(ends.map(levelsAccepting)).toEqual(ends.map(() => watchLevels));
  });

  test('a kind that a newer replica has queued counts as a change', () => {
    expect(levelOf(JSON.parse('{"kind":"of_tomorrow"}'))).toBe('changes');
    expect(levelOf(JSON.parse('{"kind":"toString"}'))).toBe('changes');
  });
});
