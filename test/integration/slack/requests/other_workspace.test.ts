import { describe, expect, test } from 'vitest';
import { actionIds } from '../../../../src/slack/action_ids.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import {
  answered,
  buttons,
  buttonValues,
  errorsOf,
  silentButtons,
  submitsWhatOpened,
  thingsOf,
} from '../every_button.ts';
import { press } from '../press.ts';
import { registered, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe("ids of another workspace's things", () => {
  const stage = useStage('socket');
  const other = 'TOTHER';
  /** All that is stored of the other workspace. */
  const stored = async () => {
    const { db } = stage.database;
    const tables = await db.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
    );
    const rows = tables.map(({ name }) =>
      db.query(`select to_jsonb(r) as row from "${name}" r where workspace_id = $1 order by 1`, [other]),
    );
    return (await Promise.all(rows)).map((found, i) => ({ ...tables[i], found }));
  };

  test('let no button or form show, change or delete anything of it, not even for an admin', async () => {
    await saveWorkspace(
      stage.database.db,
      { id: other, name: 'Other', url: 'https://other.slack.com/', botUserId: 'UOTHERBOT' },
      new Date(),
    );
    const card = await registered(
      { ...stage, slack: { ...stage.slack, id: other }, usecases: stage.usecases },
      { name: 'Hidden elsewhere' },
    );
    const things = await thingsOf(stage, card, other);
    const before = await stored();
    expect(JSON.stringify(before)).toContain('Hidden elsewhere');
    for (const button of buttons) {
      stage.slack.inspector.clear();
      expect(await press(stage, actionIds[button], buttonValues[button](things), { where: channel })).toBe(
        'acked',
      );
      if (!silentButtons.has(button)) await answered(stage, button);
      await submitsWhatOpened(stage, 'ana');
      // What it sends, and what it answers to a submitted form.
      const said = JSON.stringify(
        stage.slack.inspector
          .entries()
          .map(({ direction, request, reply }) => (direction === 'from_app' ? request : reply)),
      );
      expect([button, said.includes('Hidden elsewhere')]).toEqual([button, false]);
    }
    expect(await stored()).toEqual(before);
    expect(errorsOf(stage)).toEqual([]);
  });
});
