import { describe, expect, it } from 'vitest';
import { parsePaste } from '../../../../../../src/core/scopes/parse/parse_paste.ts';
import { checkScopes } from '../../../../../../src/core/scopes/verdict/check_scopes.ts';
import { correctedList } from '../../../../../../src/core/scopes/verdict/corrected_list.ts';
import type {
  ScopeVerdict,
  UnknownVerdict,
} from '../../../../../../src/core/scopes/verdict/verdict_types.ts';
import { adminClassicLists } from './admin_classic.ts';
import { adminGranularLists } from './admin_granular.ts';
import type { PrintedList } from './printed_list.ts';
import { snippets } from './snippets.ts';
import { userLists } from './user.ts';

const lists: readonly PrintedList[] = [...adminGranularLists, ...adminClassicLists, ...userLists];

function shortly(verdict: ScopeVerdict): string {
  switch (verdict.kind) {
    case 'duplicate':
      return 'repeat';
    case 'classic':
      return verdict.severity === 'error' ? 'classic, not here' : 'classic';
    case 'wrong_level':
    case 'master':
      return verdict.right === undefined ? 'no form here' : `-> ${verdict.right}`;
    case 'malformed':
      return verdict.suggestion === undefined ? 'malformed' : `-> ${verdict.suggestion}`;
    case 'unknown':
      return unknownShortly(verdict);
    default:
      return verdict.kind;
  }
}

function unknownShortly(verdict: UnknownVerdict): string {
  const { near } = verdict;
  if (near !== undefined) return `unknown, near ${near}`;
  return verdict.knownAs.length === 0 ? 'unknown' : `unknown, known as ${verdict.knownAs.join(' ')}`;
}

describe('lists that public set-up guides print', () => {
  it.each(lists)('$vendor ($source) is judged right in every line', ({ printed, app, right }) => {
    const { verdicts } = checkScopes(parsePaste(printed), app);
    expect(verdicts.map((verdict) => [verdict.scope, shortly(verdict)])).toEqual(right);
  });

  it.each(lists)('$vendor ($source) has a corrected list that Zoom would take', ({ printed, app }) => {
    const report = checkScopes(parsePaste(printed), app);
    const { scopes } = correctedList(report);
    expect(checkScopes(scopes, app).passes || scopes.length === 0).toBe(true);
  });

  it('come from more than twenty vendors, for both kinds of apps', () => {
    expect(new Set(lists.map(({ vendor }) => vendor)).size).toBeGreaterThan(20);
    expect(new Set(lists.map(({ app }) => app)).size).toBe(2);
  });
});

describe('pages that print scopes', () => {
  it.each(snippets)('are read right: $how', ({ text, scopes }) => {
    const found = parsePaste(text).found.map(({ normalised }) => normalised);
    const { verdicts } = checkScopes(found, 'admin');
    const read = verdicts.map((verdict) =>
      verdict.kind === 'malformed' ? `!${verdict.suggestion ?? verdict.scope}` : verdict.scope,
    );
    expect(read).toEqual(scopes);
  });
});
