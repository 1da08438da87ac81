import type { MessageHandle, Modal, Person } from '../../sandbox/simulators/slack/index.ts';
import { asks, newerThanNow } from '../harness/asks.ts';
import { opens } from '../harness/opens.ts';
import { until } from '../harness/until.ts';
import type { Pair } from './leaks.ts';
import type { Registration, Stage } from './stage.ts';
import { submits } from './submits.ts';

/** What people do in many stories, in the words they read on the screen. */

export { asks };

export const channel = '#zoom-integration';

type EnvironmentName = 'Development' | 'Production';

export interface Registered {
  readonly name: string;
  readonly pairs: Readonly<Record<EnvironmentName, Pair>>;
}

/** Types the command and waits for the registration: its first step, or the draft that is offered again. */
export function begins(person: Person, text = '/zoom-app register', where = channel): Promise<Modal> {
  return opens(person, where, text, 'Register a Zoom app');
}

/** The same, past a draft of earlier. */
export async function beginsAnew(
  person: Person,
  text = '/zoom-app register',
  where = channel,
): Promise<Modal> {
  const modal = await begins(person, text, where);
  if (modal.buttons().includes('Start anew')) await modal.press('Start anew');
  await modal.sees('Step 1 of 4');
  return modal;
}

export async function fillsBasics(modal: Modal, registration: Registration): Promise<void> {
  const { name, managementType = 'Admin-managed', environments = ['Development'] } = registration;
  await modal.fill('Name', name);
  await modal.choose('Who manages it in Zoom?', managementType);
  if (environments.includes('Production')) await modal.tick('Environments', ['Production']);
  if (!environments.includes('Development')) await modal.untick('Environments', ['Development']);
  if (registration.channel !== undefined) await modal.pickChannel('Channel', registration.channel);
  await next(modal, 'Step 2 of 4');
}

export async function fillsPair(modal: Modal, environment: EnvironmentName, pair: Pair): Promise<void> {
  await modal.fill(`Client ID (${environment})`, pair.clientId);
  await modal.fill(`Client secret (${environment})`, pair.clientSecret);
}

export async function next(modal: Modal, sees: string): Promise<void> {
  const submitted = await submits(modal);
  if (submitted !== 'updated') throw new Error(`The modal was not accepted (${submitted}):\n${modal.text()}`);
  await modal.sees(sees);
}

/** All four steps, from the command to the last word of the modal, which is left open. */
export async function fillsAll(stage: Stage, modal: Modal, registration: Registration): Promise<Registered> {
  const { name, environments = ['Development'], managementType = 'Admin-managed' } = registration;
  const pairs = { Development: stage.pair(), Production: stage.pair() };
  await fillsBasics(modal, registration);
  for (const environment of environments) await fillsPair(modal, environment, pairs[environment]);
  await next(modal, 'Step 3 of 4');
  const suffix = managementType === 'Admin-managed' ? ':admin' : '';
  await modal.fill(
    'Or paste a list',
    registration.scopes ?? `meeting:read:meeting${suffix}, user:read:user${suffix}`,
  );
  await next(modal, 'Step 4 of 4');
  return { name, pairs };
}

/** The whole registration, modal closed. */
export async function registers(
  stage: Stage,
  person: Person,
  registration: Registration,
): Promise<Registered> {
  const modal = await beginsAnew(person);
  const registered = await fillsAll(stage, modal, registration);
  await next(modal, 'is registered');
  await modal.close();
  return registered;
}

/** The status card in the channel, once it says this. Thread replies and answers to one person are other messages. */
export async function card(
  person: Person,
  name: string,
  says: RegExp | string = '',
  where = channel,
): Promise<MessageHandle> {
  const words = typeof says === 'string' ? literal(says) : says.source;
  return person.sees(
    where,
    new RegExp(`^${literal(name)}\\n(?=.*Greenroom edits this card).*?(?:${words})`, 's'),
  );
}

/** What the card folds away: presses *Details*, and waits until the modal says this. `near`: words beside the button. */
export async function details(
  person: Person,
  of: MessageHandle,
  says: string | RegExp,
  near?: string,
): Promise<void> {
  await person.press(of, 'Details', near === undefined ? undefined : { near });
  const modal = await person.modal('Details');
  await modal.sees(says);
  await modal.close();
}

/** Messages in the thread of the card, oldest first. */
export function thread(person: Person, of: MessageHandle, where = channel): string[] {
  return person
    .messages(where)
    .filter(({ threadTs, ts }) => threadTs === of.ts && ts !== of.ts)
    .map((message) => message.text());
}

/** Both boxes that only a person can tick in Zoom. */
export async function makesReady(person: Person, name: string, near?: EnvironmentName): Promise<void> {
  const where = near === undefined ? undefined : { near: `${near}:` };
  await person.press(await card(person, name, 'It is set'), 'It is set', where);
  await person.press(await card(person, name, /Passed:[^·\n]*redirect URL/), 'It says Ready', where);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Asks again until the answer is as expected: an answer to one person is not redrawn when a check has been looked at. */
export async function asksUntil(
  person: Person,
  text: string,
  pattern: RegExp,
  where = channel,
): Promise<MessageHandle> {
  return until(async () => {
    const { after } = newerThanNow(person, where);
    await person.types(where, text);
    // What is posted there at the same time is no answer.
    const answer = await until(() =>
      person.messages(where).findLast((one) => one.ephemeral && (after === undefined || one.ts > after.ts)),
    );
    return pattern.test(answer.text()) ? answer : null;
  }, `an answer like ${pattern}`);
}
