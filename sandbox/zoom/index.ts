export { startZoom, type ZoomSandbox, type ZoomSandboxOptions } from './start.ts';
