import { describe, expect, it } from 'vitest';
import type { AskedProfile, ProfileQuestion } from '../../../../../src/core/profiles/profile_question.ts';
import { questionMessage } from '../../../../../src/slack/messages/card/question_message.ts';
import { labels, pressables, read } from '../reading.ts';
import { longNames, now, uuid } from '../samples.ts';

const open = (n: number, name = `Zoom ${n}`): AskedProfile => ({
  id: `prof_${n}`,
  name,
  state: { kind: 'open' },
});
const waiting = (n: number, name = 'Payroll'): ProfileQuestion['waiting'] =>
  Array.from({ length: n }, (_, i) => ({
    environmentId: uuid(i),
    appId: uuid(i + 1000),
    appName: i === 0 ? name : `${name} ${i}`,
    environment: i % 2 === 0 ? ('development' as const) : ('production' as const),
  }));
const question = (changes: Partial<ProfileQuestion> = {}): ProfileQuestion => ({
  id: uuid(7),
  channelId: 'C0ZOOM',
  profiles: [open(1)],
  waiting: waiting(2),
  ...changes,
});

describe('the question about a new profile', () => {
  it('has a button for each of a few environments, and a way out', () => {
    const message = questionMessage(question(), now);
    expect(read(message)).toMatchSnapshot();
    expect(pressables(message.blocks)).toContainEqual({
      label: 'Payroll (Development)',
      id: 'assign_profile#0.0',
      value: `${uuid(7)} prof_1 ${uuid(0)}`,
      url: '',
    });
    expect(labels(message.blocks)).toContain('None of these');
  });

  it('has a select for many environments', () => {
    const message = questionMessage(question({ waiting: waiting(100) }), now);
    read(message);
    const select = JSON.stringify(message.blocks).match(/"value":"[^"]+ prof_1 [^"]{11,}"/g) ?? [];
    expect(select).toHaveLength(100);
    expect(labels(message.blocks)).toContain('None of these');
  });

  it('reads as done once it is answered', () => {
    const assigned = {
      kind: 'assigned',
      appName: 'Payroll',
      environment: 'development',
      matchedBy: 'person',
      by: 'U0ANA',
    } as const;
    const profiles: AskedProfile[] = [
      { id: 'prof_1', name: 'Zoom 1', state: assigned },
      { id: 'prof_2', name: 'Zoom 2', state: { kind: 'dismissed' } },
      { id: 'prof_3', name: 'Zoom 3', state: { kind: 'removed' } },
      { id: 'prof_4', name: 'Zoom 4', state: { ...assigned, matchedBy: 'name', by: null } },
    ];
    const message = questionMessage(question({ profiles }), now);
    expect(read(message)).toMatchSnapshot();
    expect(labels(message.blocks)).toEqual([]);
  });

  it('can still be closed when nothing waits any more', () => {
    const message = questionMessage(question({ waiting: [] }), now);
    expect(read(message)).toContain('No environment here waits for a profile any more');
    expect(labels(message.blocks)).toEqual(['None of these']);
  });

  it.each(Object.entries(longNames))(
    'fits with 50 profiles, 100 environments and names that are %s',
    (_kind, name) => {
      const profiles = Array.from({ length: 50 }, (_, i) => open(i, `${name} ${i}`));
      for (const n of [3, 100]) {
        const message = questionMessage(question({ profiles, waiting: waiting(n, name) }), now);
        const words = read(message);
        expect(words).toMatch(/… and \d+ more profiles, asked once these are answered/);
        expect(JSON.stringify(message.blocks)).toContain('(Development)"');
      }
    },
  );

  it('keeps every button of the message apart', () => {
    const profiles = Array.from({ length: 10 }, (_, i) => open(i));
    const ids = pressables(questionMessage(question({ profiles }), now).blocks).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(30);
  });
});
