import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../src/core/apps/zoom_app.ts';
import { type HomeContents, homeView } from '../../../../src/slack/home/home_view.ts';
import { labels, pressables, readHome } from '../messages/reading.ts';
import { line, longNames, minutesAgo, mischief, now, uuid } from '../messages/samples.ts';

const healthy = { answeredAt: minutesAgo(1), trouble: null, troubleSince: null };
const draft: Draft = {
  id: uuid(9),
  workspaceId: 'T1',
  userId: 'U0ANA',
  answers: { name: 'Payroll' },
  updatedAt: minutesAgo(30),
};
const contents = (changes: Partial<HomeContents> = {}): HomeContents => ({
  board: { lines: [], next: null, counts: {}, stackone: healthy },
  draft: null,
  me: 'U0ANA',
  now,
  ...changes,
});
const filled = {
  lines: [line(), line({ appId: uuid(2), name: 'Payroll', owners: ['U0BEN'] })],
  next: 'cursor',
  counts: { testing: 2 },
  stackone: healthy,
};

describe('App Home', () => {
  it('says how to begin when there is nothing yet', () => {
    const view = homeView(contents());
    expect(readHome(view)).toMatchSnapshot();
    expect(labels(view.blocks)).toEqual(['Register a Zoom app', 'My reminders']);
  });

  it('shows the draft, my Zoom apps and all the others', () => {
    const view = homeView(contents({ board: filled, draft }));
    expect(readHome(view)).toMatchSnapshot();
    expect(pressables(view.blocks)).toContainEqual({
      label: 'Resume',
      id: 'resume_draft',
      value: draft.id,
      url: '',
    });
  });

  it('shows my apps that are not on this page of the board too, and none twice', () => {
    const mine = [line({ appId: uuid(5), name: 'Far away' }), line()];
    const words = readHome(homeView(contents({ board: filled, mine })));
    expect(words).toContain('Far away');
    expect(words.match(/StackOne Integration/g)).toHaveLength(1);
  });

  it('says when there are no others, here or at all', () => {
    const mine = [line()];
    const own = { ...filled, lines: mine };
    expect(readHome(homeView(contents({ board: { ...own, next: null } })))).toContain(
      'There are no others yet.',
    );
    expect(readHome(homeView(contents({ board: own })))).toContain('More are on the next page.');
  });

  it('shows a page of archived apps in place of the others, and that all are archived where they are', () => {
    const one = { id: uuid(7), name: 'Shelved', archivedAt: minutesAgo(9), archivedBy: 'U0ANA' };
    const asked = { words: 'archived sh' };
    const view = homeView(contents({ board: filled, archived: { apps: [one], next: 'more' }, asked }));
    expect(readHome(view)).toContain('Shelved');
    expect(readHome(view)).not.toContain('Payroll');
    expect(pressables(view.blocks)).toContainEqual(
      expect.objectContaining({ label: 'Next page', value: '{"words":"archived sh","after":"more"}' }),
    );
    const board = { ...filled, lines: [], next: null, counts: {}, allArchived: true };
    const all = homeView(contents({ board }));
    expect(readHome(all)).toContain('All are archived: choose *Archived* above');
    expect(labels(all.blocks)).toContain('Register a Zoom app');
  });

  it('turns pages with what was asked for', () => {
    const asked = { words: 'testing', after: 'a' };
    const pages = pressables(homeView(contents({ board: filled, asked })).blocks).filter(({ id }) =>
      id.startsWith('board_page#'),
    );
    expect(pages.map(({ value }) => value)).toEqual([
      '{"words":"testing"}',
      '{"words":"testing","after":"cursor"}',
    ]);
  });

  it('goes on looking from a page on which nothing matched', () => {
    const board = { ...filled, lines: [] };
    for (const mine of [[], [line()]]) {
      const view = homeView(contents({ board, mine, asked: { words: 'even odd' } }));
      expect(readHome(view)).toContain('No Zoom app matching "even odd" so far');
      expect(labels(view.blocks).filter((label) => label === 'Next page')).toHaveLength(1);
    }
  });

  it('says that StackOne cannot be looked into', () => {
    const stackone = { answeredAt: null, trouble: 'network' as const, troubleSince: minutesAgo(20) };
    expect(readHome(homeView(contents({ board: { ...filled, stackone } })))).toContain(
      'StackOne cannot be looked into',
    );
  });

  it.each(Object.entries(longNames))('fits with a hundred of my apps whose names are %s', (_kind, name) => {
    const lines = Array.from({ length: 100 }, (_, i) =>
      line({ appId: uuid(i), name, owners: Array(100).fill('U0ANA') }),
    );
    const board = { ...filled, lines: lines.slice(0, 10) };
    const unfinished = { ...draft, answers: { name: mischief } };
    const words = readHome(homeView(contents({ board, mine: lines, draft: unfinished })));
    expect(words).toContain('… and more: choose *Only mine*');
    expect(words).toContain('All Zoom apps');
  });
});
