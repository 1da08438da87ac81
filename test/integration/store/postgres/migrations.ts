import { fileURLToPath } from 'node:url';

/** Two little tables, so that these tests need none of the project's own. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
