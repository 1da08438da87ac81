export { startZoom, type ZoomSandbox } from './start.ts';
