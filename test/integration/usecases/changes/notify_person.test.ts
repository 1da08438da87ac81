import { describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { notifyPerson } from '../../../../src/usecases/changes/notify_person.ts';
import { ana, hour, minute, T1, useFixture } from '../fixture.ts';

const stage = useFixture();

/** A message of which the newest one counts. */
const nudges = (more: number): Message => ({ kind: 'nudges', steps: [], more });

/** Says it to Ana, as an edit of what was posted in the last minutes. */
async function says(more: number, withinMs: number): Promise<void> {
  const { ctx } = stage.fixture;
  const editSince = new Date(ctx.clock.now().getTime() - withinMs);
  await notifyPerson(ctx.db, ctx, { workspaceId: T1, userId: ana, message: () => nudges(more), editSince });
}

/** Slack shows what is queued. */
const shows = () =>
  stage.fixture.database.db.query(
    `update delivery set state = 'sent', message_ts = '1.' || seq where state = 'queued'`,
  );

async function waiting() {
  const rows = await stage.fixture.database.db.query<{ more: number; edit: boolean }>(
    `select (message ->> 'more')::integer as more, edits is not null as edit from delivery where state = 'queued' order by seq`,
  );
  return rows.map(({ more, edit }) => `${edit ? 'edit' : 'message'} ${more}`);
}

describe('a direct message', () => {
  test.each([
    ['is edited soon after it was posted', 5 * minute, 10 * minute, ['edit 2']],
    ['is a new one long after the last was posted', hour, 10 * minute, ['message 2']],
  ])('%s', async (_what, passes, within, expected) => {
    await says(1, within);
    await shows();
    stage.fixture.pass(passes);
    await says(2, within);
    expect(await waiting()).toEqual(expected);
  });

  test('is a new one although the last, which is old, was edited a moment ago', async () => {
    await says(1, 0);
    await shows();
    stage.fixture.pass(hour);
    await says(2, 2 * hour);
    await shows();
    stage.fixture.pass(minute);
    await says(3, 10 * minute);
    expect(await waiting()).toEqual(['message 3']);
  });

  test('is a new one although an edit of the last, which is old, waits', async () => {
    await says(1, 0);
    await shows();
    stage.fixture.pass(hour);
    await says(2, 2 * hour);
    expect(await waiting()).toEqual(['edit 2']);
    await says(3, 10 * minute);
    expect(await waiting()).toEqual(['message 3']);
  });

  test('that waits, for however long, says the newest', async () => {
    await says(1, 0);
    stage.fixture.pass(24 * hour);
    await says(2, 0);
    expect(await waiting()).toEqual(['message 2']);
  });
});
