import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { runProgram, type Server } from './processes.ts';
import { signingSecret } from './servers.ts';

export interface Load {
  /** What is typed after `/zoom-app`. */
  readonly text: string;
  readonly requests: number;
  readonly atOnce: number;
}

export interface Measured {
  /** Acknowledgements per second. */
  readonly perSecond: number;
  /** Milliseconds until the acknowledgement. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that reached Slack per second, until the last one; null: this server sends none. */
  readonly answersPerSecond: number | null;
}

const Reply = z.object({
  startedAt: z.number(),
  seconds: z.number(),
  refused: z.number(),
  p50: z.number(),
  p99: z.number(),
});
const Count = z.object({ answers: z.number(), lastAt: z.number() });

/** Puts the load on a server and, when it `answers`, waits for the answer to every single request. */
export async function measure(server: Server, stub: Server, load: Load, answers: boolean): Promise<Measured> {
  await fetch(`${stub.url}/reset`);
  const order = {
    url: `${server.url}/slack/events`,
    secret: signingSecret,
    stub: stub.url,
  };
  const reply = Reply.parse(
    await runProgram(['bench/programs/load.mjs', JSON.stringify({ ...order, ...load })]),
  );
  if (reply.refused > 0) throw new Error(`${server.url} refused ${reply.refused} requests: ${load.text}`);
  return {
    perSecond: load.requests / reply.seconds,
    p50: reply.p50,
    p99: reply.p99,
    answersPerSecond: answers ? await answersPerSecond(stub, load, reply.startedAt) : null,
  };
}

async function answersPerSecond(stub: Server, { requests, text }: Load, startedAt: number): Promise<number> {
  for (let tries = 0; tries < 2_400; tries += 1) {
    const { answers, lastAt } = Count.parse(await (await fetch(`${stub.url}/count`)).json());
    if (answers >= requests) return requests / ((lastAt - startedAt) / 1_000);
    await wait(25);
  }
  throw new Error(`Not every "${text}" was answered`);
}

/** What the stub was told last: `{ view }` or `{ message }`. */
export async function lastAnswer(stub: Server): Promise<unknown> {
  return (await fetch(`${stub.url}/last`)).json();
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of each figure over the rounds. */
export function medianOf(rounds: readonly Measured[]): Measured {
  const answers = rounds.flatMap((round) => round.answersPerSecond ?? []);
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: median(rounds.map((round) => round.p50)),
    p99: median(rounds.map((round) => round.p99)),
    answersPerSecond: answers.length === 0 ? null : median(answers),
  };
}
