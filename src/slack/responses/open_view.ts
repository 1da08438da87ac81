import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { ModalView } from '../blocks/block_types.ts';

/**
 * Within 3 s of the click. Given as an object, the SDK would walk through every block and write it out once more, for a debug
 * line that nobody reads (T5). It tries again when an answer is lost on its way; a trigger works once, so `exchanged` then says
 * that the first try has opened the form: telling the person that it did not open would be wrong.
 */
export async function openView(client: WebClient, triggerId: string, view: ModalView): Promise<void> {
  try {
    await client.apiCall('views.open', { trigger_id: triggerId, view: JSON.stringify(view) });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError && error.data.error === 'exchanged_trigger_id')) throw error;
  }
}
