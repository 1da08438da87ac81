import type { Context } from '../../../src/usecases/changes/context.ts';

/** A context in which `meanwhile` is done by somebody else just before a change gets the lock of its workspace. */
export function overtaken(ctx: Context, meanwhile: () => Promise<unknown>): Context {
  const mutex: Context['db']['mutex'] = async (key, work) => {
    await meanwhile();
    return ctx.db.mutex(key, work);
  };
  return { ...ctx, db: { ...ctx.db, mutex } };
}
