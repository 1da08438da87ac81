import { describe, expect, it } from 'vitest';
import { guide } from '../../../../../src/slack/messages/guide/guide.ts';
import { readModal } from '../reading.ts';
import {
  card,
  checksOf,
  environment,
  failed,
  longNames,
  mischief,
  now,
  productionId,
  unseen,
  zoomApp,
} from '../samples.ts';

const { credentials, scopes, redirect, test_status, connector_profile } = checksOf;

function words(
  ...[checks, changes, app]: [...Parameters<typeof environment>, app?: ReturnType<typeof zoomApp>]
): string {
  const shown = environment(checks, changes);
  return readModal(guide(card([shown], { app: app ?? zoomApp() }), shown, now));
}

const stateOf = (text: string, title: string): string => {
  const line = text.split('\n').find((each) => each.includes(title)) ?? '';
  return /\(([^()]*)\)$/.exec(line)?.[1] ?? line;
};

describe('the guide', () => {
  it('walks through every step for Development', () => {
    expect(words([credentials, scopes])).toMatchSnapshot();
  });

  it('names the Beta Test and the other pair for Production', () => {
    const text = words([], { id: productionId, kind: 'production', clientId: 'ProductionClientId' });
    expect(text).toContain('See "Ready for beta test"');
    expect(text).toContain('Set the toggle in the header to Production');
    expect(text).toContain('ProductionClientId');
    expect(text).not.toContain('Local Test');
  });

  it('holds what has to be copied, letter by letter', () => {
    const text = words([], {}, zoomApp({ name: 'R&D `Zoom` *app*' }));
    expect(text).toContain('```\nhttps://api.stackone.com/connect/oauth2/zoom/callback\n```');
    expect(text).toContain('```\nmeeting:read:meeting:admin\nuser:read:user:admin\n```');
    expect(text).toContain('```\nWe read meetings to show them on the dashboard.\n```');
    expect(text).toContain('R&D ˋZoomˋ *app*');
  });

  it('marks each step done, now or later', () => {
    const text = words([credentials, scopes]);
    expect(stateOf(text, 'Create the General app')).toBe('done');
    expect(stateOf(text, 'Set the redirect URL')).toBe('now');
    expect(stateOf(text, 'See "Ready for local test"')).toBe('later');
    expect(stateOf(text, 'Create profile')).toBe('later');
  });

  it('never calls a step done that nothing has proven', () => {
    expect(stateOf(words([credentials, scopes, redirect]), 'Choose Admin-managed')).toContain('please look');
    expect(stateOf(words([credentials, scopes, redirect]), 'Add the scopes')).toBe('now');
    expect(stateOf(words([credentials, scopes, redirect, test_status]), 'Choose Admin-managed')).toBe('done');
  });

  it('comes to StackOne when Zoom is done, and ends with the first account', () => {
    const text = words([credentials, scopes, redirect, test_status]);
    expect(stateOf(text, 'Select Zoom')).toBe('now');
    expect(stateOf(text, 'Link the first account')).toBe('later');
    expect(
      stateOf(
        words([credentials, scopes, redirect, test_status, connector_profile]),
        'Link the first account',
      ),
    ).toBe('now');
  });

  it('goes back to the step that broke', () => {
    const broken = failed('credentials', 'invalid_credentials');
    const text = words([broken, scopes, redirect, test_status, connector_profile]);
    expect(stateOf(text, 'Give Greenroom the client ID')).toBe('now');
    expect(stateOf(text, 'Create profile')).toBe('done');
  });

  it('keeps a step done while a host does not answer', () => {
    const text = words([credentials, scopes, redirect, test_status, unseen(connector_profile)]);
    expect(stateOf(text, 'Create profile')).toBe('done');
  });

  it('says that the secret goes from Zoom to StackOne, never out of Greenroom', () => {
    expect(words([])).toContain(
      'Paste the secret straight from Zoom: Greenroom never shows it and never sends it',
    );
  });

  it('names the profile so that two environments of one app can be distinguished', () => {
    const both = [environment(), environment([], { id: productionId, kind: 'production' })];
    const [, second = environment()] = both;
    expect(readModal(guide(card(both), second, now))).toContain('StackOne Integration Production');
  });

  it.each(Object.entries(longNames))('fits with 3,000 scopes and a name that is %s', (_kind, name) => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      scope: `meeting:read:thing_${i}:admin`,
      confirmedBy: null,
    }));
    const text = words([], {}, zoomApp({ name, scopes: many, scopeDescription: mischief.repeat(13) }));
    expect(text).toMatch(/… and [\d,]+ more scopes, which Slack cannot show here/);
    expect(text).toContain('Link the first account');
  });
});
