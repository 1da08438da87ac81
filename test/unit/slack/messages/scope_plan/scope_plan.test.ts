import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { compareScopes } from '../../../../../src/core/scopes/plan/compare_scopes.ts';
import { readNeed } from '../../../../../src/core/scopes/plan/needs.ts';
import { planScopes } from '../../../../../src/core/scopes/plan/plan_scopes.ts';
import { planMessage } from '../../../../../src/slack/messages/scope_plan/scope_plan_message.ts';
import type { Planned } from '../../../../../src/usecases/scopes/plan_app_scopes.ts';
import { read } from '../reading.ts';
import { minutesAgo, mischief } from '../samples.ts';

const planned = (
  needs: readonly string[],
  more: Partial<Planned> = {},
  type: 'admin' | 'user' = 'admin',
): Planned => ({
  plan: planScopes(
    needs.flatMap((text) => readNeed(text, []) ?? []),
    type,
  ),
  needs,
  unknown: [],
  app: null,
  comparison: null,
  remembered: false,
  actions: { askedAt: null, actions: [], answeredAt: null, trouble: null, incomplete: false },
  ...more,
});

describe('the plan', () => {
  it('gives every scope its reasons, and the list to use', () => {
    expect(read(planMessage(planned(['template meetings-read', 'meeting.started'])))).toMatchSnapshot();
  });

  it('shows required, declared and granted side by side, and what a removal costs', () => {
    const { plan } = planned(['template meetings-read']);
    const declared = ['user:read:user:admin', 'report:read:user:admin'];
    const comparison = compareScopes(plan, declared, { kind: 'all', scopes: ['user:read:user:admin'] });
    const app = { id: 'a', name: 'Acme <Zoom>' };
    expect(
      read(planMessage(planned(['template meetings-read'], { comparison, app, remembered: true }))),
    ).toMatchSnapshot();
  });

  it('says what cannot be had, and what Greenroom does not know', () => {
    const text = read(planMessage(planned(['GET /users'], { unknown: ['zoom_fly', mischief] }, 'user')));
    expect(text).toContain('Zoom has no scope for user-managed apps, only `user:read:list_users:admin`');
    expect(text).toContain('Greenroom knows no action, operation, event or template called "zoom_fly"');
  });

  const known = (changes: Partial<Planned['actions']> = {}): Planned['actions'] => ({
    askedAt: minutesAgo(5),
    answeredAt: minutesAgo(5),
    actions: [
      { id: 'connector', label: '', description: '', scopes: ['user:read:user:admin'] },
      { id: 'zoom_fly', label: '', description: '', scopes: [] },
    ],
    trouble: null,
    incomplete: false,
    ...changes,
  });
  const compared = (declared: readonly string[], more: Partial<Planned> = {}) => {
    const { plan } = planned(['GET /users/{userId}']);
    const comparison = compareScopes(plan, declared, null);
    return read(
      planMessage(planned(['GET /users/{userId}'], { app: { id: 'a', name: 'A' }, comparison, ...more })),
    );
  };

  it('says that an app declares exactly what it needs only where everything is known', () => {
    const exact = ['user:read:user:admin'];
    expect(compared(exact, { actions: known() })).toContain('It declares exactly what it needs.');
    for (const actions of [known({ answeredAt: null }), known({ incomplete: true })])
      expect(compared(exact, { actions })).toContain(
        'Whether StackOne’s connector itself takes more is not known.',
      );
    expect(compared(exact, { actions: known(), unknown: ['zoom_fly'] })).not.toContain('exactly');
  });

  it('counts StackOne’s actions without the connector itself, and says what the list lacks', () => {
    expect(compared([], { actions: known() })).toContain('1 StackOne action as of');
    expect(compared([], { actions: known({ incomplete: true }) })).toContain('That list was incomplete');
    const late = compared([], { actions: known({ trouble: 'timeout' }) });
    expect(late).toContain('1 StackOne action as of');
    expect(late).toContain('not available right now: StackOne did not answer in time');
    for (const [trouble, words] of [
      ['key_forbidden', 'the API key may not list them'],
      ['no_listing', 'it does not offer that list'],
      ['not_configured', 'Greenroom has no StackOne API key'],
    ] as const)
      expect(compared([], { actions: known({ answeredAt: null, trouble }) })).toContain(words);
  });

  it('does not say that there is no such action while the list is not known', () => {
    const doubt = 'It may be an action: StackOne’s list is not known in full.';
    const asked = (actions: Planned['actions']) => compared([], { unknown: ['zoom_x'], actions });
    expect(asked(known())).not.toContain(doubt);
    for (const actions of [known({ answeredAt: null }), known({ incomplete: true })])
      expect(asked(actions)).toContain(doubt);
  });

  it('says of an action that it takes no scope, or that StackOne does not say which', () => {
    const actions = [
      { id: 'zoom_ping', label: '', description: '', scopes: [] },
      { id: 'zoom_mystery', label: '', description: '', scopes: [], unlisted: true as const },
    ];
    const needs = ['action zoom_ping', 'action zoom_mystery'];
    const plan = planScopes(
      needs.flatMap((text) => readNeed(text, actions) ?? []),
      'admin',
    );
    const text = read(planMessage({ ...planned(needs), plan }));
    expect(text).toContain('StackOne lists no scope for zoom_ping.');
    expect(text).toContain('zoom_mystery: StackOne does not say which scopes it takes');
  });

  it('does not call too much what StackOne asks for and the catalogue does not know', () => {
    const actions = [{ id: 'zoom_new', label: '', description: '', scopes: ['meeting:read:new_thing'] }];
    const plan = planScopes(readNeed('zoom_new', actions) ?? [], 'admin');
    for (const scope of ['meeting:read:new_thing', 'meeting:read:new_thing:admin']) {
      const comparison = compareScopes(plan, [scope], null);
      expect(comparison.tooMuch).toEqual([]);
      expect(comparison.rows.find((row) => row.scope === scope)?.required).toBeNull();
      const app = { id: 'a', name: 'A' };
      expect(read(planMessage({ ...planned(['zoom_new']), plan, comparison, app }))).toContain(
        'As far as is known it declares what it needs',
      );
    }
  });

  it('fits the longest plan', () => {
    const needs = catalogue.operations.map(({ method, path }) => `${method} ${path}`);
    const { plan } = planned(needs);
    const comparison = compareScopes(
      plan,
      catalogue.scopes.map(({ scope }) => scope),
      null,
    );
    for (const more of [{}, { comparison, app: { id: 'a', name: 'A' } }]) {
      const text = read(planMessage(planned(needs, more)));
      expect(text.length).toBeLessThan(13_200);
      expect(text).toContain('[Use this list]');
      expect(text).toContain('Catalogue of Zoom scopes');
    }
  });
});
