import type { MessageHandle, Person } from '../../sandbox/simulators/slack/index.ts';

/** Types a command into a channel and waits for the newest answer that says so, which only this person sees. */
export async function asks(
  person: Person,
  command: string,
  answer: string | RegExp,
  where: string = '#zoom-integration',
): Promise<MessageHandle> {
  const fromNowOn = newerThanNow(person, where);
  await person.types(where, command);
  const seen = await person.sees(where, answer, fromNowOn);
  if (!seen.ephemeral) throw new Error(`Everybody can read this answer to ${command}:\n${seen.text()}`);
  return seen;
}

/** For `sees`: only messages newer than those that this person sees there now. */
export function newerThanNow(person: Person, where: string): { readonly after?: MessageHandle } {
  const newest = person
    .messages(where)
    .toSorted((one, other) => Number(one.ts) - Number(other.ts))
    .at(-1);
  return newest === undefined ? {} : { after: newest };
}
