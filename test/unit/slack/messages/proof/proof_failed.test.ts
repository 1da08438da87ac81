import { describe, expect, it } from 'vitest';
import { environmentKinds } from '../../../../../src/core/checks/check.ts';
import type { About } from '../../../../../src/core/deliveries/messages/message_facts.ts';
import { connectPurposes } from '../../../../../src/core/proof/connect_session.ts';
import { likelyCauses } from '../../../../../src/core/proof/likely_cause.ts';
import { failureKinds, type ProofFailure } from '../../../../../src/core/proof/proof_failure.ts';
import { eventMessage } from '../../../../../src/slack/messages/events/event_message.ts';
import { labels, pressables, read } from '../reading.ts';
import { appId, environmentId, mischief } from '../samples.ts';

const about: About = { appId, appName: 'StackOne Integration', environmentId, environment: 'development' };
const failure: ProofFailure = {
  how: 'error',
  cause: null,
  status: 'error',
  code: '4700',
  description: 'Invalid redirect',
};

const shown = (
  changes: Partial<ProofFailure> = {},
  more: { purpose?: 'prove' | 'link' | 'link_again' } = {},
) =>
  eventMessage({
    kind: 'proof_failed',
    about,
    purpose: 'prove',
    by: 'U0ANA',
    failure: { ...failure, ...changes },
    ...more,
  });

describe('a sign-in that did not succeed', () => {
  it('is shown with words of StackOne that nobody knows, and without a guess', () => {
    const words = read(shown({ code: 'teapot', description: 'short and stout' }));
    expect(words).toContain('StackOne says: “short and stout” (`teapot`)');
    expect(words).not.toMatch(/Most likely|Worth a look/);
    expect(words).toContain('*Next:*');
  });

  it.each(likelyCauses.flatMap((cause) => environmentKinds.map((environment) => ({ cause, environment }))))(
    'has a way out for $cause in $environment, beside the words of StackOne',
    ({ cause, environment }) => {
      const message = { ...about, environment };
      const view = eventMessage({
        kind: 'proof_failed',
        about: message,
        purpose: 'prove',
        by: 'U0ANA',
        failure: { ...failure, cause, basis: 'words' },
      });
      const words = read(view);
      expect(words).toContain('StackOne says: “Invalid redirect” (`4700`)');
      expect(words).toMatch(/\*Most likely:\* \S.{20}/);
      expect(words).toMatch(/\*Next:\* \S.{20}/);
      expect(labels(view.blocks)).toContain('Try again');
      for (const { url } of pressables(view.blocks))
        expect(url === '' || /^https:\/\/(marketplace\.zoom\.us|app\.stackone\.com)/.test(url)).toBe(true);
    },
  );

  it.each(['redirect_not_allowed', 'wrong_client', 'not_ready'] as const)(
    'asks, and states nothing, where only a check of Greenroom leads there: %s',
    (cause) => {
      expect(read(shown({ cause, basis: 'checks' }))).toMatch(/\*Worth a look,\* .*: whether \S.{20}/);
      expect(read(shown({ cause, basis: 'words' }))).toMatch(/\*Most likely:\* (?!whether)\S.{20}/);
    },
  );

  it.each(failureKinds)('says what happened and what to do next: %s', (how) => {
    for (const status of [null, 'pending', 'exploded']) {
      const words = read(shown({ how, status, code: null, description: null }));
      expect(words).toMatch(/\*Next:\* \S.{20}/);
      expect(words).toContain('StackOne Integration');
    }
  });

  it('says whether somebody had begun when the link ran out', () => {
    const expired = { how: 'expired', code: null, description: null } as const;
    expect(read(shown({ ...expired, status: null }))).toContain('Nobody opened the link');
    expect(read(shown({ ...expired, status: 'pending' }))).toContain('began to sign in');
    for (const [status, asks] of [
      [null, false],
      ['pending', true],
      ['Authenticated', false],
    ] as const)
      expect(read(shown({ ...expired, status })).includes("Did Zoom's page say no?")).toBe(asks);
    expect(read(shown({ ...expired, status: 'Authenticated' }))).toMatch(
      /went through, and names no account/,
    );
  });

  it('says once that it was left, and no more: nothing is likelier than that', () => {
    const cancelled = { how: 'cancelled', status: 'cancelled', code: null, description: null } as const;
    const words = read(shown({ ...cancelled, cause: 'consent_declined', basis: 'words' }));
    expect(words).toContain('was left before anybody consented');
    expect(words).not.toMatch(/Most likely|declined/);
  });

  it('names a status that it does not know', () => {
    expect(read(shown({ code: null, description: null, status: 'exploded' }))).toContain('`exploded`');
  });

  it.each(connectPurposes)('never looks like a failed check or a regression: %s', (purpose) => {
    for (const cause of [null, ...likelyCauses]) {
      const view = shown({ cause }, { purpose });
      expect(read(view)).not.toMatch(/:x:|:rotating_light:|broke|Failed/);
      expect(view.text).not.toMatch(/broke|Failed/);
    }
  });

  it('calls nobody, whatever StackOne sends', () => {
    const twisted = { code: mischief, description: mischief, status: mischief };
    for (const cause of [null, ...likelyCauses]) {
      const view = shown({ ...twisted, cause });
      read(view);
      expect(JSON.stringify(view)).not.toMatch(/<!channel>|<@U0BAD>|<https:\/\/evil|@here/);
    }
  });

  it('offers the same thing again, and for another link of an account the card', () => {
    expect(labels(shown({}, { purpose: 'link' }).blocks)).toContain('Link an account');
    expect(labels(shown({}, { purpose: 'link_again' }).blocks)).toEqual(['Show the card']);
  });
});
