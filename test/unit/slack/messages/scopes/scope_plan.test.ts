import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { compareScopes } from '../../../../../src/core/scopes/plan/compare_scopes.ts';
import { readNeed } from '../../../../../src/core/scopes/plan/needs.ts';
import { planScopes } from '../../../../../src/core/scopes/plan/plan_scopes.ts';
import { planMessage } from '../../../../../src/slack/messages/scopes/scope_plan_message.ts';
import type { Planned } from '../../../../../src/usecases/scopes/plan_app_scopes.ts';
import { read } from '../reading.ts';
import { mischief } from '../samples.ts';

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
