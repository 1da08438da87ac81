/** Waits `ms` milliseconds (true), or until the signal is aborted (false): at once when it already is. */
export function wait(ms: number, signal?: AbortSignal): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const abort = () => end(false);
    const timer = setTimeout(() => end(true), ms);
    const end = (isOver: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      resolve(isOver);
    };
    signal?.addEventListener('abort', abort);
  });
}
