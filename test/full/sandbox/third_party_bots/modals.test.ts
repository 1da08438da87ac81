import { describe, expect, it } from 'vitest';
import { PLACE, playWith, STRANGERS } from './stage.ts';

describe.each(STRANGERS)('a form of $name over $wire', ({ bot, wire }) => {
  it('is updated by its button, and keeps what was typed', async () => {
    const { slack, asks, ana } = await playWith(bot, wire);
    await asks('form');
    const modal = await ana.modal('My hopes');
    await modal.fill('Hopes and dreams', 'A walk on the moon');
    await modal.press('Change it');
    expect((await ana.modal('New title')).value('Hopes and dreams')).toBe('A walk on the moon');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('is refused with words under its field, then taken', async () => {
    const { slack, asks, ana, zoe } = await playWith(bot, wire);
    await asks('form');
    const modal = await ana.modal('My hopes');
    await modal.fill('Hopes and dreams', 'nothing');
    await modal.pickChannel('Channel', PLACE);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()).toEqual({ 'Hopes and dreams': 'Everybody hopes for something.' });
    await modal.fill('Hopes and dreams', 'A walk on the moon');
    expect(await modal.submit()).toBe('closed');
    await zoe.sees(PLACE, '@Ana hopes (anything): A walk on the moon');
    await zoe.sees(PLACE, 'That was all');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('offers what fits the letters typed', async () => {
    const { slack, asks, ana, zoe } = await playWith(bot, wire);
    await asks('form');
    const modal = await ana.modal('My hopes');
    const offered = await modal.suggestions('Topic', 'tr');
    expect(offered.map(({ text }) => text)).toEqual(['Travel', 'Trees']);
    expect(await modal.suggestions('Topic', 'xyz')).toEqual([]);
    await modal.pick('Topic', ['Trees'], { typing: 't' });
    await modal.fill('Hopes and dreams', 'A forest');
    await modal.pickChannel('Channel', PLACE);
    expect(await modal.submit()).toBe('closed');
    await zoe.sees(PLACE, '@Ana hopes (Trees): A forest');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('gets view_closed', async () => {
    const { slack, asks, ana } = await playWith(bot, wire);
    await asks('form');
    const modal = await ana.modal('My hopes');
    await modal.close();
    expect((await ana.sees(PLACE, 'You closed the form')).ephemeral).toBe(true);
    expect(modal.isOpen()).toBe(false);
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('leads through pushed and updated steps, and ends with all of them closed', async () => {
    const { slack, asks, ana } = await playWith(bot, wire);
    await asks('steps');
    const first = await ana.modal('Step 1');
    await first.fill('Answer 1', 'one');
    expect(await first.submit()).toBe('pushed');
    const second = await ana.modal('Step 2');
    await second.fill('Answer 2', 'two');
    expect(await second.submit()).toBe('updated');
    const third = await ana.modal('Step 3');
    await third.fill('Answer 3', 'three');
    expect(await third.submit()).toBe('closed');
    expect(ana.topModal()).toBeNull();
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('lays another one on top, and is there again after that', async () => {
    const { slack, asks, ana } = await playWith(bot, wire);
    await asks('steps');
    const first = await ana.modal('Step 1');
    await first.fill('Answer 1', 'half a thou');
    await first.press('Explain');
    const above = await ana.modal('Explained');
    await above.close();
    expect((await ana.modal('Step 1')).value('Answer 1')).toBe('half a thou');
    expect(slack.inspector.violations()).toEqual([]);
  });
});

describe.each(STRANGERS)('the Home of $name over $wire', ({ bot, wire }) => {
  it('is published when it is opened, and anew when its button is pressed', async () => {
    const { slack, ana } = await playWith(bot, wire);
    const home = await ana.opensHome();
    expect(home.text()).toContain('Welcome home, @Ana');
    await home.press('Press me');
    await home.sees('Pressed 1 times');
    expect(slack.inspector.violations()).toEqual([]);
  });
});
