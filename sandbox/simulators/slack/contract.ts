/** The interface of the simulated Slack for stories and the page. Everything else in this folder is internal. */
export type * from './contract/faults.ts';
export type * from './contract/inspector.ts';
export type * from './contract/options.ts';
export type * from './contract/person.ts';
export type * from './contract/surfaces.ts';
export type * from './contract/workspace.ts';
