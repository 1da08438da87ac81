import type { Modal, Person } from '../../sandbox/simulators/slack/index.ts';
import { newerThanNow } from './asks.ts';
import { until } from './until.ts';

const MOST_TIMES = 5;

/**
 * Types a command that opens a modal. Greenroom may give up waiting for its database, or be too late for Slack, and ask to try again:
 * where the simulator says that the machine delayed the command, a person does, and so does a story that is about something else.
 */
export async function opens(person: Person, where: string, command: string, title: string): Promise<Modal> {
  await person.topModal()?.dismiss();
  for (let times = 1; ; times += 1) {
    const { after } = newerThanNow(person, where);
    await person.types(where, command);
    const refusal = () =>
      person
        .messages(where)
        .some(
          (one) =>
            one.ephemeral && (after === undefined || one.ts > after.ts) && /try again/.test(one.text()),
        );
    await until(() => person.topModal() !== null || refusal(), `an answer to ${command}`);
    if (!refusal() || !person.wasDelayed() || times === MOST_TIMES) return person.modal(title);
    console.warn('The machine was too busy: a command was typed again');
  }
}
