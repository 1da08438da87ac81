import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { ModalView } from '../blocks/block_types.ts';

/**
 * Within 3 s of the click. The view is passed as text: given an object, the SDK would serialize it once more for a debug line
 * (T5). It retries when a response is lost; a trigger works once, so `exchanged` then means that the first try has opened the
 * view, and is no error.
 */
export async function openView(client: WebClient, triggerId: string, view: ModalView): Promise<void> {
  try {
    await client.apiCall('views.open', { trigger_id: triggerId, view: JSON.stringify(view) });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError && error.data.error === 'exchanged_trigger_id')) throw error;
  }
}
