import { describe, expect, it } from 'vitest';
import { PLACE, playWith, STRANGERS } from './stage.ts';

describe.each(STRANGERS)('a command of $name over $wire', ({ bot, wire }) => {
  it('is answered with a text in the acknowledgement, for the typist only', async () => {
    const { slack, asks, zoe } = await playWith(bot, wire);
    const typed = await asks('say good morning');
    expect([typed.outcome, typed.message?.text(), typed.message?.ephemeral]).toEqual([
      'acked',
      'You said: good morning',
      true,
    ]);
    expect(zoe.transcript(PLACE)).toBe('');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('is answered for everybody', async () => {
    const { asks, zoe } = await playWith(bot, wire);
    await asks('loud good morning');
    expect((await zoe.sees(PLACE, /^good morning$/)).ephemeral).toBe(false);
    await zoe.sees(PLACE, `${bot.command} loud good morning`);
  });

  it('is answered through its response_url, with what a middleware has put in', async () => {
    const { slack, asks, ana, zoe } = await playWith(bot, wire);
    expect((await asks('')).message).toBeNull();
    await ana.sees(PLACE, 'Good day from the bot');
    expect(zoe.transcript(PLACE)).toBe('');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('looks up who typed it, and writes to that person alone', async () => {
    const { slack, asks, ana, zoe } = await playWith(bot, wire);
    await asks('whoami');
    expect((await ana.sees(PLACE, 'Ana of Europe/Madrid')).ephemeral).toBe(true);
    expect(zoe.transcript(PLACE)).toBe('');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('lists the people and, page by page, the channels', async () => {
    const { slack, asks, ana } = await playWith(bot, wire);
    await asks('around');
    await ana.sees(PLACE, 'Acme: 3 people in general and zoom-integration');
    expect(slack.inspector.calls('conversations.list').length).toBeGreaterThanOrEqual(2);
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('that its manifest does not name is none', async () => {
    const { slack, ana } = await playWith(bot, wire);
    const typed = await ana.types(PLACE, '/zoom-app help');
    expect([typed.outcome, typed.message?.text()]).toEqual(['slack', expect.stringContaining('not a valid')]);
    expect(slack.inspector.deliveries('command')).toEqual([]);
  });
});

describe.each(STRANGERS)('the direct messages of $name over $wire', ({ bot, wire }) => {
  it('reach a person where the Messages tab is on, and are refused where it is off', async () => {
    const { asks, ana } = await playWith(bot, wire);
    await asks('dm');
    const closed = JSON.stringify(bot.manifest(wire)).includes('"messages_tab_enabled":false');
    if (closed) await ana.sees(PLACE, 'No: messages_tab_disabled');
    else await ana.sees('@bot', 'Only for you');
  });
});
