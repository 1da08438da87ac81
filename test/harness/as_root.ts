import { describe } from 'vitest';

/** Stories of what only root can do, and only root has to care about. */
export const describeAsRoot = describe.skipIf(process.getuid?.() !== 0);
