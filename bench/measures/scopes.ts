import { z } from 'zod';
import { runProgram } from '../processes.ts';
import type { Section } from '../section.ts';

/** In a process of its own: what other measures did to the memory does not matter. */
export async function measure(): Promise<Section> {
  const found = z
    .array(z.object({ name: z.string(), p50: z.number(), p99: z.number() }))
    .parse(await runProgram(['--import', 'tsx', 'bench/programs/scopes.ts']));
  return {
    title: 'Help with scopes',
    goals: [],
    tables: [
      {
        title: 'A call, in memory',
        head: ['what', 'p50 ms', 'p99 ms'],
        rows: found.map(({ name, p50, p99 }) => [name, p50.toFixed(2), p99.toFixed(2)]),
      },
    ],
    notes: ['In one process, in memory; nothing to compare with.'],
  };
}
