import { describe, expect, test } from 'vitest';
import { until } from '../../../harness/until.ts';
import { transports, useStage } from '../../../integration/slack/stage.ts';

const unknownScopes = '/zoom-scopes check admin meeting:read:nothing:admin, user:read:user';

describe.each(transports)('a Slack without the blocks that were rolled out lately, over %s', (transport) => {
  const stage = useStage(transport, { lacks: ['alert', 'table'] });
  const ana = () => stage.slack.person('ana');

  test('shows the verdict of a check as lines instead of a table', async () => {
    expect((await ana().types('#general', unknownScopes)).outcome).toBe('acked');
    const answer = await ana().sees('#general', 'user:read:user:admin');
    expect(answer.blocks().map(({ type }) => type)).not.toContain('table');
    expect(answer.text()).toContain('Scope · Verdict · What to do');
  });

  test('shows what is wrong with a form in words above its fields', async () => {
    const { message } = await ana().types('#general', '/zoom-app register Older');
    expect(message).toBeNull();
    const modal = await ana().modal('Register a Zoom app');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    expect(await modal.submit()).toBe('updated');
    await ana().topModal()?.dismiss();
    await ana().types('#general', '/zoom-scopes');
    const paste = await ana().modal(/scopes/i);
    await paste.fill('Scopes', 'meeting:read:nothing:admin');
    await paste.submit();
    await until(() => /nothing/.test(ana().topModal()?.text() ?? ''));
  });

  test('is asked about each young block once', async () => {
    await ana().types('#general', unknownScopes);
    await ana().types('#general', unknownScopes);
    const refused = stage.slack.inspector.calls('response_url').filter(({ status }) => status === 400);
    expect(refused.length).toBeLessThanOrEqual(1);
  });
});

describe.each(transports)('an unlisted error code of a refusal, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');

  test('of views.open is sent to the person as text', async () => {
    stage.slack.faults.failNext('views.open', 'a_code_of_next_year', 2);
    await ana().types('#general', '/zoom-app register Refused');
    const answer = await ana().sees('#general', 'Slack did not show');
    expect(answer.text()).toContain('a_code_of_next_year');
    stage.slack.faults.clear();
  });

  test('of views.publish is sent as a direct message', async () => {
    stage.slack.faults.failNext('views.publish', 'a_code_of_next_year', 10);
    await ana()
      .opensHome()
      .catch(() => {});
    await ana().sees('@bot', 'Slack did not show');
    stage.slack.faults.clear();
  });
});
