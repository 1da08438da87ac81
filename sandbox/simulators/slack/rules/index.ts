export { type AckKind, checkAck } from './ack.ts';
export type { Surface } from './blocks/surfaces.ts';
export { checkBlocks } from './check_blocks.ts';
export { checkManifest } from './manifest/manifest.ts';
export { checkMessage } from './message.ts';
export { checkView } from './view.ts';
export { type Refusal, slackMessage, type Violation } from './violation.ts';
