import { expect, test } from 'vitest';
import { asks } from '../../../harness/asks.ts';
import { useStage } from '../../../integration/slack/stage.ts';

const stage = useStage('http');

test('a Slack whose clock runs ahead, so that old answers go stale, still signs what Greenroom accepts', async () => {
  const ana = stage.slack.person('ana');
  stage.slack.advance(31 * 60_000);
  await asks(ana, '/zoom-app list', 'No Zoom app is registered');
  const home = await ana.opensHome();
  await home.sees('No Zoom app is registered yet.');
  expect(stage.slack.inspector.violations()).toEqual([]);
});
