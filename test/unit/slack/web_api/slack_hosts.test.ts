import { describe, expect, test } from 'vitest';
import { isSlackAddress, onlyToSlack } from '../../../../src/slack/web_api/slack_hosts.ts';

const slack = 'https://slack.com/api/';
const simulator = 'http://127.0.0.1:4310/api/';

describe('an address is Slack’s', () => {
  test.each([
    ['https://hooks.slack.com/commands/T1/1/abc', slack],
    ['https://hooks.slack.com/actions/T1/1/abc', slack],
    ['https://HOOKS.SLACK.COM/app/T1/1/abc', slack],
    ['https://acme.slack.com/x', slack],
    ['https://slack.com/api/chat.postMessage', slack],
    ['https://hooks.slack.com:443/commands/T1', slack],
    ['https://hooks.slack-gov.com/commands/T1', 'https://slack-gov.com/api/'],
    ['http://127.0.0.1:4310/response/T1/R1', simulator],
    ['https://proxy.example.com/response/T1', 'https://proxy.example.com/slack/api/'],
    ['https://hooks.slack.com/commands/T1', simulator],
  ])('%s with %s', (address, apiUrl) => {
    expect(isSlackAddress(address, apiUrl)).toBe(true);
  });
});

describe('an address is not Slack’s', () => {
  test.each([
    ['http://hooks.slack.com/commands/T1', slack],
    ['https://hooks.slack.com.example.com/x', slack],
    ['https://hooks-slack.com/x', slack],
    ['https://notslack.com/x', slack],
    ['https://example.com/hooks.slack.com', slack],
    ['https://hooks.slack.com@example.com/x', slack],
    ['https://user:word@hooks.slack.com/x', slack],
    ['https://hooks.slack.com:8443/x', slack],
    ['https://hooks.slack.com./x', slack],
    ['https://example.com\\@hooks.slack.com/x', slack],
    ['https://xn--hooks-slack.com/x', slack],
    ['https://hooks.sl\u0430ck.com/x', slack],
    ['ftp://hooks.slack.com/x', slack],
    ['file:///etc/passwd', slack],
    ['data:text/plain,x', slack],
    ['javascript:alert(1)', slack],
    ['http://127.0.0.1:4310/response/T1', slack],
    ['http://169.254.169.254/latest/meta-data', slack],
    ['http://127.0.0.1:4311/response/T1', simulator],
    ['https://127.0.0.1:4310/response/T1', simulator],
    ['http://localhost:4310/response/T1', simulator],
    ['http://[::1]:4310/', simulator],
    ['//hooks.slack.com/x', slack],
    ['hooks.slack.com/x', slack],
    ['', slack],
    ['undefined', slack],
    ['[object Object]', slack],
  ])('%s with %s', async (address, apiUrl) => {
    expect(isSlackAddress(address, apiUrl)).toBe(false);
    const called: string[] = [];
    const call = onlyToSlack(apiUrl, async (url) => {
      called.push(String(url));
      throw new Error('called');
    });
    await expect(call(address, {})).rejects.toThrow('fetch failed');
    expect(called).toEqual([]);
  });
});
