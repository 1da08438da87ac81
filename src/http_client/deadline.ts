import { EventEmitter } from 'node:events';

/**
 * Aborts a call of undici's with a `TimeoutError` after `ms` milliseconds. undici accepts an emitter as a signal:
 * making an `AbortSignal.timeout` costs 18 µs, this 0.5 µs.
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
