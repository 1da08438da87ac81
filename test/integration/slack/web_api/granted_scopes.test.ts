import { describe, expect, test } from 'vitest';
import { logScopeDifference } from '../../../../src/slack/granted_scopes.ts';
import { useStage } from '../stage.ts';

describe('an installation from an older manifest', () => {
  const stage = useStage('socket', { scopes: ['commands', 'chat:write', 'pins:read'] });

  test('is known by the scopes that auth.test names, and said in one line', async () => {
    const identity = await stage.bolt.identify();
    if (!identity.ok) throw new Error('Slack refused the token');
    const lines: string[] = [];
    const note = (line: string) => lines.push(line);
    logScopeDifference(identity.value.grantedScopes, { warn: note, info: note });
    expect(lines.join('\n')).toMatch(/^The Slack app lacks the scope users:read .* no harm: pins:read\.$/);
  });
});
