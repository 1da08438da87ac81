import { expect, it } from 'vitest';
import { catalogue } from '../../../../src/core/scopes/catalogue/catalogue.ts';
import { warmUps } from '../../../../src/core/scopes/warm_up.ts';

it('what is built at first use can be built before, in any order and more than once', () => {
  for (const build of [...warmUps, ...[...warmUps].reverse()]) expect(build).not.toThrow();
  expect(catalogue.scopes.length).toBeGreaterThan(1_000);
});
