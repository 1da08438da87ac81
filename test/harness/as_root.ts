import { describeWith } from './needs.ts';

/** Stories of what only root can do, and only root has to care about. */
export const describeAsRoot = describeWith('root');
