import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../src/core/scopes/catalogue/catalogue.ts';
import { type Chunks, eachInChunks, SCOPES_PER_CHUNK } from '../../../../src/core/scopes/chunks.ts';
import { parsePaste, parsingEach } from '../../../../src/core/scopes/parse/parse_paste.ts';
import { checking, checkScopes } from '../../../../src/core/scopes/verdict/check_scopes.ts';
import { convertAll, converting } from '../../../../src/core/scopes/verdict/convert_scopes.ts';

const MANY = 3_000;
const many = (scope: (at: number) => string) => Array.from({ length: MANY }, (_, at) => scope(at));
const classic = [...new Set(catalogue.scopes.flatMap((row) => row.classic))];

const lists: Readonly<Record<string, readonly string[]>> = {
  known: many((at) => catalogue.scopes[at % catalogue.scopes.length]?.scope ?? ''),
  unknown: many((at) => `meeting:read:thing_${at}:admin`),
  malformed: many((at) => `meting${at}:read:list:meetngs:admin`),
  classic: many((at) => classic[at % classic.length] ?? ''),
  'classic by shape': many((at) => `thing${at}:read:admin`),
};

/** What it came to, and how often it stopped on the way. */
function stopped<T>(steps: Chunks<T>): { readonly value: T; readonly stops: number } {
  for (let stops = 0; ; stops += 1) {
    const step = steps.next();
    if (step.done === true) return { value: step.value, stops };
  }
}

describe('a long list', () => {
  it('is worked through a few at a time, each item once and in order', () => {
    const items = Array.from({ length: MANY + 1 }, (_, at) => at);
    const worked: number[] = [];
    let before = 0;
    const steps = eachInChunks(items, (item) => worked.push(item));
    while (steps.next().done !== true) {
      expect(worked.length - before).toBeLessThanOrEqual(SCOPES_PER_CHUNK);
      before = worked.length;
    }
    expect(worked).toEqual(items);
  });

  it.each(Object.entries(lists))('of %s scopes is judged and carried over in steps', (_, list) => {
    const judged = stopped(checking(list, 'admin'));
    expect(judged.stops).toBeGreaterThanOrEqual(MANY / SCOPES_PER_CHUNK);
    expect(judged.value).toEqual(checkScopes(list, 'admin'));
    const carried = stopped(converting(list, 'user'));
    expect(carried.stops).toBeGreaterThanOrEqual(new Set(list).size / SCOPES_PER_CHUNK);
    expect(carried.value.all).toEqual(convertAll(list, 'user'));
    expect(carried.value.usual).toEqual(convertAll(list, 'user', new Set(), 'usual'));
  });

  it('is read a field at a time', () => {
    const fields = Array.from({ length: 20 }, (_, at) => `meeting:read:thing_${at}:admin`);
    const { value, stops } = stopped(parsingEach(fields));
    expect(stops).toBe(fields.length);
    expect(value).toEqual(fields.map((text) => parsePaste(text)));
  });
});
