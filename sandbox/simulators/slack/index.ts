export type * from './contract.ts';
export { CannotDo } from './person/refusal.ts';
export { renderBlocks } from './render/blocks.ts';
export { openSlack, startSlack } from './start.ts';
export { acme, acmeConnected, acmeGroup, acmeOrganisation, globex } from './workspaces.ts';
