import { describe, expect, it, test } from 'vitest';
import { renderBlocks } from '../../../../../sandbox/simulators/slack/render/blocks.ts';
import { checkView } from '../../../../../sandbox/simulators/slack/rules/index.ts';
import { managementTypes } from '../../../../../src/core/checks/check.ts';
import { connectPurposes } from '../../../../../src/core/proof/connect_session.ts';
import { Secret } from '../../../../../src/core/secrets/secret.ts';
import type { ModalView } from '../../../../../src/slack/blocks/block_types.ts';
import { connectLinkView } from '../../../../../src/slack/views/proof/connect_link_view.ts';
import {
  customerErrors,
  linkAccountView,
  linkAgainView,
} from '../../../../../src/slack/views/proof/link_account_view.ts';
import { proveView, readProve } from '../../../../../src/slack/views/proof/prove_view.ts';
import { runningView } from '../../../../../src/slack/views/proof/running_view.ts';
import { stateOf } from '../../../../../src/slack/views/view_metadata.ts';
import { pressables } from '../../messages/reading.ts';
import {
  appId,
  card,
  checksOf,
  environment,
  environmentId,
  longNames,
  mischief,
  now,
  uuid,
  zoomApp,
} from '../../messages/samples.ts';

/** As a person reads it; fails when Slack would refuse it. */
function wordsOf(view: ModalView): string {
  expect(checkView({ ...view })).toBeNull();
  return renderBlocks(view.blocks).join('\n');
}

const link = 'https://app.stackone.com/connect?token=tok_3f9aZ81mQ7';
const env = environment(Object.values(checksOf));
const about = { appId, appName: 'StackOne Integration', environmentId, environment: 'development' } as const;
const linkView = (changes: Partial<Parameters<typeof connectLinkView>[0]> = {}) =>
  connectLinkView({
    about,
    purpose: 'prove',
    sessionId: uuid(7),
    link: new Secret(link),
    expiresAt: now,
    managementType: 'admin',
    channelId: 'C0ZOOM',
    userId: 'U0ANA',
    zoomAccount: 'own',
    ...changes,
  });

describe('the form before a proof', () => {
  it('says what will happen, and asks three things', () => {
    const words = wordsOf(proveView(card([env]), env, 'U0ANA'));
    expect(words).toMatchSnapshot();
  });

  it('asks for nobody else where there is nobody else', () => {
    const alone = { ...card([env]), app: zoomApp({ owners: ['U0ANA'] }) };
    expect(JSON.stringify(proveView(alone, env, 'U0ANA'))).not.toContain('users_select');
    const nobody = { ...card([env]), app: zoomApp({ owners: [] }) };
    expect(JSON.stringify(proveView(nobody, env, 'U0ANA'))).not.toContain('users_select');
  });

  it('takes what was chosen, and oneself where nobody was', () => {
    const nothing = { text: '', option: null, options: [], users: [], conversation: null, date: null };
    expect(readProve({}, 'U0ANA')).toEqual({ account: 'own', keepsAccount: true, doer: 'U0ANA' });
    const typed = {
      account: { ...nothing, option: 'test' },
      keep: { ...nothing, option: 'no' },
      doer: { ...nothing, users: ['U0BEN'] },
    };
    expect(readProve(typed, 'U0ANA')).toEqual({ account: 'test', keepsAccount: false, doer: 'U0BEN' });
  });

  it.each(Object.values(longNames))('is taken by Slack with any name', (name) => {
    const named = { ...card([env]), app: zoomApp({ name }) };
    for (const view of [
      proveView(named, env, 'U0ANA'),
      linkAccountView(named, env),
      linkAgainView(named, env, mischief),
    ]) {
      expect(checkView({ ...view })).toBeNull();
      expect(JSON.stringify(view.blocks)).not.toMatch(/<!channel>|@here/);
    }
  });
});

describe('whose account is linked', () => {
  const wrong = (customer: { name: string; id: string }) => Object.keys(customerErrors(customer)).sort();
  const secret = ['aB3dE6gH9jK2', 'mN5pQ8sT1vW4xY7z', 'Ab1C'].join('');

  it.each([
    ['Müller & Söhne', 'c-1'],
    ['Acme', 'b1946ac9-2492-4d2a-8f0e-1d0f5a7c9e11'],
    ['Acme', 'cus_NffrFeUfNV2Hib'],
    ['Acme', secret.slice(0, 28)],
  ])('is taken as it is: %s, %s', (name, id) => {
    expect(wrong({ name, id })).toEqual([]);
  });

  it('is asked for, and a secret is refused, as others would see it', () => {
    expect(wrong({ name: '', id: '' })).toEqual(['customer_id', 'customer_name']);
    expect(wrong({ name: secret, id: `client_secret=${secret}` })).toEqual(['customer_id', 'customer_name']);
    expect(wrong({ name: `Acme ${secret}`, id: 'eyJhbGciOiJIUzI1NiJ9.e30.abc' })).toEqual([
      'customer_id',
      'customer_name',
    ]);
  });
});

describe('the modal with the link', () => {
  it.each(
    managementTypes.flatMap((managementType) =>
      connectPurposes.map((purpose) => ({ managementType, purpose })),
    ),
  )('says who signs in, until when, and where the result comes: $purpose, $managementType', (changes) => {
    const view = linkView(changes);
    expect(checkView({ ...view })).toBeNull();
    expect(wordsOf(view)).toMatchSnapshot();
  });

  it('opens the link with a button, and remembers the session alone', () => {
    const view = linkView();
    expect(pressables(view.blocks)[0]).toMatchObject({ label: 'Open the link', url: link, value: '' });
    expect(stateOf(view.private_metadata ?? '')).toEqual({ kind: 'connect_link', sessionId: uuid(7) });
    expect(JSON.stringify(view).split(link)).toHaveLength(2);
  });

  it('shows the link to copy where it is to be opened in a private window', () => {
    expect(wordsOf(linkView({ zoomAccount: 'test' }))).toContain(link);
    const long = new Secret(`https://app.stackone.com/connect?token=${'x'.repeat(2_950)}`);
    expect(checkView({ ...linkView({ zoomAccount: 'test', link: long }) })).toBeNull();
  });
});

test('a link of one’s own that still runs can be taken up again or given up, and nothing of it is lost', () => {
  const asked = {
    environmentId,
    purpose: 'link',
    customer: { id: 'ö'.repeat(200), name: '"\\'.repeat(100) },
  } as const;
  const view = runningView(asked, uuid(7), now);
  expect(checkView({ ...view })).toBeNull();
  expect(stateOf(view.private_metadata ?? '')).toEqual({
    kind: 'connect_running',
    sessionId: uuid(7),
    asked,
  });
  expect(pressables(view.blocks).map(({ label }) => label)).toEqual(['Show it again', 'Start anew']);
});
