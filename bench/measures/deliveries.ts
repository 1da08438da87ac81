import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { newId } from '../../src/ids.ts';
import { enqueue } from '../../src/store/jobs.ts';
import type { Database } from '../../src/store/postgres/client/database.ts';
import { saveWorkspace } from '../../src/store/workspaces/workspaces.ts';
import { type Server, startServer } from '../processes.ts';
import type { Section } from '../section.ts';
import { startGreenroom, workspaceId } from '../servers.ts';
import { withStage } from '../stage.ts';
import { figure, whole } from '../words.ts';

const channels = 1_000;
const perChannel = 10;
/** The first message of a channel goes at once, each of the others a second after the one before. */
const floorSeconds = perChannel - 1;

const Count = z.object({
  taken: z.number(),
  refused: z.number(),
  wrongOrder: z.number(),
  firstAt: z.number(),
  lastAt: z.number(),
});

/** Messages that wait for many channels, against a Slack that takes one a second in each. */
export function measure(): Promise<Section> {
  return withStage(async ({ db, databaseUrl, keep }) => {
    const slack = await keep(
      startServer({ program: 'bench/programs/paced_slack.mjs', env: {}, readyAt: '/count' }),
    );
    await queueAll(db);
    const greenroom = await keep(startGreenroom(slack, databaseUrl));
    const memory = await mostMemory(greenroom, slack);
    const count = await counted(slack);
    const seconds = (count.lastAt - count.firstAt) / 1_000;
    return {
      title: 'Deliveries',
      goals: [
        {
          what: `${whole(channels * perChannel)} queued messages to ${whole(channels)} channels, from the first to the last`,
          unit: 's',
          greenroom: seconds,
          beside: floorSeconds,
          besideWhat: 'the floor that one message a second and channel sets',
          target: { atMost: 1.1 },
        },
      ],
      tables: [
        {
          title: 'What Slack saw',
          head: [
            'messages taken',
            'refused with 429',
            'out of order',
            'messages/s',
            'most memory of Greenroom, MB',
          ],
          rows: [
            [
              whole(count.taken),
              whole(count.refused),
              whole(count.wrongOrder),
              whole(count.taken / seconds),
              figure(memory),
            ],
          ],
        },
      ],
      notes: [
        'The stub refuses a message that comes less than a second after the last one in its channel, by its own clock, from the first message on. Greenroom begins with a short burst, as Slack allows, and after the refusal sends one message a second.',
      ],
    };
  });
}

async function queueAll(db: Database): Promise<void> {
  const now = new Date();
  await saveWorkspace(db, { id: workspaceId, name: 'Bench', botUserId: 'U0BOT' }, now);
  for (let channel = 1; channel <= channels; channel += 1) {
    const channelId = `C${channel}`;
    const messages = Array.from({ length: perChannel }, (_, i) => ({
      kind: 'registered',
      by: 'U0OWNER',
      appId: newId(),
      appName: `message ${i + 1}`,
    }));
    await db.query(
      `insert into delivery (workspace_id, id, channel_id, kind, message, created_at)
       select $1, id, $2, 'message', message, $5 from unnest($3::uuid[], $4::jsonb[]) as one (id, message)`,
      [workspaceId, channelId, messages.map(() => newId()), messages.map((one) => JSON.stringify(one)), now],
    );
    await enqueue(db, { task: 'deliver', workspaceId, channelId });
  }
}

/** Waits for the last message; answers the greatest memory seen meanwhile. */
async function mostMemory(greenroom: Server, slack: Server): Promise<number> {
  let most = 0;
  for (const limit = performance.now() + 120_000; performance.now() < limit; ) {
    most = Math.max(most, await greenroom.memory());
    if ((await counted(slack)).taken >= channels * perChannel) return most;
    await wait(200);
  }
  throw new Error('Not every message was sent within two minutes');
}

async function counted(slack: Server) {
  return Count.parse(await (await fetch(`${slack.url}/count`)).json());
}
