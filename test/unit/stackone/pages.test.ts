import { expect, test } from 'vitest';
import { readPages } from '../../../src/stackone/pages.ts';

test('a listing whose every page brings something new is not read for ever', async () => {
  let asked = 0;
  const read = await readPages(async (number) => {
    asked += 1;
    return { kind: 'page', page: { items: [{ id: `row ${number}` }] } };
  });
  expect(read).toEqual({ kind: 'unavailable', why: 'unexpected_reply' });
  expect(asked).toBe(400);
});

test('ten thousand rows are read once', async () => {
  let asked = 0;
  const read = await readPages(async (number) => {
    asked += 1;
    const items = Array.from({ length: 25 }, (_, n) => ({ id: `row ${number}-${n}` }));
    return { kind: 'page', page: { items, total: 10_000 } };
  });
  expect(read.kind === 'items' && read.items).toHaveLength(10_000);
  expect(asked).toBe(400);
});
