import { describe, expect, it } from 'vitest';
import { asOk } from '../../../src/cli/doctor/finding.ts';
import { reasonIn, runProbes } from '../../../src/cli/doctor/run_probes.ts';

const fine = { check: 'fine', run: async () => [asOk('fine', 'well')] };

describe('probes', () => {
  it('that fail or never answer hide no other, and the order stays', async () => {
    const probes = [
      { check: 'silent', run: () => new Promise<never>(() => {}) },
      fine,
      {
        check: 'thrown',
        run: () => {
          throw new Error('out of order');
        },
      },
      { check: 'rejected', run: () => Promise.reject(new TypeError('no way')) },
    ];
    const findings = await runProbes(probes, 20);
    expect(findings.map(({ check, status }) => `${check}: ${status}`)).toEqual([
      'silent: problem',
      'fine: ok',
      'thrown: problem',
      'rejected: problem',
    ]);
    expect(findings[0]?.what).toBe('no answer within 0.02 s');
    expect(findings[2]?.what).toContain('out of order');
  });

  it('run side by side', async () => {
    let arrived = 0;
    let release = () => {};
    const all = new Promise<void>((resolve) => {
      release = resolve;
    });
    const run = async () => {
      arrived += 1;
      if (arrived === 3) release();
      await all;
      return [];
    };
    const probes = ['a', 'b', 'c'].map((check) => ({ check, run }));
    expect(await runProbes(probes, 60_000)).toEqual([]);
  });
});

describe('the reason of a failure', () => {
  const coded = (code: string) => Object.assign(new Error('words'), { code });
  it.each([
    ['a code', coded('ECONNREFUSED'), 'ECONNREFUSED'],
    ['a cause', new TypeError('fetch failed', { cause: coded('ENOTFOUND') }), 'ENOTFOUND'],
    ['several addresses', new AggregateError([coded('ETIMEDOUT'), coded('EACCES')]), 'ETIMEDOUT'],
    ['words on two lines', new Error('one\n  two'), 'one two'],
    ['no words', new RangeError(''), 'RangeError'],
    ['no error', 'broken', 'broken'],
    ['too many words', new Error('x'.repeat(1_000)), 'x'.repeat(200)],
  ])('is on one line and bounded: %s', (_what, error, reason) => {
    expect(reasonIn(error)).toBe(reason);
  });
});
