import type { Log } from './log.ts';

export interface Lifecycle {
  /** `close` is called at the end: what was opened last is closed first. */
  onClose(close: () => Promise<unknown>): void;
  /** Closes everything. A second caller waits for the first: when this resolves the process may end. */
  close(): Promise<void>;
}

/** What was opened is closed in the opposite order. A failure is logged, and the rest is closed all the same. */
export function createLifecycle(log: Log): Lifecycle {
  const closers: (() => Promise<unknown>)[] = [];
  let closed = Promise.resolve();
  const closeAll = async () => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
      try {
        await close();
      } catch (error) {
        log.warn({ err: error }, 'Could not close everything');
      }
    }
  };
  return {
    onClose: (close) => void closers.push(close),
    close() {
      closed = closed.then(closeAll);
      return closed;
    },
  };
}
