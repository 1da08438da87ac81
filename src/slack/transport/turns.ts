/** So many go on at once, before the process looks again for what has arrived. */
const PER_TURN = 2;
/** A modal must be opened within 3 s of the click; nobody is made to wait longer than this for others. */
const MOST_MS = 1_000;

const line: { readonly since: number; readonly go: () => void }[] = [];
let hasArrived = false;
let isDue = false;

/** A request of Slack is about to be answered. */
export function requestArrived(): void {
  hasArrived = true;
}

/**
 * Acknowledgements first: what takes long and may come after one waits while requests keep arriving, for a second at most. The
 * last of a rush is not served later for that: the work is the same, in another order. One line for the whole process,
 * because it has one event loop.
 */
export function afterWhatArrives(): Promise<void> {
  return new Promise((go) => {
    line.push({ since: performance.now(), go });
    if (!isDue) nextTurn();
  });
}

function nextTurn(): void {
  isDue = true;
  setImmediate(() => {
    isDue = false;
    const [first] = line;
    const mayWait = hasArrived && first !== undefined && performance.now() - first.since < MOST_MS;
    hasArrived = false;
    if (!mayWait) for (const { go } of line.splice(0, PER_TURN)) go();
    if (line.length > 0) nextTurn();
  });
}
