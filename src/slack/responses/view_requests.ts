import type { WebClient } from '@slack/web-api';
import type { HomeView, ModalView } from '../blocks/block_types.ts';
import { wordsForm } from '../messages/text_view.ts';
import { refusesContent } from '../web_api/slack_refusals.ts';
import type { BlockSupport } from './block_support.ts';
import { openView } from './open_view.ts';
import { retryCall } from './retry_call.ts';

/** The calls that show views, each with fallback blocks when Slack refuses newer ones. */
export interface ViewRequests {
  open(triggerId: string, view: ModalView): Promise<void>;
  push(triggerId: string, view: ModalView): Promise<void>;
  /** A view that was closed meanwhile needs no update. */
  update(viewId: string, view: ModalView): Promise<void>;
  /** Returns the hash of the updated view. Rejects when the view changed since `hash`. */
  updateUnlessChanged(viewId: string, view: ModalView, hash: string): Promise<string | null>;
  publish(userId: string, view: HomeView): Promise<void>;
}

export function viewRequests(client: WebClient, support: BlockSupport): ViewRequests {
  return {
    open: (triggerId, view) => support.send(view, (shown) => openView(client, triggerId, shown)),
    async push(triggerId, view) {
      await support.send(view, (shown) => client.views.push({ trigger_id: triggerId, view: shown }));
    },
    async update(viewId, view) {
      const call = (shown: ModalView) =>
        retryCall(() => client.views.update({ view_id: viewId, view: shown }));
      try {
        await support.send(view, call);
      } catch (error) {
        // A view without fields can be replaced by text alone, so that nobody is left with a loading view.
        if (!refusesContent(error) || hasFields(view)) throw error;
        await call(wordsForm(view));
      }
    },
    async updateUnlessChanged(viewId, view, hash) {
      const { view: drawn } = await support.send(view, (shown) =>
        client.views.update({ view_id: viewId, hash, view: shown }),
      );
      return drawn?.hash ?? null;
    },
    publish: (userId, view) =>
      support.send(view, (shown) => retryCall(() => client.views.publish({ user_id: userId, view: shown }))),
  };
}

function hasFields({ blocks }: ModalView): boolean {
  return blocks.some(({ type }) => type === 'input');
}
