import { readFileSync } from 'node:fs';

/**
 * How long the simulator and the app have waited for a processor that was busy with something else. Slack's servers
 * never do, and a real app has a machine of its own: what a loaded machine costs is taken off the times that are judged.
 */
export interface ProcessorWait {
  /** Milliseconds since the start, of all of them together. */
  ms(): number;
  /** Milliseconds that this thread has spent on a processor since its start. */
  ownMs(): number;
  /** Counts the app's process too, until it ends. */
  include(pid: number): void;
}

const thisThread = '/proc/thread-self/schedstat';

/** Linux counts both per thread (sched_statistics); elsewhere they are 0. */
export function processorWait(): ProcessorWait {
  const waited = new Map([[thisThread, 0]]);
  return {
    ms() {
      let sum = 0;
      for (const [path, before] of waited) {
        const now = readTimes(path)?.waitedMs ?? before;
        waited.set(path, now);
        sum += now;
      }
      return sum;
    },
    ownMs: () => readTimes(thisThread)?.ranMs ?? 0,
    include: (pid) => void waited.set(`/proc/${pid}/schedstat`, 0),
  };
}

/** Null when the thread has ended, or the system does not count. */
function readTimes(path: string): { ranMs: number; waitedMs: number } | null {
  try {
    const [ran, waited] = readFileSync(path, 'utf8').split(' ').map(Number);
    return { ranMs: (ran ?? 0) / 1e6, waitedMs: (waited ?? 0) / 1e6 };
  } catch {
    return null;
  }
}
