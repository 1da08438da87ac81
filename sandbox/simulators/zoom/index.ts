export { type TokenAnswer, tokenAnswerNames } from './answer_names.ts';
export { startZoom, type ZoomSandbox } from './start.ts';
