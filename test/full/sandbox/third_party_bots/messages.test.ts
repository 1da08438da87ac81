import { describe, expect, it } from 'vitest';
import { until } from '../../../harness/until.ts';
import { WIRES } from './bots/bot.ts';
import { edgeBot } from './bots/edge_bot.ts';
import { PLACE, playWith, STRANGERS } from './stage.ts';

describe.each(STRANGERS)('messages to $name over $wire', ({ bot, wire }) => {
  it('are answered where they stand, and its own answer is not', async () => {
    const { slack, ana } = await playWith(bot, wire);
    await ana.types(PLACE, 'hello everybody');
    await ana.sees(PLACE, 'hello, how are you?');
    // Both are told to the app: what Ana wrote, and what it wrote itself.
    const settled = () => slack.inspector.deliveries('event:message').filter((one) => one.reply !== null);
    await until(() => settled().length >= 2, 'both messages to be told');
    await ana.types(PLACE, 'hi again');
    await ana.sees(PLACE, 'hi, how are you?');
    expect(ana.messages(PLACE).map((message) => message.text())).toEqual([
      'hello everybody',
      'hello, how are you?',
      'hi again',
      'hi, how are you?',
    ]);
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('in a thread are answered there', async () => {
    const { slack, ana, zoe } = await playWith(bot, wire);
    const { message } = await ana.types(PLACE, 'Anybody here?');
    await zoe.types(PLACE, 'hey you', message === null ? {} : { thread: message });
    const answer = await ana.sees(PLACE, 'hey, how are you?');
    expect(answer.threadTs).toBe(message?.ts);
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('that call it by its name are answered in a thread', async () => {
    const { ana } = await playWith(bot, wire);
    const { message } = await ana.types(PLACE, `What now, @${bot.name}?`);
    expect(message?.text()).toContain(`@${bot.name}`);
    expect((await ana.sees(PLACE, 'You called?')).threadTs).toBe(message?.ts);
  });

  it('of a channel it is not in do not reach it, until it is invited', async () => {
    const { slack, ana } = await playWith(bot, wire);
    await ana.types('#general', 'hello there');
    await slack.invitesBot('#general');
    await ana.sees('#general', 'Thanks for the invitation');
    await ana.types('#general', 'hi again');
    await ana.sees('#general', 'hi, how are you?');
    expect(ana.transcript('#general')).not.toContain('hello, how');
    expect(slack.inspector.violations()).toEqual([]);
  });
});

describe.each(STRANGERS)('a channel that $name enters by itself, over $wire', ({ bot, wire }) => {
  it('sees it come, and is listened to from then on', async () => {
    const { slack, ana } = await playWith(bot, wire);
    await ana.types('#general', `${bot.command} join`);
    await ana.sees('#general', `@${bot.name} has joined the channel`);
    await ana.sees('#general', 'Thanks for the invitation');
    await ana.types('#general', 'hello bot');
    await ana.sees('#general', 'hello, how are you?');
    expect(slack.inspector.violations()).toEqual([]);
  });
});

describe.each(WIRES)('what only one of them receives, over %s', (wire) => {
  it('are private channels and direct messages, where its manifest subscribes to them', async () => {
    const { slack, ana } = await playWith(edgeBot, wire);
    await slack.invitesBot('#platform');
    await ana.types('#platform', 'hello platform');
    await ana.sees('#platform', 'hello, how are you?');
    await ana.types('@bot', 'hey bot');
    await ana.sees('@bot', 'hey, how are you?');
  });
});

describe.each(STRANGERS)('the buttons of $name over $wire', ({ bot, wire }) => {
  it('replace and delete an ephemeral message through its response_url', async () => {
    const { slack, asks, ana } = await playWith(bot, wire);
    await asks('menu');
    const first = await ana.sees(PLACE, 'What shall become of me?');
    expect(await ana.press(first, 'Replace')).toBe('acked');
    await ana.sees(PLACE, 'Replaced');
    expect(first.buttons()).toEqual([]);
    await asks('menu');
    const second = await ana.sees(PLACE, 'What shall become of me?');
    await ana.press(second, 'Delete');
    await ana.noLongerSees(PLACE, 'What shall become of me?');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('post to everybody beside an ephemeral message, which stays', async () => {
    const { asks, ana, zoe } = await playWith(bot, wire);
    await asks('menu');
    const menu = await ana.sees(PLACE, 'What shall become of me?');
    await ana.press(menu, 'Everyone');
    await zoe.sees(PLACE, 'For everyone');
    expect([menu.isDeleted(), menu.edits(), menu.ephemeral]).toEqual([false, 0, true]);
  });

  it('update a message, answer in its thread, and delete it', async () => {
    const { slack, asks, ana, zoe } = await playWith(bot, wire);
    await asks('card');
    const first = await zoe.sees(PLACE, 'Travel request');
    await zoe.press(first, 'Discuss');
    expect((await ana.sees(PLACE, 'What do you think?')).threadTs).toBe(first.ts);
    await zoe.press(first, 'Approve');
    await ana.sees(PLACE, 'Approved by @Zoë');
    expect([first.text(), first.edits()]).toEqual(['Approved by @Zoë', 1]);
    await asks('card');
    const second = await ana.sees(PLACE, 'Travel request');
    await ana.press(second, 'Remove');
    await zoe.noLongerSees(PLACE, 'Travel request');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('and menus say what was chosen', async () => {
    const { asks, ana } = await playWith(bot, wire);
    await asks('card');
    const card = await ana.sees(PLACE, 'Travel request');
    expect(await ana.selectIn(card, 'Urgency', 'High')).toBe('acked');
    await ana.sees(PLACE, 'Urgency: High');
  });
});
