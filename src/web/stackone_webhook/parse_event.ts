import { z } from 'zod';
import { type AccountEvent, accountEventNames } from '../../core/accounts/account_event.ts';
import { STACKONE_ZOOM_KEY } from '../../core/profiles/zoom_connector.ts';
import { Err, Ok, type Result } from '../../core/result.ts';

/** Of the documented fields those that are needed; the rest is not read, and names of customers never get any further. */
const notification = z.object({ event: z.string() });
const accountNotification = z.object({
  event: z.enum(accountEventNames),
  account_id: z.union([storable(255), z.number().transform(String)]),
  event_date: z.unknown().optional(),
  provider: connectorKey(),
  connector: connectorKey(),
});

/** Its older and its newer name; what cannot be read says nothing. */
function connectorKey() {
  return z.string().trim().toLowerCase().min(1).optional().catch(undefined);
}

function storable(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes('\0'));
}

/**
 * `malformed`: no notification at all. `unknown_event`: one that StackOne may have added, or that is about something else.
 * `other_connector`: about an account that is not Zoom's; a project may have many, and all of them send.
 */
export function parseAccountEvent(
  body: Buffer,
): Result<AccountEvent, 'malformed' | 'unknown_event' | 'other_connector'> {
  const json = jsonOf(body);
  const named = notification.safeParse(json);
  if (!named.success) return Err('malformed');
  const read = accountNotification.safeParse(json);
  if (read.success) {
    const { event, account_id: accountId, event_date: at, provider, connector } = read.data;
    if ((connector ?? provider ?? STACKONE_ZOOM_KEY) !== STACKONE_ZOOM_KEY) return Err('other_connector');
    return Ok({ name: event, accountId, at: timeOf(at) });
  }
  return Err(accountEventNames.some((name) => name === named.data.event) ? 'malformed' : 'unknown_event');
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** The date is not in the documented part of the body: a text, or a number of milliseconds; anything else is none. */
function timeOf(sent: unknown): Date | null {
  if (typeof sent !== 'string' && typeof sent !== 'number') return null;
  const at = new Date(sent);
  const year = at.getUTCFullYear();
  return year >= 2000 && year < 2100 ? at : null;
}
