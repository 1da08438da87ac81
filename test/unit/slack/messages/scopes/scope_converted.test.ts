import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { packScopes } from '../../../../../src/core/scopes/catalogue/packed_scopes.ts';
import { finish } from '../../../../../src/core/scopes/chunks.ts';
import { converting } from '../../../../../src/core/scopes/verdict/convert_scopes.ts';
import { convertedMessage } from '../../../../../src/slack/messages/scopes/scope_converted.ts';
import { useScopesView } from '../../../../../src/slack/views/use_scopes_view.ts';
import { read } from '../reading.ts';
import { mischief } from '../samples.ts';

const converted = (scopes: readonly string[], to: 'admin' | 'user') =>
  convertedMessage(finish(converting(scopes, to)), to);
const all = catalogue.scopes.map(({ scope }) => scope);
const classic = [...new Set(catalogue.scopes.flatMap((row) => row.classic))];

describe('the converted list', () => {
  it('says what became of each scope, what was left out and why, and what would be enough', () => {
    const scopes = [
      'meeting:read:meeting:admin',
      'user:read:list_users:admin',
      'recording:read:admin',
      'nonsense',
    ];
    expect(read(converted(scopes, 'user'))).toMatchSnapshot();
  });

  it('fits everything there is with its buttons, and shows hostile text as text', () => {
    for (const scopes of [all, classic, [mischief], Array.from({ length: 3000 }, (_, i) => `a:read:b_${i}`)])
      for (const to of ['admin', 'user'] as const) {
        const text = read(converted(scopes, to));
        expect(text.length).toBeLessThan(13_200);
        expect(text).toContain('Catalogue of Zoom scopes');
      }
    expect(read(converted(all, 'user'))).toContain('[Use this list]');
  });

  it('puts into words only what it shows of what had to be left out', () => {
    let explained = 0;
    const without = Array.from({ length: 3000 }, (_, i) => ({
      scope: `a:read:b_${i}`,
      get why() {
        explained += 1;
        return 'unknown' as const;
      },
    }));
    const conversion = { converted: [], changed: [], without };
    expect(read(convertedMessage({ all: conversion, usual: conversion }, 'user'))).toContain('2988 more');
    expect(explained).toBe(12);
  });

  it('can be used as a whole, however long it is', () => {
    const admin = all.filter((scope) => scope.endsWith(':admin') && !scope.includes(' '));
    const packed = packScopes(admin, 2000) ?? '';
    const view = JSON.stringify(useScopesView({ managementType: 'admin', packed }, []));
    expect(view).toContain('Register a Zoom app with it');
    expect(view).toContain(admin.at(-1) ?? '');
    expect(view.length).toBeLessThan(250_000);
    expect(view).not.toContain('more than Slack can show');
  });
});
