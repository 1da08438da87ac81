import { describe, expect, test } from 'vitest';
import { isName } from '../../../../src/core/apps/app_name.ts';
import { finish } from '../../../../src/core/scopes/chunks.ts';
import type { Typed } from '../../../../src/slack/requests/requests.ts';
import { basicsErrors } from '../../../../src/slack/views/basics_errors.ts';
import type { Basics } from '../../../../src/slack/views/basics_fields.ts';
import { readPairs } from '../../../../src/slack/views/credentials/read_credentials.ts';
import { stepToDo } from '../../../../src/slack/views/register/registration_steps.ts';
import { judging } from '../../../../src/slack/views/scopes/judge_typed_scopes.ts';

const asked = ['name', 'managementType', 'environments', 'owners', 'channel', 'purpose'] as const;
const fine: Basics = {
  name: 'Acme',
  managementType: 'admin',
  environments: ['development'],
  owners: ['U1'],
  channelId: 'C1',
  purpose: '',
};

/** Slack's client keeps these limits too; a request need not come from it. */
describe('what a field of the registration may hold', () => {
  test.each<[string, Partial<Basics>, readonly string[]]>([
    ['a name of 50 characters', { name: 'x'.repeat(50) }, []],
    ['a name of 50 emoji, 100 UTF-16 units', { name: `a${'🦜'.repeat(49)}` }, []],
    ['a name of 51 characters', { name: 'x'.repeat(51) }, ['name']],
    ['a name of 2,950 characters', { name: 'x'.repeat(2_950) }, ['name']],
    ['a purpose of 500 characters', { purpose: '🦜'.repeat(500) }, []],
    ['a purpose of 501 characters', { purpose: 'x'.repeat(501) }, ['purpose']],
    ['31 owners', { owners: Array.from({ length: 31 }, (_, i) => `U${i}`) }, ['owners']],
  ])('%s', (_what, given, blocks) => {
    expect(Object.keys(basicsErrors({ ...fine, ...given }, 0, asked))).toEqual(blocks);
  });

  const text = (value: string): Typed => ({
    text: value,
    option: null,
    options: [],
    users: [],
    conversation: null,
    date: null,
  });

  test.each([
    [
      'a client ID',
      { client_id_development: text('x'.repeat(201)), client_secret_development: text('s') },
      'client_id_development',
    ],
    [
      'a client secret',
      { client_id_development: text('x'), client_secret_development: text('s'.repeat(201)) },
      'client_secret_development',
    ],
  ])('%s of 201 characters is refused at its field', (_what, typed, block) => {
    const pairs = readPairs(typed, { kinds: ['development'], policy: 'ask' });
    expect(pairs.ok ? [] : Object.keys(pairs.error)).toEqual([block]);
  });

  test('a scope description of 1,001 characters is refused at its field', () => {
    const form = { managementType: 'admin', fields: 1, round: 0 } as const;
    const typed = {
      picked: ['user:read:user:admin'],
      pasted: [],
      description: 'd'.repeat(1_001),
      confirmedMark: null,
    };
    expect(Object.keys(finish(judging(form, typed)).errors)).toEqual(['scope_description']);
    expect(finish(judging(form, { ...typed, description: '🦜'.repeat(1_000) })).errors).toEqual({});
  });

  test('a draft that holds more goes on at the field that has to be shortened', async () => {
    const answers = {
      ...fine,
      channelId: 'C1',
      managementType: 'admin',
      clientIds: { development: 'x' },
    } as const;
    const scopes = { pickedScopes: ['user:read:user:admin'] };
    const at = (more: object) =>
      stepToDo({
        draftId: 'd',
        kept: ['development'],
        policy: 'ask',
        answers: { ...answers, ...scopes, ...more },
      });
    expect(await at({})).toBe('review');
    expect(await at({ name: 'x'.repeat(51) })).toBe('basics');
    expect(await at({ scopeDescription: 'd'.repeat(1_001) })).toBe('scopes');
    expect(isName('x'.repeat(51))).toBe(false);
  });
});
