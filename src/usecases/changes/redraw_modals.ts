import type { ConnectSessionEnded, Context } from './context.ts';

/**
 * Takes connect links that are over out of the modals that show them; after the commit that ended them. One that cannot be redrawn is
 * named in the log: what it would say is stored and sent as messages.
 */
export async function redrawModals(
  ctx: Pick<Context, 'connectSessionEnded' | 'log'>,
  ended: readonly ConnectSessionEnded[],
): Promise<void> {
  const redraw = async (one: ConnectSessionEnded) => {
    try {
      await ctx.connectSessionEnded?.(one);
    } catch (error) {
      const { sessionId } = one;
      ctx.log.warn({ err: error, sessionId }, 'A modal still shows a connect link that is over');
    }
  };
  await Promise.all(ended.map(redraw));
}
