export { type RefusalReport, refusalReports } from './connect/refusal_reports.ts';
export type { StackOneSandbox } from './contract.ts';
export { type OddList, oddLists } from './lists/odd_list_names.ts';
export { startStackOne } from './start.ts';
