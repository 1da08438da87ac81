import { beforeAll, describe, expect, test } from 'vitest';
import { seedCrowd } from '../../../harness/crowd.ts';
import { useStage } from '../stage.ts';

const channel = '#zoom-integration';

/** What one page holds, and the way to the next one. */
interface Page {
  text(): string;
  press(): Promise<unknown>;
}

describe('60 Zoom apps, of names that would notify people, with signs of markup, or very long', () => {
  const stage = useStage('socket');
  const ana = () => stage.slack.person('ana');

  beforeAll(async () => {
    const workspaceId = stage.slack.id;
    await seedCrowd(stage.database.connection, { workspaceId, apps: 60, channels: 3, live: 20 });
    const beginnings = `(array['<!channel> ', '@here ', '*bold* _it_ ~no~ \`code\` ', '<@U0ZOE> & ', repeat('🌊', 20), repeat('Ω', 36)])`;
    await stage.database.db.query(
      `update zoom_app set name = ${beginnings}[1 + substr(name_key, 13)::int % 6] || name where workspace_id = $1`,
      [workspaceId],
    );
  });

  /** The numbers at the ends of the names, over six pages. */
  async function numbersOver({ text, press }: Page): Promise<number[]> {
    const shown = new Set<number>();
    for (let page = 1; page <= 6; page += 1) {
      if (page > 1) {
        const before = text();
        await press();
        await expect.poll(text).not.toBe(before);
      }
      for (const [, number] of text().matchAll(/Integration (\d+)/g)) shown.add(Number(number));
    }
    return [...shown].sort((one, other) => one - other);
  }
  const each = Array.from({ length: 60 }, (_, i) => i + 1);

  test.each([
    ['/zoom-app list', /^Zoom apps/],
    ['/zoom-ready', /^Zoom readiness/],
  ])('are each on a page of %s, and notify nobody', async (command, heading) => {
    await ana().types(channel, command);
    const list = await ana().sees(channel, heading);
    const drawn: string[] = [];
    const text = () => list.text();
    const press = () => {
      drawn.push(JSON.stringify(list.blocks()));
      return ana().press(list, 'Next page');
    };
    expect(await numbersOver({ text, press })).toEqual(each);
    expect(list.buttons()).not.toContain('Next page');
    expect(drawn.join()).not.toMatch(/<!channel>|<!here>|@here|<@U0ZOE>/);
  });

  test('are each on a page of App Home', async () => {
    const home = await ana().opensHome();
    const press = () => home.press('Next page');
    expect(await numbersOver({ text: () => home.text(), press })).toEqual(each);
    expect(home.text()).toContain('60 environments by stage');
    expect(home.buttons()).not.toContain('Next page');
  });
});
