import type { Section } from '../section.ts';
import { startGreenroom, startPlainBolt } from '../servers.ts';
import { withStage } from '../stage.ts';
import { median, ratio, whole } from '../words.ts';

const rounds = 7;

/** From the start of the process to the first request it would serve. */
export function measure(): Promise<Section> {
  return withStage(async ({ stub, databaseUrl }) => {
    const times = { plain: [] as number[], greenroom: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      const bolt = await startPlainBolt(stub);
      await bolt.stop();
      const greenroom = await startGreenroom(stub, databaseUrl);
      await greenroom.stop();
      // The first start prepares the database.
      if (round === 0) continue;
      times.plain.push(bolt.startMs);
      times.greenroom.push(greenroom.startMs);
    }
    const [beside, ours] = [median(times.plain), median(times.greenroom)];
    const rowOf = (name: string, all: readonly number[]) => [
      name,
      whole(median(all)),
      whole(Math.min(...all)),
      whole(Math.max(...all)),
      ratio(median(all), beside),
    ];
    return {
      title: 'Start',
      goals: [
        {
          what: 'start to ready on a warm database',
          unit: 'ms',
          greenroom: ours,
          beside,
          besideWhat: 'plain Bolt',
          target: { atMost: 3 },
        },
      ],
      tables: [
        {
          title: 'From the start of the process until it is ready',
          head: ['server', 'median ms', 'fastest', 'slowest', 'beside plain Bolt'],
          rows: [rowOf('plain Bolt', times.plain), rowOf('Greenroom', times.greenroom)],
        },
      ],
      notes: [
        `${rounds} starts each, alternating; Postgres runs already and has every table.`,
        'Ready means: `/readyz` says so (database and Slack answer); for plain Bolt: its port answers.',
      ],
    };
  });
}
