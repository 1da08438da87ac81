export interface BatchLoaderOptions {
  /** Keys in one batch at most. */
  readonly maxBatch?: number;
  /** After a failed batch: whether each key is loaded alone, so that one cannot spoil the others. Default: no. */
  readonly retryEach?: (error: unknown) => boolean;
  /** Callers that wait for a batch at most; a further one is rejected at once. */
  readonly maxQueue?: number;
  /** What that one gets. */
  readonly queueFullError?: () => Error;
}

interface Caller<Key, Value> {
  readonly key: Key;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

type LoadBatch<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

/** One batch runs at a time, so that each serves many callers. A batch that takes longer allows another beside it. */
const SLOW_MS = 100;
const MAX_BATCHES = 2;
/** More than any burst that can be answered before Slack stops waiting. */
const MAX_QUEUE = 10_000;

/**
 * Answers many callers at the same time with one query. A batch begins at the end of an iteration of the event loop, with all calls
 * until then; a call while a batch runs waits for the next one: no caller gets a value from before its call. `loadBatch` returns
 * the values in the order of the keys; it must end, as a query with a timeout does, or its callers wait for ever.
 */
export function createBatchLoader<Key, Value>(
  loadBatch: LoadBatch<Key, Value>,
  {
    maxBatch = 100,
    retryEach = () => false,
    maxQueue = MAX_QUEUE,
    queueFullError = () => new Error('Too many callers wait for a batch'),
  }: BatchLoaderOptions = {},
): (key: Key) => Promise<Value> {
  const queue: Caller<Key, Value>[] = [];
  let running = 0;
  let runningQuick = 0;

  function start(): void {
    if (runningQuick === 0 && running < MAX_BATCHES) void drain();
  }
  async function drain(): Promise<void> {
    running += 1;
    while (queue.length > 0) {
      let isQuick = true;
      runningQuick += 1;
      const slow = setTimeout(() => {
        isQuick = false;
        runningQuick -= 1;
        start();
      }, SLOW_MS);
      await endOfIteration();
      const callers = queue.splice(0, maxBatch);
      if (callers.length > 0) await loadFor(callers, loadBatch, retryEach);
      clearTimeout(slow);
      if (isQuick) runningQuick -= 1;
    }
    running -= 1;
  }
  return (key) =>
    new Promise((resolve, reject) => {
      if (queue.length >= maxQueue) return reject(queueFullError());
      queue.push({ key, resolve, reject });
      start();
    });
}

const endOfIteration = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

async function loadFor<Key, Value>(
  callers: readonly Caller<Key, Value>[],
  loadBatch: LoadBatch<Key, Value>,
  retryEach: (error: unknown) => boolean,
): Promise<void> {
  try {
    const values = await loadBatch(callers.map(({ key }) => key));
    for (const [at, { resolve, reject }] of callers.entries()) {
      const value = values[at];
      if (value === undefined) reject(new Error('A batch returned no value for a key'));
      else resolve(value);
    }
  } catch (error) {
    if (callers.length > 1 && retryEach(error))
      await Promise.all(callers.map((one) => loadFor([one], loadBatch, retryEach)));
    else for (const { reject } of callers) reject(error);
  }
}

/** A batch function from one that loads a single key: equal keys (by their JSON) are loaded once. */
export function loadDistinct<Key, Value>(load: (key: Key) => Promise<Value>): LoadBatch<Key, Value> {
  return (keys) => {
    const loading = new Map<string, Promise<Value>>();
    const values = keys.map((key) => {
      const json = JSON.stringify(key);
      const value = loading.get(json) ?? load(key);
      loading.set(json, value);
      return value;
    });
    return Promise.all(values);
  };
}
