import { z } from 'zod';
import { runProgram } from '../processes.ts';
import type { Section } from '../section.ts';
import { withStage } from '../stage.ts';
import { median, ratio, whole } from '../words.ts';

/** Greenroom's client for Zoom and StackOne beside undici alone. */
export function measure(): Promise<Section> {
  return withStage(async ({ stub }) => {
    const rounds = z
      .array(z.object({ plain: z.number(), ours: z.number() }))
      .parse(await runProgram(['--import', 'tsx', 'bench/programs/host_calls.ts', stub.url]));
    const plain = median(rounds.map((round) => round.plain));
    const ours = median(rounds.map((round) => round.ours));
    return {
      title: 'Calls to Zoom and StackOne',
      goals: [],
      tables: [
        {
          title: 'GET of a small JSON, 16 at a time, from the same stub',
          head: ['client', 'requests/s', 'beside undici'],
          rows: [
            ['undici `request` alone', whole(plain), '1.00'],
            ["Greenroom's client (rate limiter, circuit breaker, limits)", whole(ours), ratio(ours, plain)],
          ],
        },
      ],
      notes: ['Two processes: the client and the stub.'],
    };
  });
}
