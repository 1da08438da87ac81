import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ModalView } from '../../blocks/block_types.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { drawn } from './redraw_scopes.ts';

/** No redraw while a person is typing: the delay after a key. */
const PAUSE_MS = 400;
/**
 * Slack takes about a hundred updates a minute from a whole workspace (docs: tier 4); one form uses at most fifteen of them.
 */
export const REDRAW_EVERY_MS = 4_000;
/** Retries of a redraw that Slack has rate limited. */
const TRIES = 5;
/** Most forms that are remembered; an evicted one is redrawn once more than needed. */
const MOST_FORMS = 500;
/** Most earlier hashes of a form: a key press that is later than these redraws is ignored. */
const MOST_REPLACED = 20;

/** What was drawn here last. */
interface LastDrawing {
  /** A hash: a view may have 250 kB. */
  readonly view: string;
  readonly hash: string;
  /** Hashes of the view before such redraws: a key that was pressed before a redraw arrived still counts. */
  readonly replaced: readonly string[];
}

export interface LiveVerdict {
  /** For every key and every choice that Slack reports. */
  judge(request: ActionRequest): Promise<void>;
  /** The form is submitted: its response, and errors at the fields, are not overwritten. */
  leave(viewId: string): void;
  /** How many forms are remembered. */
  kept(): number;
}

export interface LiveOptions {
  /** The form with its verdict; null where there is none. */
  readonly draw: (request: ActionRequest) => Promise<ModalView | null>;
  readonly wait: (ms: number) => Promise<unknown>;
  /** In milliseconds; only differences count. */
  readonly now: () => number;
  /** Least time between two redraws of a form, in milliseconds. */
  readonly everyMs: number;
}

export function liveVerdict(context: HandlerContext): LiveVerdict {
  return createLiveVerdict({
    draw: (request) => drawn(context, request, (now) => now),
    wait,
    now: () => performance.now(),
    everyMs: context.redrawEveryMs ?? REDRAW_EVERY_MS,
  });
}

/**
 * Updates the verdict of the list while a person types or picks, without changing the fields: Slack keeps the input of a field
 * whose ids stay. Of many keys only the last one causes a redraw, and only if the verdict changes. A form that was redrawn
 * meanwhile (the next step, a conversion) is left alone.
 */
export function createLiveVerdict({ draw, wait, now, everyMs }: LiveOptions): LiveVerdict {
  const newest = new Map<string, ActionRequest>();
  const drawings = new Map<string, LastDrawing>();
  /** When the next drawing of a form may be sent. */
  const dueAt = new Map<string, number>();
  return {
    judge: async (request) => {
      if (request.place.kind !== 'modal') return;
      const { viewId, hash } = request.place;
      newest.set(viewId, request);
      const isNewest = () => newest.get(viewId) === request;
      try {
        await wait(PAUSE_MS);
        if (!isNewest()) return;
        await wait(Math.max(0, (dueAt.get(viewId) ?? 0) - now()));
        if (!isNewest()) return;
        const view = await draw(request);
        // Submitted, or typed on, while it was drawn.
        if (view !== null && isNewest()) await send(request, viewId, hash, view, isNewest);
      } finally {
        if (isNewest()) newest.delete(viewId);
      }
    },
    leave: (viewId) => newest.delete(viewId),
    kept: () => Math.max(newest.size, drawings.size, dueAt.size),
  };

  async function send(
    request: ActionRequest,
    viewId: string,
    hash: string,
    view: ModalView,
    isNewest: () => boolean,
  ): Promise<void> {
    const digest = createHash('sha256').update(JSON.stringify(view)).digest('base64');
    const last = drawings.get(viewId);
    const isOurs = last !== undefined && (last.hash === hash || last.replaced.includes(hash));
    if (isOurs && last.view === digest) return;
    const before = isOurs ? last.hash : hash;
    const after = await update(request, viewId, before, view, isNewest);
    drawings.delete(viewId);
    if (after === null) return;
    const replaced = isOurs ? [...last.replaced, before].slice(-MOST_REPLACED) : [before];
    remember(drawings, viewId, { view: digest, hash: after, replaced });
  }

  /** Retries after a rate limit while nobody types on, so that the last redraw fits the fields. */
  async function update(
    request: ActionRequest,
    viewId: string,
    before: string,
    view: ModalView,
    isNewest: () => boolean,
  ): Promise<string | null> {
    for (let tries = 1; ; tries += 1) {
      remember(dueAt, viewId, now() + everyMs);
      const result = await request.updateUnlessChanged(view, before);
      if (result.kind === 'drawn') return result.hash;
      if (result.kind === 'overtaken' || tries === TRIES) return null;
      await wait(result.againInMs);
      if (!isNewest()) return null;
    }
  }
}

/** Keeps the entries used last. */
function remember<T>(entries: Map<string, T>, key: string, value: T): void {
  entries.delete(key);
  entries.set(key, value);
  const [oldest] = entries.keys();
  if (entries.size > MOST_FORMS && oldest !== undefined) entries.delete(oldest);
}
