import { createRequire } from 'node:module';

/** The version in package.json, which lies one folder above this file in the source and in the build. */
const manifest: unknown = createRequire(import.meta.url)('../package.json');

export const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
