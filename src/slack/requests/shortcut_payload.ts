import { z } from 'zod';
import { memoizeByObject } from '../../concurrency/memoize.ts';
import { messageTexts } from './message_texts.ts';
import type { ShortcutMessage } from './requests.ts';

// docs: reference/interaction-payloads/shortcuts-interaction-payload. `type` is `shortcut` or `message_action`; only the latter
// has a channel, a message and a response_url.
const shortcutPayload = z.object({
  callback_id: z.string(),
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.looseObject({ ts: z.string(), thread_ts: z.string().nullish() }).nullish(),
});

export interface ShortcutPayload {
  readonly callbackId: string;
  readonly triggerId: string;
  readonly userId: string;
  /** Null for a shortcut that was run from anywhere. */
  readonly message: ShortcutMessage | null;
}

/** Throws a ZodError. Once for each request: it is judged first, and then answered. */
export const parseShortcut = memoizeByObject((payload: object): ShortcutPayload => {
  const { callback_id, trigger_id, user, channel, message } = shortcutPayload.parse(payload);
  return {
    callbackId: callback_id,
    triggerId: trigger_id,
    userId: user.id,
    message:
      message == null || channel == null
        ? null
        : {
            channelId: channel.id,
            threadTs: message.thread_ts ?? null,
            texts: messageTexts(message),
          },
  };
});
