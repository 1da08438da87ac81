import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { compareScopes } from '../../../../../src/core/scopes/plan/compare_scopes.ts';
import { templates } from '../../../../../src/core/scopes/plan/need_templates.ts';
import { type Need, readNeed, waysOf, writeNeed } from '../../../../../src/core/scopes/plan/needs.ts';
import { planScopes } from '../../../../../src/core/scopes/plan/plan_scopes.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';

const action = {
  id: 'zoom_list_meetings',
  label: 'List meetings',
  description: '',
  scopes: ['meeting:read:list_meetings'],
};
const needs = (...texts: string[]): readonly Need[] =>
  texts.flatMap((text) => readNeed(text, [action]) ?? []);
const namesOf = (plan: ReturnType<typeof planScopes>) => plan.scopes.map(({ scope }) => scope);

describe('templates', () => {
  it.each(templates)('$name is built from operations that the catalogue knows', ({ operations }) => {
    for (const name of operations) {
      const [method = '', path = ''] = name.split(' ');
      expect(catalogue.operation(method, path), name).toBeDefined();
    }
  });

  it.each(templates)('$name gives a list that Zoom takes from an admin-managed app', ({ id, operations }) => {
    const plan = planScopes(needs(`template ${id}`), 'admin');
    expect(plan.unmet).toEqual([]);
    expect(checkScopes(namesOf(plan), 'admin').passes).toBe(true);
    expect(plan.scopes.flatMap(({ reasons }) => reasons)).toEqual(expect.arrayContaining([...operations]));
  });

  it('is as small as what it needs', () => {
    expect(namesOf(planScopes(needs('template meetings-read'), 'user'))).toEqual([
      'meeting:read:list_meetings',
      'meeting:read:list_past_participants',
      'meeting:read:meeting',
      'meeting:read:past_meeting',
      'user:read:user',
    ]);
  });

  it('says what user-managed apps cannot do', () => {
    const plan = planScopes(needs('template reports'), 'user');
    expect(plan.scopes).toEqual([]);
    expect(plan.unmet).toHaveLength(8);
    expect(plan.unmet[0]).toMatchObject({
      why: 'other_level',
      known: expect.arrayContaining([expect.stringMatching(/:admin$/)]),
    });
  });
});

/** For a machine that has much else to do: nothing here is timed. */
const busyMachine = { timeout: 120_000 };

describe('a plan', busyMachine, () => {
  it('gives each scope its reasons', () => {
    const plan = planScopes(
      needs('GET /meetings/{meetingId}', 'meeting.started', 'zoom_list_meetings'),
      'admin',
    );
    expect(plan.scopes).toEqual([
      { scope: 'meeting:read:list_meetings:admin', reasons: ['action zoom_list_meetings'] },
      { scope: 'meeting:read:meeting:admin', reasons: ['GET /meetings/{meetingId}', 'meeting.started'] },
    ]);
  });

  it('puts the level of the app on what StackOne lists, whatever level that has', () => {
    for (const scopes of [
      ['user:read:user'],
      ['user:read:user:admin'],
      ['user:read:user', 'user:read:user:admin'],
    ]) {
      const need: Need = { kind: 'action', id: 'a', label: 'A', scopes };
      expect(namesOf(planScopes([need], 'admin'))).toEqual(['user:read:user:admin']);
      expect(namesOf(planScopes([need], 'user'))).toEqual(['user:read:user']);
    }
  });

  it('shows both strings where Zoom has no form for the level, and makes nothing up', () => {
    const need: Need = {
      kind: 'action',
      id: 'a',
      label: 'A',
      scopes: ['user:read:list_users:admin', 'new:read:thing'],
    };
    const plan = planScopes([need], 'user');
    expect(plan.scopes).toEqual([]);
    expect(plan.unmet).toEqual([
      { need: 'action a', why: 'other_level', known: ['user:read:list_users:admin', 'user:read:list_users'] },
      { need: 'action a', why: 'unknown', known: ['new:read:thing'] },
    ]);
  });

  it('takes one scope for several events where one is enough, and one that reads', () => {
    const events = [...new Set(catalogue.scopes.flatMap((row) => row.events))].filter((event) =>
      event.startsWith('meeting.participant'),
    );
    const plan = planScopes(needs(...events), 'admin');
    expect(plan.unmet).toEqual([]);
    for (const { scope } of plan.scopes) expect(scope).toMatch(/:read:/);
  });

  it('is the same for every order and any repeats, and meets every need with nothing to spare', () => {
    const operations = catalogue.operations.map(({ method, path }) => `${method} ${path}`);
    const events = [...new Set(catalogue.scopes.flatMap((row) => row.events))];
    const need = fc.constantFrom(...operations.slice(0, 400), ...events);
    fc.assert(
      fc.property(
        fc.array(need, { maxLength: 12 }),
        fc.constantFrom('admin' as const, 'user' as const),
        (texts, type) => {
          const plan = planScopes(needs(...texts), type);
          expect(planScopes(needs(...[...texts].reverse(), ...texts), type)).toEqual(plan);
          const taken = new Set(namesOf(plan));
          const groups = needs(...texts).flatMap((each) => waysOf(each, type).groups);
          for (const group of groups) expect(group.some((scope) => taken.has(scope))).toBe(true);
          for (const scope of taken) expect(groups.some((group) => group.includes(scope))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes and reads every kind of need', () => {
    for (const text of ['GET /users', 'meeting.started', 'action zoom_list_meetings'])
      expect(needs(text).map(writeNeed)).toEqual([text]);
    expect(needs('get /v2/users/me/meetings?page_size=300').map(writeNeed)).toEqual([
      'GET /users/{userId}/meetings',
    ]);
    expect(readNeed('GET /users/me/meeting/list/all', [])).toBeUndefined();
    expect(readNeed('GET /nothing', [])).toBeUndefined();
    expect(readNeed('template nothing', [])).toBeUndefined();
    expect(readNeed('nothing.happened', [])).toBeUndefined();
  });
});

describe('required, declared, granted', () => {
  const plan = planScopes(needs('GET /users/{userId}', 'GET /users/{userId}/meetings'), 'admin');

  it('names what is missing and what is too much, and what removing it costs', () => {
    const declared = ['user:read:user:admin', 'report:read:user:admin'];
    const { missing, tooMuch, notGranted } = compareScopes(plan, declared, null);
    expect(missing.map(({ scope }) => scope)).toEqual(['meeting:read:list_meetings:admin']);
    expect(tooMuch.map(({ scope, lost }) => [scope, lost])).toEqual([
      ['report:read:user:admin', ['GET /report/users/{userId}/meetings']],
    ]);
    expect(notGranted).toEqual([]);
  });

  it('counts what a declared scope includes for StackOne as included, and not for Zoom', () => {
    const key = 'meeting:read:list_meetings:admin';
    const inclusions = [{ scope: 'user:read:user', includes: ['meeting:read:list_meetings'] }];
    const action = { kind: 'action', id: 'zoom_list', label: '', scopes: [key] } as const;
    const compared = (...wanted: readonly Need[]) => {
      const { missing, included } = compareScopes(
        planScopes(wanted, 'admin'),
        ['user:read:user:admin'],
        null,
        inclusions,
      );
      return { missing: missing.map(({ scope }) => scope), included: included.map(({ scope }) => scope) };
    };
    expect(compared(action)).toEqual({ missing: [], included: [key] });
    expect(compared(action, ...needs('GET /users/{userId}/meetings'))).toEqual({
      missing: [key],
      included: [],
    });
  });

  it('says what a token has not been granted yet', () => {
    const { rows, notGranted } = compareScopes(plan, ['user:read:user:admin'], {
      kind: 'all',
      scopes: ['user:read:settings:admin'],
    });
    expect(notGranted.map(({ scope }) => scope)).toEqual(['user:read:user:admin']);
    expect(rows.find(({ scope }) => scope === 'user:read:settings:admin')).toMatchObject({
      required: false,
      declared: false,
      granted: true,
    });
  });

  it('learns from an error of Zoom what a token lacks, and nothing about the rest', () => {
    const lacking = ['user:read:user:admin', 'user:read:settings:admin'];
    const compared = compareScopes(plan, ['user:read:user:admin', 'report:read:user:admin'], {
      kind: 'lacking',
      scopes: lacking,
    });
    expect(compared.notGranted.map(({ scope }) => scope)).toEqual(['user:read:user:admin']);
    expect(compared.askedFor.map(({ scope }) => scope)).toEqual(['user:read:settings:admin']);
    expect(compared.rows.find(({ scope }) => scope === 'report:read:user:admin')?.granted).toBeNull();
  });

  it('loses nothing where another declared scope opens the same', () => {
    const { tooMuch } = compareScopes(planScopes([], 'admin'), ['user:read:user:admin'], null);
    expect(tooMuch[0]?.lost).toContain('GET /users/{userId}');
  });
});
