import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../src/cli/output.ts';

const failingWith = (code: string) =>
  new Writable({
    autoDestroy: false,
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('cannot write'), { code })),
  });

describe('the output of a command', () => {
  it('is waited for, however slow its reader is', async () => {
    const read: string[] = [];
    const slow = new Writable({
      write(chunk, _encoding, done) {
        setImmediate(() => {
          read.push(String(chunk));
          done();
        });
      },
    });
    const output = createOutput(() => slow);
    const texts = Array.from({ length: 50 }, (_, index) => `${index} ${'x'.repeat(10_000)}\n`);
    for (const text of texts) output.write(text);
    expect(await output.written()).toBe(true);
    expect(read.join('')).toBe(texts.join(''));
  });

  it.each([
    ['EPIPE', true],
    ['ENOSPC', false],
    ['EIO', false],
  ])(
    'does not end the process when it fails with %s, and says whether that is a loss',
    async (code, whole) => {
      const output = createOutput(() => failingWith(code));
      output.write('one');
      await new Promise((resolve) => setImmediate(resolve));
      output.write('two');
      expect(await output.written()).toBe(whole);
    },
  );

  it('opens nothing while nothing is written', async () => {
    const output = createOutput(() => {
      throw new Error('opened');
    });
    expect(await output.written()).toBe(true);
  });
});
