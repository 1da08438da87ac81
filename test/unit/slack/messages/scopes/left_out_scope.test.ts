import { expect, it } from 'vitest';
import type { WithoutReason } from '../../../../../src/core/scopes/verdict/convert_scopes.ts';
import { asMrkdwn } from '../../../../../src/slack/blocks/phrase.ts';
import { explainLeftOut } from '../../../../../src/slack/messages/scopes/left_out_scope.ts';

const reasons: Readonly<Record<WithoutReason, string>> = {
  other_type_only: 'exists only for user-managed apps',
  master_only: 'exists only for owners of a Zoom master account',
  app_owned: 'belongs to the app itself (client credentials)',
  special: 'is not for admin-managed apps',
  classic_unmapped: 'is a classic scope with no known granular scope for admin-managed apps',
  unknown: 'is not in the catalogue, so Greenroom cannot tell its form for admin-managed apps',
  malformed: 'is not written like a scope',
};

it('says of a scope that a conversion left out why', () => {
  const said = Object.keys(reasons).map((why) => {
    const code = why as WithoutReason;
    return asMrkdwn(explainLeftOut({ scope: 'a:read:b', why: code }, 'admin'));
  });
  expect(said).toEqual(Object.values(reasons).map((words) => `\`a:read:b\` ${words}.`));
});

it('names the other kind of app in a conversion to user-managed', () => {
  const left = { scope: 'user:read:list_users:admin', why: 'other_type_only' } as const;
  expect(asMrkdwn(explainLeftOut(left, 'user'))).toBe(
    '`user:read:list_users:admin` exists only for admin-managed apps.',
  );
});
