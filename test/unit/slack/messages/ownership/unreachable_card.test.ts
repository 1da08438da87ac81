import { describe, expect, test } from 'vitest';
import { statusCard } from '../../../../../src/slack/messages/card/status_card.ts';
import { read } from '../reading.ts';
import { card, environment, minutesAgo, now, zoomApp } from '../samples.ts';

const gone = (...ids: string[]) => ids.map((userId) => ({ userId, since: minutesAgo(60) }));

describe('a card with owners who cannot be reached', () => {
  const words = (owners: string[], unreachable: string[]) => {
    const shown = {
      ...card([environment()]),
      app: zoomApp({ owners }),
      unreachableOwners: gone(...unreachable),
    };
    return read(statusCard(shown, now, 'channel'));
  };

  test('says who, and offers to take over where nobody else owns the app', () => {
    expect(words(['U0BEN'], ['U0BEN'])).toMatch(
      /cannot reach U0BEN since .*Nobody else owns this app.*\[Take over\]/s,
    );
  });

  test('offers it not where another owner is left', () => {
    expect(words(['U0ANA', 'U0BEN'], ['U0BEN'])).toMatch(/cannot reach U0BEN/);
    expect(words(['U0ANA', 'U0BEN'], ['U0BEN'])).not.toContain('Take over');
  });

  test('says nothing of those who can be', () => {
    expect(words(['U0ANA'], [])).not.toContain('cannot reach');
  });
});
