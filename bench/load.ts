import { z } from 'zod';
import { runProgram, type Server } from './processes.ts';
import { signingSecret } from './servers.ts';
import { median } from './words.ts';

/** A form as Slack posts it; `forms.ts` makes them. */
export type Form = Readonly<Record<string, string>>;

export interface Load {
  readonly name: string;
  /** Sent round robin; each request is signed, and by another person. */
  readonly forms: readonly Form[];
  readonly requests: number;
  readonly atOnce: number;
}

const Speed = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number(), lost: z.number() });
const Measured = z.object({
  refused: z.number(),
  /** Of all answers, how many came in the acknowledgement; the others by a call. */
  inAcknowledgement: z.number(),
  /** From when Slack sends the request until the answer has reached Slack; of a server that sends none, its acknowledgement. */
  seen: Speed,
  /** Of each form, the last acknowledgement with something in it. */
  acknowledgements: z.array(z.string()),
});

/** Requests per second, milliseconds, and how many were never reached. */
export type Speed = z.infer<typeof Speed>;
export type Measured = z.infer<typeof Measured>;

/** Puts the load on a server and, when it `answers`, waits for the answer to every single request. */
export async function measureLoad(
  server: Server,
  stub: Server,
  load: Load,
  answers: boolean,
): Promise<Measured> {
  const { forms, requests, atOnce } = load;
  const url = `${server.url}/slack/events`;
  const order = { url, secret: signingSecret, stub: stub.url, forms, requests, atOnce, answers };
  try {
    return measuredIn(await runProgram(['bench/programs/load.mjs'], order));
  } catch (cause) {
    throw new Error(`No figures of ${server.url} for ${load.name}: ${cause}`, { cause });
  }
}

/** What the load generator printed. Refusals come first: when all requests were refused there are no figures. */
export function measuredIn(printed: unknown): Measured {
  const { refused } = Measured.pick({ refused: true }).parse(printed);
  if (refused > 0) throw new Error(`${refused} requests were refused`);
  return Measured.parse(printed);
}

/** What it answers to each form. Of answers by a call only the last is known: send such forms alone. */
export async function answersTo(
  server: Server,
  stub: Server,
  name: string,
  forms: readonly Form[],
): Promise<readonly Answer[]> {
  const load = { name, forms, requests: forms.length, atOnce: 1 };
  const { acknowledgements } = await measureLoad(server, stub, load, true);
  return Promise.all(
    acknowledgements.map(async (text) =>
      Answer.parse(
        text === '' ? await (await fetch(`${stub.url}/last`)).json() : { acknowledgement: JSON.parse(text) },
      ),
    ),
  );
}

/** The view that it opens for such a request. */
export async function viewFor(server: Server, stub: Server, form: Form): Promise<View> {
  const [answer] = await answersTo(server, stub, 'a view', [form]);
  if (answer === undefined || !('view' in answer)) throw new Error(`no view was opened: ${form.text}`);
  return answer.view;
}

const View = z.record(z.string(), z.unknown());
const Answer = z.union([
  z.object({ acknowledgement: z.unknown() }),
  z.object({ view: View }),
  z.object({ message: z.unknown() }),
]);
export type View = z.infer<typeof View>;
export type Answer = z.infer<typeof Answer>;

/** The median of each figure over the rounds; the sum of what was lost. */
export function medianSpeed(rounds: readonly Speed[]): Speed {
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
    lost: rounds.reduce((sum, { lost }) => sum + lost, 0),
  };
}
