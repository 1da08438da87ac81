import { describe, expect, it } from 'vitest';
import { PLACE, playWith, STRANGERS } from './stage.ts';

describe.each(STRANGERS)('the shortcuts of $name over $wire', ({ bot, wire }) => {
  it('open a form from anywhere', async () => {
    const { slack, ana } = await playWith(bot, wire);
    expect(await ana.runsShortcut('Hopes')).toBe('acked');
    await (await ana.modal('My hopes')).sees('Hopes and dreams');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('quote the message on which they were called', async () => {
    const { slack, ana, zoe } = await playWith(bot, wire);
    await zoe.types(PLACE, 'The moon is nice');
    const said = await ana.sees(PLACE, 'The moon is nice');
    expect(await ana.runsShortcutOn(said, 'Quote')).toBe('acked');
    await zoe.sees(PLACE, '@Zoë said: The moon is nice');
    expect(slack.inspector.violations()).toEqual([]);
  });
});
