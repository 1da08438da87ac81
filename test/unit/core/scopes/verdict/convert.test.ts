import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { convertAll } from '../../../../../src/core/scopes/verdict/convert_scopes.ts';

describe('converting', () => {
  it('carries scopes over in both directions', () => {
    expect(convertAll(['meeting:read:meeting', 'user:read:user:admin'], 'admin')).toEqual({
      converted: ['meeting:read:meeting:admin', 'user:read:user:admin'],
      changed: [{ from: 'meeting:read:meeting', to: 'meeting:read:meeting:admin' }],
      without: [],
    });
    expect(convertAll(['meeting:read:meeting:admin'], 'user').converted).toEqual(['meeting:read:meeting']);
  });

  it('carries a master scope over', () => {
    expect(convertAll(['meeting:read:meeting:master'], 'admin').converted).toEqual([
      'meeting:read:meeting:admin',
    ]);
  });

  it('turns a classic scope into all granular ones that it covered', () => {
    const { converted, changed } = convertAll(['meeting:read:admin'], 'admin');
    expect(converted).toEqual(
      catalogue
        .replacing('meeting:read:admin')
        .map((row) => row.scope)
        .sort(),
    );
    expect(changed).toHaveLength(27);
    expect(convertAll(['meeting:read'], 'admin').converted).toContain('meeting:read:meeting:admin');
  });

  it.each([
    ['user:read:list_users:admin', 'user', 'other_type_only'],
    ['account:delete:sub_account:master', 'admin', 'master_only'],
    ['marketplace:update:client_secret', 'admin', 'app_owned'],
    ['imchat:bot', 'user', 'special'],
    ['nobody:read', 'user', 'unknown'],
    ['foo:read:bar', 'admin', 'unknown'],
    ['what', 'admin', 'malformed'],
  ] as const)('leaves out %s for %s: %s', (scope, to, why) => {
    expect(convertAll([scope], to)).toEqual({ converted: [], changed: [], without: [{ scope, why }] });
  });

  it('keeps a confirmed unknown scope whose suffix fits, and makes up no counterpart', () => {
    const confirmed = new Set(['foo:read:bar']);
    expect(convertAll(['foo:read:bar'], 'user', confirmed).converted).toEqual(['foo:read:bar']);
    expect(convertAll(['foo:read:bar'], 'admin', confirmed).converted).toEqual([]);
  });

  it('keeps a special scope that Zoom may still allow', () => {
    expect(convertAll(['imchat:userapp', 'zoomapp:inmeeting'], 'admin').converted).toHaveLength(2);
  });
});

describe('the usual part of a classic scope', () => {
  it('is the thing itself and its list, a part of all that it allowed', () => {
    const all = convertAll(['meeting:read:admin'], 'admin').converted;
    const usual = convertAll(['meeting:read:admin'], 'admin', new Set(), 'usual').converted;
    expect(usual).toEqual(['meeting:read:list_meetings:admin', 'meeting:read:meeting:admin']);
    expect(all).toEqual(expect.arrayContaining([...usual]));
  });

  it('is all of it where nothing carries its name', () => {
    const all = convertAll(['dashboard_crc:read:admin'], 'admin').converted;
    const usual = convertAll(['dashboard_crc:read:admin'], 'admin', new Set(), 'usual').converted;
    expect(usual).toEqual(all);
    expect(all.length).toBeGreaterThan(0);
  });

  it('changes nothing about granular scopes', () => {
    expect(convertAll(['report:read:user:admin'], 'admin', new Set(), 'usual').converted).toEqual([
      'report:read:user:admin',
    ]);
  });
});
