export type { StackOneSandbox } from './contract.ts';
export { type StackOneSandboxOptions, startStackOne } from './start.ts';
