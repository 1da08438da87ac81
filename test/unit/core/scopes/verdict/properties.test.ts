import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../src/core/scopes/catalogue/catalogue.ts';
import { readShape, writeShape } from '../../../../../src/core/scopes/grammar/scope_shape.ts';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';
import { convertAll } from '../../../../../src/core/scopes/verdict/convert_scopes.ts';
import type { ScopeVerdict } from '../../../../../src/core/scopes/verdict/verdict_types.ts';

const type = fc.constantFrom('admin' as const, 'user' as const);
const known = fc.constantFrom(...catalogue.scopes.map((row) => row.scope));
const classic = fc.constantFrom(...new Set(catalogue.scopes.flatMap((row) => row.classic)));
const word = fc.stringMatching(/^[a-z][a-z_]{0,10}[a-z]$/);
const action = fc.constantFrom('read', 'write', 'update', 'delete', 'patch', 'list');
const suffix = fc.constantFrom('', ':admin', ':master', ':user');
const madeUp = fc.tuple(word, action, word, suffix).map(([a, b, c, end]) => `${a}:${b}:${c}${end}`);
const damaged = fc
  .tuple(known, fc.nat(60), fc.constantFrom('', 'x', '-', '*', 'е', ':', ' ', 'A'))
  .map(([scope, at, stroke]) => scope.slice(0, at) + stroke + scope.slice(at + 1));
const anyScope = fc.oneof(known, classic, madeUp, damaged, fc.string());
const lists = fc.array(anyScope, { maxLength: 30 });

/** What a person does who follows every piece of advice. */
function followed(verdict: ScopeVerdict): readonly string[] {
  switch (verdict.kind) {
    case 'wrong_level':
    case 'master':
      return verdict.right === undefined ? [] : [verdict.right];
    case 'malformed':
      return verdict.suggestion === undefined ? [] : [verdict.suggestion];
    case 'classic':
      return verdict.suggestions;
    case 'app_owned':
      return [];
    default:
      return verdict.severity === 'error' ? [] : [verdict.scope];
  }
}

/** For a machine that has much else to do: nothing here is timed. */
const busyMachine = { timeout: 120_000 };

describe('whatever the list', busyMachine, () => {
  it('what is written in the shape of a scope reads back the same', () => {
    fc.assert(
      fc.property(fc.oneof(known, madeUp), (scope) => {
        const shape = readShape(scope);
        if (shape !== undefined) expect(writeShape(shape)).toBe(scope);
      }),
    );
  });

  it('a list printed in any way is found again', () => {
    const gap = fc.constantFrom('\n', ', ', ' ', ';', '\r\n- ', '\n* ', '", "', '\u00a0', ' | ', '\n3. ');
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 20 }), gap, (scopes, between) => {
        expect(parsePaste(scopes.join(between)).found.map((scope) => scope.normalised)).toEqual(scopes);
      }),
    );
  });

  it('converting twice changes nothing more, and the result passes', () => {
    fc.assert(
      fc.property(lists, type, (scopes, to) => {
        const { converted } = convertAll(scopes, to);
        expect(convertAll(converted, to)).toEqual({ converted, changed: [], without: [] });
        expect(checkScopes(converted, to)).toMatchObject({
          blocking: [],
          toConfirm: [],
          accepted: converted,
        });
      }),
    );
  });

  it('a list corrected by the advice passes', () => {
    fc.assert(
      fc.property(lists, type, (scopes, to) => {
        let current: readonly string[] = scopes;
        for (let round = 0; round < 3; round += 1)
          current = checkScopes(current, to).verdicts.flatMap(followed);
        const waiting = checkScopes(current, to).toConfirm.map((verdict) => verdict.scope);
        const report = checkScopes(current, to, new Set(waiting));
        expect(report.blocking).toEqual([]);
        expect(report.passes).toBe(!report.empty);
      }),
    );
  });

  it('neither order nor repeats matter', () => {
    fc.assert(
      fc.property(lists, lists, type, (scopes, again, to) => {
        const twice = [...scopes, ...again.filter((scope) => scopes.includes(scope)), ...scopes].reverse();
        const [one, other] = [checkScopes(scopes, to), checkScopes(twice, to)];
        const names = (verdicts: readonly ScopeVerdict[]) =>
          verdicts.map((verdict) => `${verdict.scope} ${verdict.kind}`).sort();
        expect(other.accepted).toEqual(one.accepted);
        expect(names(other.blocking)).toEqual(names(one.blocking));
        expect(names(other.toConfirm)).toEqual(names(one.toConfirm));
        expect([other.mixed, other.empty, other.passes]).toEqual([one.mixed, one.empty, one.passes]);
      }),
    );
  });

  it('an accepted list passes when it is checked again', () => {
    fc.assert(
      fc.property(lists, type, (scopes, to) => {
        const { accepted } = checkScopes(scopes, to);
        expect(checkScopes(accepted, to)).toMatchObject({ accepted, blocking: [], toConfirm: [] });
      }),
    );
  });

  it('nothing that is pasted makes anything throw, and positions point into the paste', () => {
    const noise = fc.array(fc.oneof(anyScope, fc.string({ unit: 'binary' }), fc.json()), { maxLength: 12 });
    fc.assert(
      fc.property(
        noise,
        fc.constantFrom(' ', '\n', ':', '', '%20', '<b>', '{'),
        type,
        (parts, between, to) => {
          const text = parts.join(between);
          const paste = parsePaste(text);
          for (const scope of paste.found)
            expect(text.slice(scope.position, scope.position + scope.text.length)).toBe(scope.text);
          checkScopes(paste, to);
        },
      ),
    );
  });
});
