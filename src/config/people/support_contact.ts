import { z } from 'zod';
import type { SupportContact } from '../../core/support_contact.ts';

/** It stands inside sentences. */
const LONGEST = 200;
const LONGEST_TEXT = 100;

/** What Slack calls an id has a digit in it, and a word in capitals rarely does; inside `<@…>` it is certain. */
const userId = /^[UW][A-Z0-9]{5,30}$/;
const channelId = /^[CG][A-Z0-9]{5,30}$/;
const mention = /^<@([UW][A-Z0-9]{1,30})(?:\|[^<>|]{0,100})?>$/;
const channelLink = /^<#([CG][A-Z0-9]{1,30})(?:\|[^<>|]{0,100})?>$/;
const email = z.email();

/** A Slack person or channel, an e-mail or https address, or a few words. */
export const supportContact = z
  .string()
  .max(LONGEST, `must be at most ${LONGEST} characters long`)
  .transform(contactIn)
  .refine(
    (contact) => contact.kind !== 'text' || contact.text.length <= LONGEST_TEXT,
    `must be a Slack channel or person, an e-mail or https address, or at most ${LONGEST_TEXT} characters`,
  );

function contactIn(given: string): SupportContact {
  const text = given.trim();
  const person = mention.exec(text)?.[1] ?? idIn(text, userId);
  if (person !== undefined) return { kind: 'person', userId: person };
  const channel = channelLink.exec(text)?.[1] ?? idIn(text, channelId);
  if (channel !== undefined) return { kind: 'channel', channelId: channel };
  const address = text.replace(/^mailto:/i, '');
  if (email.safeParse(address).success) return { kind: 'email', address };
  const url = webAddress(text);
  return url === null ? { kind: 'text', text } : { kind: 'url', url };
}

function idIn(text: string, shape: RegExp): string | undefined {
  return /\d/.test(text) ? shape.exec(text)?.[0] : undefined;
}

/** Without a password, and with nothing that could end Slack's link early. */
function webAddress(text: string): string | null {
  if (!/^https:\/\//i.test(text)) return null;
  try {
    const url = new URL(text);
    return url.username === '' && url.password === '' && !/[<>|\s]/.test(url.href) ? url.href : null;
  } catch {
    return null;
  }
}
