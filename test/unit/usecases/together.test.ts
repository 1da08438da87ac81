import { describe, expect, test } from 'vitest';
import { onceEach, together } from '../../../src/usecases/changes/batch_loader.ts';
import { until } from '../../harness/until.ts';

/** A look that ends when it is told to, and what it was asked. */
function slowLook() {
  const asked: (readonly string[])[] = [];
  const ends: ((fails?: boolean) => void)[] = [];
  const look = (questions: readonly string[]) => {
    asked.push(questions);
    return new Promise<readonly string[]>((resolve, reject) => {
      ends.push((fails) => (fails ? reject(new Error('down')) : resolve(questions.map((one) => `${one}!`))));
    });
  };
  return { asked, ends, ask: together(look) };
}

describe('questions that are asked together', () => {
  test('one that comes alone is looked at at once', async () => {
    const { asked, ends, ask } = slowLook();
    const answer = ask('a');
    expect(asked).toEqual([['a']]);
    ends[0]?.();
    expect(await answer).toBe('a!');
  });

  test('those that come meanwhile share the next look, each with its own answer, and never an older one', async () => {
    const { asked, ends, ask } = slowLook();
    const answers = ['a', 'b', 'c', 'd', 'c'].map(ask);
    expect(asked).toEqual([['a']]);
    ends[0]?.();
    expect(await answers[0]).toBe('a!');
    await until(() => asked.length === 2);
    expect(asked[1]).toEqual(['b', 'c', 'd', 'c']);
    ends[1]?.();
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'c!']);
    const later = ask('e');
    ends[2]?.();
    expect(await later).toBe('e!');
  });

  test('beside a look that hangs another begins, but no third; when all have ended it goes on as before', async () => {
    const { asked, ends, ask } = slowLook();
    const answers = ['a', 'b'].map(ask);
    await until(() => asked.length === 2);
    answers.push(ask('c'));
    expect(asked).toEqual([['a'], ['b']]);
    ends[1]?.();
    expect(await answers[1]).toBe('b!');
    await until(() => asked.length === 3);
    ends[2]?.();
    expect(await answers[2]).toBe('c!');
    ends[0]?.();
    expect(await answers[0]).toBe('a!');
    const later = ['d', 'e'].map(ask);
    expect(asked.slice(3)).toEqual([['d']]);
    ends[3]?.();
    await until(() => asked.length === 5);
    ends[4]?.();
    expect(await Promise.all(later)).toEqual(['d!', 'e!']);
  });

  test('a great many are answered in several looks', async () => {
    const sizes: number[] = [];
    const ask = together(async (questions: readonly number[]) => {
      sizes.push(questions.length);
      await Promise.resolve();
      return questions;
    });
    const numbers = Array.from({ length: 1_000 }, (_, number) => number);
    expect(await Promise.all(numbers.map(ask))).toEqual(numbers);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  });

  test('one that cannot be answered spoils only itself', async () => {
    const ask = together(async (questions: readonly string[]) => {
      await Promise.resolve();
      if (questions.includes('bad')) throw new Error('bad question');
      return questions;
    });
    const results = await Promise.allSettled(['a', 'b', 'c', 'bad', 'd'].map(ask));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  test('after a failure the next ones are answered again', async () => {
    const { ends, ask } = slowLook();
    const failed = ask('a');
    ends[0]?.(true);
    await expect(failed).rejects.toThrow('down');
    const answer = ask('b');
    ends[1]?.();
    expect(await answer).toBe('b!');
  });

  test('equal ones cost one answer', async () => {
    const asked: unknown[] = [];
    const look = onceEach(async (question: { words: string }) => {
      asked.push(question);
      return question.words.length;
    });
    expect(await look([{ words: 'ab' }, { words: '' }, { words: 'ab' }])).toEqual([2, 0, 2]);
    expect(asked).toEqual([{ words: 'ab' }, { words: '' }]);
  });
});

test('while the database is away each learns it from the one look: nobody asks again in vain', async () => {
  let looks = 0;
  const ask = together<string, string>(async () => {
    looks += 1;
    throw new Error('Connection terminated');
  });
  const ends = await Promise.allSettled(['a', 'b', 'c', 'd'].map(ask));
  expect(ends.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  // The first begins at once; the others share the second.
  expect(looks).toBe(2);
});
