export type { StackOneSandbox } from './contract.ts';
export { type OddList, oddLists } from './odd_lists.ts';
export { startStackOne } from './start.ts';
