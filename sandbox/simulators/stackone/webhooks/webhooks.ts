import { createHmac } from 'node:crypto';
import { request } from 'undici';
import type { AccountRow } from '../contract.ts';
import type { AccountEvent } from '../project.ts';

/** How the next webhooks go out. */
export interface WebhookHabits {
  /** Where they go; null: nowhere. */
  readonly url: string | null;
  readonly secret: string;
  /** base64 padding after the signature: some senders keep it. */
  readonly padded?: boolean;
  /** What stands where the signature should be; null: no header. */
  readonly signature?: string | null;
  /** How often each is sent; once. */
  readonly times?: number;
}

export interface SentWebhook {
  readonly event: AccountEvent;
  readonly accountId: string;
  /** As it was signed. */
  readonly body: string;
  /** null: nobody answered. */
  readonly status: number | null;
}

export interface Webhooks {
  /** From now on. */
  send(habits: WebhookHabits): void;
  /** Sends one of its own accord, changed or not. */
  notify(event: AccountEvent, account: AccountRow): void;
  /** The n-th again, in the same words, as a sender does that saw no answer. */
  again(nth: number): void;
  /** What was sent, once everything has been answered. */
  settled(): Promise<readonly SentWebhook[]>;
}

/** StackOne's own retries are in no document: nothing is sent again by itself. */
export function createWebhooks(now: () => Date): Webhooks {
  let habits: WebhookHabits = { url: null, secret: '' };
  const sent: SentWebhook[] = [];
  let last: Promise<void> = Promise.resolve();
  const post = (event: AccountEvent, accountId: string, body: string): void => {
    const how = habits;
    const { url } = how;
    if (url === null) return;
    for (let time = 0; time < (how.times ?? 1); time += 1) {
      const before = last;
      last = deliver(url, body, signatureOf(how, body)).then(async (status) => {
        await before;
        sent.push({ event, accountId, body, status });
      });
    }
  };
  return {
    send: (next) => {
      habits = next;
    },
    notify: (event, account) => post(event, account.id, JSON.stringify(bodyOf(event, account, now()))),
    again: (nth) => {
      const one = sent[nth];
      if (!one) throw new Error(`The simulated StackOne has sent no webhook number ${nth}.`);
      post(one.event, one.accountId, one.body);
    },
    settled: async () => {
      await last;
      return [...sent];
    },
  };
}

/** The first five fields are documented, the others were seen in other people's code. */
function bodyOf(event: AccountEvent, account: AccountRow, now: Date): object {
  return {
    event,
    account_id: account.id,
    provider: account.connector_key,
    origin_owner_id: account.owner_id,
    origin_owner_name: account.owner_name,
    origin_username: null,
    project_id: 'sandbox-project',
    event_date: account.updated_at,
    sent_at: now.toISOString(),
    record_type: null,
    record_id: null,
  };
}

function signatureOf({ secret, padded, signature }: WebhookHabits, body: string): string | null {
  if (signature !== undefined) return signature;
  const digest = createHmac('sha256', secret).update(body).digest('base64url');
  return padded === true ? `${digest}=` : digest;
}

async function deliver(url: string, body: string, signature: string | null): Promise<number | null> {
  const signed = signature === null ? {} : { 'x-stackone-signature': signature };
  try {
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return null;
  }
}
