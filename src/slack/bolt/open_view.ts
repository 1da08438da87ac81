import type { WebClient } from '@slack/web-api';
import type { ModalView } from '../blocks/block_types.ts';

/**
 * Within 3 s of the click. Given as an object, the SDK would walk through every block and write it out once more, for a debug
 * line that nobody reads (T5).
 */
export async function openView(client: WebClient, triggerId: string, view: ModalView): Promise<void> {
  await client.apiCall('views.open', { trigger_id: triggerId, view: JSON.stringify(view) });
}
