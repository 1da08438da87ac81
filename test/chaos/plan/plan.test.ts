import { describe, expect, test } from 'vitest';
import { faultKinds } from './fault_kinds.ts';
import { planRun, type RunOptions } from './plan.ts';

const options: RunOptions = { seed: 7, apps: 50, replicas: 3, transport: 'http', history: true };

describe('the plan of a chaos run', () => {
  test('is the same for the same seed, and another for another one', () => {
    expect(planRun(options)).toEqual(planRun(options));
    expect(planRun({ ...options, seed: 8 })).not.toEqual(planRun(options));
  });

  test('names every app apart, and gives it people and a channel of the town', () => {
    const { apps, people, channels } = planRun(options);
    expect(new Set(apps.map(({ name }) => name)).size).toBe(50);
    for (const { owner, admin, channel, name } of apps) {
      expect(people).toContain(owner);
      expect(people).toContain(admin);
      expect(channels.map((each) => `#${each}`)).toContain(channel);
      expect(name.length).toBeLessThanOrEqual(50);
    }
  });

  test('brings every kind of fault, in the order of its steps, while people are still at work', () => {
    const { faults } = planRun(options);
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(faultKinds));
    const steps = faults.map(({ atStep }) => atStep);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(steps.at(-1)).toBeLessThanOrEqual(50 * 8);
    for (const { replica } of faults) expect(replica).toBeLessThan(3);
  });

  test('brings more faults over a longer run', () => {
    expect(planRun({ ...options, apps: 1000 }).faults.length).toBeGreaterThan(faultKinds.length * 2);
  });
});
