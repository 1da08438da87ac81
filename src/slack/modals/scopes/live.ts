import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ModalView } from '../../blocks/block_types.ts';
import type { ActionCall } from '../../bolt/calls.ts';
import type { Room } from '../../room.ts';
import { drawn } from './redraw.ts';

/** Nobody reads while the keys go down; Slack takes about a hundred updates a minute from a whole workspace. */
const PAUSE_MS = 400;
/** Forms that are typed in at the same time; of older ones only the next verdict is drawn once more than needed. */
const MOST_FORMS = 500;

/** What was drawn here last. */
interface LastDrawing {
  /** A digest: a view may have 250 kB. */
  readonly view: string;
  readonly hash: string;
  /** Hashes that only such drawings took the place of: a key pressed before one arrived still counts. */
  readonly replaced: ReadonlySet<string>;
}

export interface LiveVerdict {
  /** For every key and every choice that Slack reports. */
  judge(call: ActionCall): Promise<void>;
  /** The form is submitted: its answer, and errors at the fields, are not drawn over. */
  leave(viewId: string): void;
}

/**
 * Says what is true of the list while somebody types or picks, in place and without touching the fields: Slack keeps what
 * stands in a field whose ids stay. Only the last of many keys is answered, and only when that changes what is said. A form that
 * something else drew anew meanwhile (the next step, a conversion) is left alone.
 */
export function liveVerdict(room: Room): LiveVerdict {
  const newest = new Map<string, ActionCall>();
  const drawings = new Map<string, LastDrawing>();
  return {
    judge: async (call) => {
      if (call.place.kind !== 'modal') return;
      const { viewId, hash } = call.place;
      newest.set(viewId, call);
      await wait(PAUSE_MS);
      if (newest.get(viewId) !== call) return;
      const view = await drawn(room, call, (now) => now);
      // Submitted, or typed on, while it was drawn.
      if (newest.get(viewId) !== call) return;
      newest.delete(viewId);
      if (view !== null) await draw(call, viewId, hash, view);
    },
    leave: (viewId) => newest.delete(viewId),
  };

  async function draw(call: ActionCall, viewId: string, hash: string, view: ModalView): Promise<void> {
    const digest = createHash('sha256').update(JSON.stringify(view)).digest('base64');
    const last = drawings.get(viewId);
    const isOurs = last !== undefined && (last.hash === hash || last.replaced.has(hash));
    if (isOurs && last.view === digest) return;
    const before = isOurs ? last.hash : hash;
    const after = await call.updateUnlessChanged(view, before);
    drawings.delete(viewId);
    if (after === null) return;
    const replaced = new Set(isOurs ? [...last.replaced, before] : [before]);
    drawings.set(viewId, { view: digest, hash: after, replaced });
    const [oldest] = drawings.keys();
    if (drawings.size > MOST_FORMS && oldest !== undefined) drawings.delete(oldest);
  }
}
