import type { Writable } from 'node:stream';

/** Where a command's lines go: stdout or stderr. */
export interface Output {
  write(text: string): void;
  /** Resolves when everything was written, or cannot be; false when some of it was lost. */
  written(): Promise<boolean>;
}

/**
 * Writes to a stream of the process. A failure is remembered and does not end the process: what a command has begun, it
 * finishes. A reader that went away (`| head`) wanted no more, so nothing is lost then. `open` is called at the first write:
 * opening a pipe changes it for everybody who writes to it, the log included.
 */
export function createOutput(open: () => Writable): Output {
  let stream: Writable | null = null;
  let lost = false;
  const opened = () => {
    const writable = open();
    writable.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') lost = true;
    });
    return writable;
  };
  return {
    write(text) {
      stream ??= opened();
      stream.write(text);
    },
    async written() {
      const last = stream;
      if (last === null) return true;
      // What is written is written in order; a stream that has failed may never answer.
      if (last.errored === null) await new Promise((resolve) => last.write('', resolve));
      // The listener above comes after the answer.
      await new Promise((resolve) => setImmediate(resolve));
      return !lost;
    },
  };
}
