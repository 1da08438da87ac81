export type { StackOneSandbox } from './contract.ts';
export { startStackOne } from './start.ts';
