import { z } from 'zod';
import { memoizeByObject } from '../../concurrency/memoize.ts';
import type { CommandChannel } from './requests.ts';
import { asTyped } from './slash_text.ts';

// docs: slash command payload; a form, so every field is text.
const commandPayload = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  trigger_id: z.string(),
});

export interface CommandPayload {
  readonly command: string;
  readonly text: string;
  readonly userId: string;
  readonly channel: CommandChannel;
  readonly triggerId: string;
}

/** Throws a ZodError. Once for each request: it is judged first, and then answered. */
export const parseCommand = memoizeByObject((payload: object): CommandPayload => {
  const given = commandPayload.parse(payload);
  return {
    command: given.command,
    text: asTyped(given.text),
    userId: given.user_id,
    channel: { id: given.channel_id, isChannel: isChannel(given.channel_id, given.channel_name) },
    triggerId: given.trigger_id,
  };
});

function isChannel(id: string, name: string): boolean {
  return id.startsWith('C') || (id.startsWith('G') && !name.startsWith('mpdm-'));
}
