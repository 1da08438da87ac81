import { z } from 'zod';
import { runProgram, type Server } from './processes.ts';
import { signingSecret } from './servers.ts';
import { median } from './words.ts';

/** A form as Slack posts it; `forms.ts` makes them. */
export type Form = Readonly<Record<string, string>>;

export interface Load {
  readonly name: string;
  /** In turn; each request is signed, and by another person. */
  readonly forms: readonly Form[];
  readonly requests: number;
  readonly atOnce: number;
}

const Speed = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number(), lost: z.number() });
const Measured = z.object({
  refused: z.number(),
  acknowledged: Speed,
  /** Until the answer to the person reached Slack: in the acknowledgement, or by a call. Null: this server sends none. */
  answered: Speed.extend({ inAcknowledgement: z.number() }).nullable(),
  /** The last acknowledgement with something in it. */
  lastBody: z.string(),
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
  const measured = Measured.parse(await runProgram(['bench/programs/load.mjs'], order));
  if (measured.refused > 0)
    throw new Error(`${server.url} refused ${measured.refused} requests: ${load.name}`);
  return measured;
}

/** What it answers to one such request: `{ acknowledgement }`, `{ view }` or `{ message }`. */
export async function answerTo(server: Server, stub: Server, load: Load): Promise<Answer> {
  const { lastBody } = await measureLoad(server, stub, { ...load, requests: 1, atOnce: 1 }, true);
  if (lastBody !== '') return { acknowledgement: JSON.parse(lastBody) };
  return Answer.parse(await (await fetch(`${stub.url}/last`)).json());
}

const Answer = z.union([
  z.object({ acknowledgement: z.unknown() }),
  z.object({ view: z.record(z.string(), z.unknown()) }),
  z.object({ message: z.unknown() }),
]);
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
