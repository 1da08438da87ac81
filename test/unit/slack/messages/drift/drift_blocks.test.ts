import { describe, expect, it } from 'vitest';
import type { CardDrift } from '../../../../../src/core/apps/zoom_app.ts';
import type { DriftFinding } from '../../../../../src/core/drift/findings.ts';
import { statusCard } from '../../../../../src/slack/messages/card/status_card.ts';
import { labels, read } from '../reading.ts';
import { card, environment, longNames, mischief, now } from '../samples.ts';

const scope = (changes: Partial<Extract<DriftFinding, { kind: 'scope' }>> = {}): DriftFinding => ({
  kind: 'scope',
  key: 'meeting:write:meeting:admin',
  listed: ['meeting:write:meeting'],
  known: 'known',
  since: '2.0',
  connector: true,
  actions: [],
  ...changes,
});
const shown = (open: readonly DriftFinding[], connector: CardDrift['connector'] = 'compared') =>
  statusCard(card([environment()], { drift: { open, connector } }), now, 'channel');

describe('what an app lacks, on its card', () => {
  it.each<[string, DriftFinding, string]>([
    [
      'a scope that came with a version',
      scope(),
      'From version 2.0 the Zoom connector needs `meeting:write:meeting:admin`, which *StackOne Integration* does not declare: add it in Zoom, edit the scopes here, and link the accounts again.',
    ],
    [
      'a scope that was always needed, by actions',
      scope({ since: null, connector: false, actions: ['zoom_a', 'zoom_b'] }),
      'The StackOne actions `zoom_a` and `zoom_b` need `meeting:write:meeting:admin`, which',
    ],
    [
      'a scope that the catalogue does not know',
      scope({ key: 'x:read:y:admin', listed: ['x:read:y'], known: 'unknown' }),
      "Greenroom's catalogue does not know `x:read:y:admin` (StackOne lists `x:read:y`), so it is not known how Zoom names it",
    ],
    [
      'a scope that Zoom has at another level only',
      scope({ known: 'other_level' }),
      'From version 2.0 the Zoom connector needs `meeting:write:meeting`. As far as the catalogue knows, Zoom has no such scope',
    ],
    [
      'an action that is gone',
      { kind: 'action_gone', key: 'action zoom_fly', action: 'zoom_fly' },
      'StackOne does not list the action `zoom_fly` any more, which *StackOne Integration* uses',
    ],
    [
      'a breaking version',
      { kind: 'breaking', key: 'version 2.0.0', from: '1.4.0', to: '2.0.0' },
      'linked accounts may have to authorise again',
    ],
    [
      'a pinned profile',
      {
        kind: 'pinned',
        key: 'p',
        environment: 'development',
        pinned: '1.0.0',
        newest: '2.0.0',
        behind: true,
      },
      'The profile of Development is pinned to version 1.0.0; the newest is 2.0.0.',
    ],
    [
      'a pinned profile whose version has no order',
      { kind: 'pinned', key: 'p', environment: 'production', pinned: 'old', newest: 'new', behind: null },
      'Which of them is newer cannot be told from their names.',
    ],
    [
      'a scope that a newer catalogue refuses',
      { kind: 'refused', key: 'declared a:b:c', scope: 'a:b:c', catalogue: '2026-11' },
      'By the catalogue of Zoom scopes of 2026-11, `a:b:c` cannot be declared as it is',
    ],
  ])('says it plainly: %s', (_what, finding, words) => {
    const view = shown([finding]);
    expect(read(view)).toContain(words);
    expect(labels(view.blocks)).toContain('Accept as it is');
    expect(view.text).toContain('asks for more than it declares');
  });

  it('says one sentence for several scopes of one cause', () => {
    const text = read(shown([scope(), scope({ key: 'meeting:delete:meeting:admin' })]));
    expect(text).toContain('`meeting:write:meeting:admin` and `meeting:delete:meeting:admin`, which');
    expect(text.match(/From version 2\.0/g)).toHaveLength(1);
  });

  it('says where it does not know', () => {
    const words = 'No StackOne actions are recorded for this app';
    expect(read(shown([scope()], 'no_actions'))).toContain(words);
    expect(read(shown([scope()], 'compared'))).not.toContain(words);
    expect(read(shown([], 'not_available'))).toContain('is not available: the API key may not list actions');
    for (const connector of ['not_yet', 'compared', 'no_actions'] as const)
      expect(read(shown([], connector))).toBe(read(shown([], 'not_yet')));
  });

  it('says how old a list is that StackOne does not give any more', () => {
    const drift = { open: [scope()], connector: 'compared', staleSince: now } as const;
    const text = read(statusCard(card([environment()], { drift }), now, 'channel'));
    expect(text).toContain('StackOne has given no list of its actions since');
    expect(read(shown([scope()]))).not.toContain('has given no list');
  });

  it('stays within bounds and harmless, whatever StackOne sends', () => {
    for (const name of [mischief, ...Object.values(longNames)]) {
      const open = Array.from({ length: 300 }, (_, n) =>
        scope({
          key: `${n} ${name}`,
          listed: [name],
          since: `${n} ${name}`,
          known: 'unknown',
          connector: n % 2 === 0,
          actions: [name],
        }),
      );
      const view = shown(open, 'no_actions');
      expect(JSON.stringify(view)).not.toMatch(/<!channel>|<@U0BAD>|<https:\/\/evil|@here/);
      expect(read(view)).toContain('more lines like these');
    }
  });
});
