import { describe, expect, it } from 'vitest';
import { actionIds } from '../../../../src/slack/action_ids.ts';
import { button, confirm, linkButton, nth } from '../../../../src/slack/blocks/elements.ts';
import { actions } from '../../../../src/slack/blocks/layout.ts';
import { withMenu } from '../../../../src/slack/blocks/menu.ts';
import { parseAction } from '../../../../src/slack/requests/action_payload.ts';
import { labels, read } from '../messages/reading.ts';

const rare = (n: number) =>
  Array.from({ length: n }, (_, i) => button(`Rare ${i}`, nth(actionIds.guide, i), `value ${i}`));
const often = button('Often', actionIds.checkNow, 'app');
const readable = (elements: ReturnType<typeof withMenu>) => read({ text: 'x', blocks: actions(elements) });

describe('a menu behind buttons', () => {
  it.each([
    [0, '[Often]'],
    [1, '[Often] [Rare 0]'],
    [2, '[Often] <… Rare 0 / Rare 1>'],
    [5, '[Often] <… Rare 0 / Rare 1 / Rare 2 / Rare 3 / Rare 4>'],
    [6, '[Often] <… Rare 0 / Rare 1 / Rare 2 / Rare 3 / Rare 4> <… Rare 5>'],
  ])('holds %i rare ones as Slack takes them', (n, words) => {
    expect(readable(withMenu([often], rare(n), 'app'))).toBe(words);
  });

  it('leaves as a button what a menu cannot carry', () => {
    const sure = button('Sure?', 'a', 'v', { confirm: confirm('Sure?', 'Really?', 'Yes') });
    const away = linkButton('Away', 'https://example.com', 'b');
    const long = button('Long', 'c', 'v'.repeat(150));
    const elements = withMenu([often], [sure, away, ...rare(2), long], 'app');
    expect(readable(elements)).toBe('[Often] [Sure?] [Away] [Long] <… Rare 0 / Rare 1>');
  });

  it('leads to the same action with the same value as the button that it stands for', () => {
    for (const given of [...rare(3), button('Empty', actionIds.register, '')]) {
      const [menu] = withMenu([], [given, ...rare(1)], 'key').filter(({ type }) => type === 'overflow');
      const option = menu?.type === 'overflow' ? menu.options[0] : undefined;
      const pressed = (action: object) => {
        const { actionId, value } = parseAction({ ...payload, actions: [action] });
        return { actionId, value };
      };
      expect(pressed({ action_id: menu?.action_id, selected_option: option })).toEqual(
        pressed({ action_id: given.action_id, value: given.value }),
      );
    }
  });

  it('reads a press that says nothing as an action that nobody knows', () => {
    const press = { action_id: 'menu#app.0', selected_option: { value: '' } };
    expect(parseAction({ ...payload, actions: [press] })).toMatchObject({ actionId: '', value: '' });
  });

  it('offers every entry once', () => {
    const all = labels(withMenu([often], rare(12), 'app'));
    expect(all).toEqual(['Often', ...Array.from({ length: 12 }, (_, i) => `Rare ${i}`)]);
  });
});

const payload = {
  user: { id: 'U0ANA' },
  trigger_id: '1',
  container: { type: 'message', channel_id: 'C1', is_ephemeral: false },
};
