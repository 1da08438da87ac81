import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emoji } from '../../../../sandbox/page/src/text/emoji.ts';

const src = join(import.meta.dirname, '../../../../src/slack');

/** What a text of Greenroom's begins with: `:key: Ana …`, in quotes or after a line break. */
const atStart = /(?<=['"`]|\\n):([a-z][a-z0-9_+-]+):(?=[ '"`])/g;

test('the page draws every emoji of which a message of Greenroom is made', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const used = files.flatMap((file) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(atStart)].map(([, name = '']) => name),
  );
  expect(used.length).toBeGreaterThan(30);
  expect([...new Set(used)].filter((name) => !Object.hasOwn(emoji, name))).toEqual([]);
});
