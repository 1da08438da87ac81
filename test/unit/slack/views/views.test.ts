import { describe, expect, test } from 'vitest';
import { checkView } from '../../../../sandbox/simulators/slack/rules/index.ts';
import type { DraftAnswers, Environment, ZoomApp, ZoomAppCard } from '../../../../src/core/apps/zoom_app.ts';
import { checkNames, newCheck } from '../../../../src/core/checks/check.ts';
import { noSecretAge } from '../../../../src/core/credentials/secret_age.ts';
import { catalogue } from '../../../../src/core/scopes/catalogue/catalogue.ts';
import type { ModalView } from '../../../../src/slack/blocks/block_types.ts';
import { cardView, guideView } from '../../../../src/slack/views/card_views.ts';
import { editBasicsView } from '../../../../src/slack/views/edit/edit_basics.ts';
import {
  addEnvironmentView,
  replaceCredentialsView,
} from '../../../../src/slack/views/edit/edit_credentials.ts';
import { convertedScopesView, editScopesView } from '../../../../src/slack/views/edit/edit_scopes.ts';
import { notReadyView } from '../../../../src/slack/views/not_ready_view.ts';
import { draftGoneView } from '../../../../src/slack/views/register/open_registration.ts';
import { stepToDo, stepView } from '../../../../src/slack/views/register/registration_steps.ts';
import { registeredView } from '../../../../src/slack/views/register/registration_views.ts';
import { scopeCheckView } from '../../../../src/slack/views/scope_check_view.ts';
import { chunks, filled } from '../../../../src/slack/views/scopes/fill_scopes.ts';
import { stateOf } from '../../../../src/slack/views/view_metadata.ts';

const now = new Date('2026-11-23T10:00:00Z');
const everyAdminScope = catalogue.scopes.filter(({ level }) => level === 'admin').map(({ scope }) => scope);
const unknown = Array.from({ length: 300 }, (_, i) => `brand_new_service:read:thing_number_${i}:admin`);

const small: DraftAnswers = { environments: ['development'], owners: ['U1'] };
const huge: DraftAnswers = {
  name: '*<!channel>* &'.padEnd(50, 'ß'),
  managementType: 'admin',
  environments: ['development', 'production'],
  owners: Array.from({ length: 30 }, (_, i) => `U${i}`),
  channelId: 'C1',
  purpose: '<@U1> "quoted" \\ '.padEnd(500, '✓'),
  clientIds: { development: 'd'.repeat(200), production: '`p`'.repeat(60) },
  pickedScopes: everyAdminScope.slice(0, 50),
  pastedScopes: chunks([...everyAdminScope, ...unknown]).slice(0, 20),
  scopeDescription: '`<>&'.repeat(250),
};

function appOf(answers: DraftAnswers, scopes: readonly string[]): ZoomApp {
  return {
    workspaceId: 'T1',
    id: '018f2f65-7c2b-7a31-9e7a-3f6b8a2c4d10',
    name: answers.name ?? 'Acme',
    managementType: answers.managementType ?? 'user',
    purpose: answers.purpose ?? '',
    scopeDescription: answers.scopeDescription ?? '',
    channelId: answers.channelId ?? 'C1',
    owners: answers.owners ?? ['U1'],
    scopes: scopes.map((scope) => ({ scope, confirmedBy: null })),
    version: 3,
    updatedBy: 'U1',
    updatedAt: now,
    archivedAt: null,
  };
}

const environment: Environment = {
  workspaceId: 'T1',
  id: '018f2f65-7c2b-7a31-9e7a-3f6b8a2c4d11',
  zoomAppId: '018f2f65-7c2b-7a31-9e7a-3f6b8a2c4d10',
  kind: 'development',
  clientId: 'c1ientIdOfDev000000001',
  stage: 'credentials',
  liveAt: null,
  baselineAt: null,
  probedAt: null,
  askAgainAt: null,
  pendingClientId: null,
  hasSecret: true,
  pairMark: '0123456789',
  secretAge: noSecretAge,
  checks: checkNames.map(newCheck),
};

const drift = { open: [], connector: 'not_yet' } as const;

function cardOf(app: ZoomApp): ZoomAppCard {
  return { app, environments: [environment], adoptable: [], watchPaused: { reason: 'x', at: now }, drift };
}

const inProgress = (answers: DraftAnswers) => ({
  draftId: environment.id,
  answers,
  kept: [],
  policy: 'ask' as const,
});
const banner = { level: 'warning', text: 'w'.repeat(400) } as const;
const apps = {
  small: appOf(small, ['user:read:user']),
  huge: appOf(huge, [...everyAdminScope, ...unknown]),
};

const views: Record<string, () => ModalView | Promise<ModalView>> = {
  'basics, empty': () => stepView('basics', inProgress(small)),
  'basics, full': () => stepView('basics', inProgress(huge), banner),
  'credentials, two environments': () => stepView('credentials', inProgress(huge), banner),
  'credentials, kept by the person': () =>
    stepView('credentials', inProgress({ ...huge, keepsSecret: ['development', 'production'] })),
  'credentials, where no secret is taken': () =>
    stepView('credentials', { ...inProgress(huge), policy: 'never' }, banner),
  'scopes, empty': () => stepView('scopes', inProgress({ ...small, managementType: 'user' })),
  'scopes, thousands and unknown ones': () => stepView('scopes', inProgress(huge)),
  'review, small': () => stepView('review', inProgress(small)),
  'review, huge': () => stepView('review', inProgress(huge), banner),
  registered: () => registeredView(cardOf(apps.huge)),
  'draft gone': draftGoneView,
  'edit basics, huge': () => editBasicsView(apps.huge, cardOf(apps.huge).environments),
  'edit scopes, small': () => editScopesView(apps.small),
  'edit scopes, huge': () => editScopesView(apps.huge),
  'converted scopes, with everything else changed too': () =>
    convertedScopesView(apps.huge, 3, {
      managementType: 'user',
      name: apps.huge.name,
      purpose: apps.huge.purpose,
      owners: apps.huge.owners,
      channelId: 'C2',
    }),
  'replace credentials': () => replaceCredentialsView(cardOf(apps.huge), environment, 'ask'),
  'replace credentials, where no secret is taken': () =>
    replaceCredentialsView(cardOf(apps.huge), { ...environment, hasSecret: false }, 'never'),
  'add environment': () => addEnvironmentView(cardOf(apps.huge), 'production', 'ask'),
  'not ready': () => notReadyView(cardOf(apps.huge), environment),
  guide: () => guideView(cardOf(apps.huge), environment, now),
  card: () => cardView(cardOf(apps.huge), now),
  'scope check': () => scopeCheckView('x'.repeat(9000)),
};

describe('every modal', () => {
  test.each(Object.entries(views))('%s is taken by Slack and remembers its state', async (_, view) => {
    const drawn = await view();
    expect(checkView(drawn)).toBeNull();
    const metadata = drawn.private_metadata;
    if (metadata !== undefined) expect(stateOf(metadata)).not.toBeNull();
  });

  test('no scope of a huge list is lost on its way into the form', () => {
    const scopes = [...everyAdminScope, ...unknown];
    const { picked, pasted } = filled(scopes);
    expect(new Set([...picked, ...pasted.join('\n').split('\n')])).toEqual(new Set(scopes));
  });
});

describe('the step to go on with', () => {
  test.each([
    ['basics', small, []],
    ['credentials', { ...huge }, []],
    ['scopes', { ...huge, pastedScopes: ['user:read:user'] }, ['development', 'production']],
    ['review', { ...huge, pastedScopes: [] }, ['development', 'production']],
  ] as const)('is %s', async (step, answers, kept) => {
    expect(await stepToDo({ draftId: 'd', answers, kept, policy: 'ask' })).toBe(step);
  });

  test('is not the credentials where the person keeps the secret, whatever is asked for', async () => {
    const answers = { ...huge, pastedScopes: [], keepsSecret: ['development', 'production'] } as const;
    for (const policy of ['ask', 'never'] as const)
      expect(await stepToDo({ draftId: 'd', answers, kept: [], policy })).toBe('review');
  });

  test('is the credentials where a secret was typed that is not taken any more', async () => {
    const answers = { ...huge, pastedScopes: [] };
    const kept = ['development', 'production'] as const;
    expect(await stepToDo({ draftId: 'd', answers, kept, policy: 'never' })).toBe('credentials');
  });
});
