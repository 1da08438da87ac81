import type { StackOneSandbox } from '../../../sandbox/simulators/stackone/index.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { createStackOne, type StackOne, type StackOneOptions } from '../../../src/stackone/stackone.ts';

/** The client against the simulated StackOne, without the distance it keeps between two questions. */
export function connect(sandbox: StackOneSandbox, options: Partial<StackOneOptions> = {}): StackOne {
  return createStackOne({
    apiUrl: sandbox.url,
    apiKey: new Secret(sandbox.apiKey),
    version: '1.2.3',
    clock: { now: () => new Date() },
    minIntervalMs: 0,
    ...options,
  });
}
