import { describe, expect, it } from 'vitest';
import { acme, globex, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import type { Bot } from './bots/bot.ts';
import { BOTS, endsWithTheTest, PLACE } from './stage.ts';

async function offeredTo(bot: Bot) {
  const workspaces = [acme(), globex()].map((workspace) => ({ ...workspace, installed: false }));
  const slack = await startSlack({ manifest: bot.manifest('http'), workspaces });
  endsWithTheTest(() => slack.stop());
  const { installUrl, stop } = await bot.startInstallable(slack);
  endsWithTheTest(stop);
  return { slack, installUrl, other: slack.workspace('Globex') };
}

describe.each(BOTS)('the install page of $name', (bot) => {
  it('brings it into two workspaces, each with its own token', async () => {
    const { slack, other, installUrl } = await offeredTo(bot);
    for (const workspace of [slack, other])
      expect(await workspace.installsFrom(installUrl)).toMatchObject({ status: 200 });
    const [ana, gil] = [slack.person('ana'), other.person('gil')];
    await ana.types(PLACE, `${bot.command} whoami`);
    await gil.types(PLACE, `${bot.command} whoami`);
    await ana.sees(PLACE, 'Ana of Europe/Madrid');
    await gil.sees(PLACE, 'Gil of Asia/Tokyo');
    expect(ana.transcript(PLACE)).not.toContain('Gil');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('is needed: a workspace without it has no such command', async () => {
    const { slack, other, installUrl } = await offeredTo(bot);
    await slack.installsFrom(installUrl);
    const typed = await other.person('gil').types(PLACE, `${bot.command} whoami`);
    expect(typed.outcome).toBe('slack');
  });

  it('brings it back after it was removed', async () => {
    const { slack, installUrl } = await offeredTo(bot);
    await slack.installsFrom(installUrl);
    await slack.uninstalls();
    const ana = slack.person('ana');
    expect((await ana.types(PLACE, `${bot.command} whoami`)).outcome).toBe('slack');
    await slack.installsFrom(installUrl);
    await ana.types(PLACE, `${bot.command} whoami`);
    await ana.sees(PLACE, 'Ana of Europe/Madrid');
  });
});

describe.each(BOTS)('the endpoint of $name', (bot) => {
  it('answers the challenge with which Slack verifies it', async () => {
    const slack = await startSlack({ manifest: bot.manifest('http') });
    endsWithTheTest(() => slack.stop());
    endsWithTheTest(await bot.start(slack, 'http'));
    expect(await slack.verifiesUrl()).toBe(true);
  });
});
