import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/core/scopes/catalogue.ts';
import { packScopes } from '../../../src/core/scopes/packed.ts';
import { convertedMessage } from '../../../src/slack/messages/scope_converted.ts';
import { useScopesView } from '../../../src/slack/modals/use_scopes.ts';
import { read } from './reading.ts';
import { mischief } from './samples.ts';

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
    expect(read(convertedMessage(scopes, 'user'))).toMatchSnapshot();
  });

  it('fits everything there is with its buttons, and shows hostile text as text', () => {
    for (const scopes of [all, classic, [mischief], Array.from({ length: 3000 }, (_, i) => `a:read:b_${i}`)])
      for (const to of ['admin', 'user'] as const) {
        const text = read(convertedMessage(scopes, to));
        expect(text.length).toBeLessThan(13_200);
        expect(text).toContain('Catalogue of Zoom scopes');
      }
    expect(read(convertedMessage(all, 'user'))).toContain('[Use this list]');
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
