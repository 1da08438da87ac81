export { type TokenAnswer, tokenAnswers } from './answers.ts';
export { startZoom, type ZoomSandbox } from './start.ts';
