import { readFileSync } from 'node:fs';

/**
 * How long the simulator and the app have waited for a processor that was busy with something else. Slack's servers
 * never do, and a real app has a machine of its own: what a loaded machine costs is taken off the times that are judged.
 */
export interface ProcessorWait {
  /** Milliseconds since the start, of all of them together. */
  ms(): number;
  /** Counts the app's process too, until it ends. */
  include(pid: number): void;
}

/** Linux counts it per thread (sched_statistics: on the processor, waiting for it, number of times); elsewhere it is 0. */
export function processorWait(): ProcessorWait {
  const waited = new Map([['/proc/thread-self/schedstat', 0]]);
  return {
    ms() {
      let sum = 0;
      for (const [path, before] of waited) {
        const now = readWaitMs(path) ?? before;
        waited.set(path, now);
        sum += now;
      }
      return sum;
    },
    include: (pid) => void waited.set(`/proc/${pid}/schedstat`, 0),
  };
}

/** Null when the thread has ended, or the system does not count. */
function readWaitMs(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return null;
  }
}
