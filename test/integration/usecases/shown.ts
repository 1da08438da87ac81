import type { Fixture } from './fixture.ts';

/** Slack has shown all that was queued, now by the clock of the test. */
export async function shown({ database, ctx }: Pick<Fixture, 'database' | 'ctx'>): Promise<void> {
  await database.db.query(
    `update delivery set state = 'sent', sent_at = $1, message_ts = '1.1', posted_in = channel_id
     where state in ('queued', 'sending')`,
    [ctx.clock.now()],
  );
}
