import { describe, expect, it, onTestFinished } from 'vitest';
import { Secret } from '../../src/core/secrets/secret.ts';
import { createLog, slackLogger } from '../../src/log.ts';
import { scrub } from '../../src/scrub.ts';
import { startTracing } from '../../src/telemetry/start_telemetry.ts';
import { recordedLog } from '../harness/log.ts';

const BOT = 'xoxb-123456789012-1234567890123-AbCdEfGhIjKl';
const APP = 'xapp-1-A0123456789-1234567890123-abcdef0123456789';
const STACKONE = 'v1.eu1.AbCdEf0123456789_-';

describe('the log', () => {
  it.each([
    ['a Secret', { key: new Secret('hunter2') }],
    ['a Secret deep inside', { a: { b: { c: new Secret('hunter2') } } }],
    ['a key that names a secret', { client_secret: 'hunter2' }],
    ['such a key inside', { request: { headers: { authorization: 'hunter2' } } }],
    [
      'an error with a Secret in it',
      { err: Object.assign(new Error('no'), { token: new Secret('hunter2') }) },
    ],
    [
      'an error with a secret by its key',
      { err: Object.assign(new Error('no'), { client_secret: 'hunter2' }) },
    ],
  ])('does not show %s', (_what, fields) => {
    const { log, lines } = recordedLog();
    log.error(fields, 'something');
    expect(lines.join()).toContain('something');
    expect(lines.join()).not.toContain('hunter2');
  });

  it.each([BOT, APP, STACKONE, `Bearer ${STACKONE}`])(
    'scrubs %s from messages, values and errors',
    (token) => {
      const { log, lines } = recordedLog();
      log.info(`it was ${token}`);
      log.info({ note: token, err: new Error(`failed with ${token}`) }, 'again');
      expect(lines.join()).not.toContain(token);
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    },
  );
});

describe('the fields of a line', () => {
  /** As the process wires it. */
  async function wired(endpoint: string | null) {
    const tracing = await startTracing({ endpoint, version: '1', instance: 'i', onTrouble() {} });
    onTestFinished(() => tracing.stop());
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    const log = createLog({ level: 'debug', fields: tracing.fields, destination });
    const fieldsOf = (line: string) =>
      Object.keys(JSON.parse(line)).filter((name) => !/level|time/.test(name));
    return { log, tracing, seen: () => lines.map(fieldsOf) };
  }

  it.each([null, 'http://127.0.0.1:1'])(
    'are its own, not those of lines before it (traces to %s)',
    async (to) => {
      const { log, seen } = await wired(to);
      log.error({ err: new Error('no'), reference: 'r1' }, 'one');
      log.child({ where: 'here' }).warn({ channel: 'C1' }, 'two');
      log.info('three');
      expect(seen()).toEqual([['err', 'reference', 'msg'], ['where', 'channel', 'msg'], ['msg']]);
    },
  );

  it('name the trace they belong to, and only while it lasts', async () => {
    const { log, tracing, seen } = await wired('http://127.0.0.1:1');
    await tracing.span({ name: 'work' }, async () => log.info({ own: 1 }, 'inside'));
    log.info('outside');
    expect(seen()).toEqual([['trace_id', 'span_id', 'own', 'msg'], ['msg']]);
  });

  it('are their own too when whoever gives them always gives the same object', () => {
    const lines: string[] = [];
    const shared = { replica: 'a' };
    const log = createLog({
      level: 'info',
      fields: () => shared,
      destination: { write: (line) => void lines.push(line) },
    });
    log.info({ extra: 1 }, 'one');
    log.info('two');
    expect(JSON.parse(lines[1] ?? '')).not.toHaveProperty('extra');
    expect(shared).toEqual({ replica: 'a' });
  });
});

describe('scrubbing', () => {
  it.each([
    ['Authorization: Basic dXNlcjpwYXNzd29yZA==', 'Authorization: Basic [secret]'],
    ['{"client_secret":"abc","name":"x"}', '{"client_secret":"[secret]","name":"x"}'],
    ['grant_type=x&client_secret=abc&code=1', 'grant_type=x&client_secret=[secret]&code=1'],
    ['postgres://bot:pa55@db.example/x', 'postgres://bot:[secret]@db.example/x'],
    ['https://hooks.slack.com/commands/T1/2/abc', 'https://hooks.slack.com/[secret]'],
    ['xoxe.xoxp-1-abc and xoxp-2-def', '[secret] and [secret]'],
    ['v1.0.0 of basic things, bearer of news', 'v1.0.0 of basic things, bearer of news'],
    ['user:read:admin meeting:write', 'user:read:admin meeting:write'],
  ])('%s becomes %s', (text, scrubbed) => {
    expect(scrub(text)).toBe(scrubbed);
  });
});

describe("the logger for Slack's SDK", () => {
  it('drops debug, where whole frames would appear, even when we log debug', () => {
    const { log, lines } = recordedLog();
    const logger = slackLogger(log);
    logger.debug('frame', { code: 'one-time' });
    logger.info('connected');
    expect(lines.join()).not.toContain('one-time');
    expect(lines).toHaveLength(1);
    expect(logger.getLevel()).toBe('info');
  });

  it('puts the parts into one scrubbed line', () => {
    const { log, lines } = recordedLog();
    slackLogger(log).warn('odd:', { token: BOT }, new Error(`with ${APP}`), new Secret('hunter2'), undefined);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('odd:');
    for (const token of [BOT, APP, 'hunter2']) expect(lines[0]).not.toContain(token);
  });

  it('survives what cannot be written as JSON', () => {
    const { log, lines } = recordedLog();
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    slackLogger(log).error(circle, 10n);
    expect(lines).toHaveLength(1);
  });
});
