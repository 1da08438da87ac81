import { describe, expect, test } from 'vitest';
import { handedOver } from '../../../../../src/slack/messages/ownership/takeover_texts.ts';
import { read } from '../reading.ts';
import { zoomApp } from '../samples.ts';

describe('who has handed an app over', () => {
  const words = (leaves: boolean, isChecked: boolean, ownedIt = false) =>
    read(handedOver({ app: zoomApp({ owners: ['U0ANA'] }), leaves, ownedIt, isChecked }, 'U0BEN'));

  test('reads who owns it now, and whether they still do', () => {
    expect(words(true, true)).toMatch(/U0BEN owns .* now, and is told\. You do not any more\./);
    expect(words(false, true)).not.toMatch(/any more|could not be checked/);
  });

  test('reads that nothing was changed where they owned it before', () => {
    expect(words(false, true, true)).toMatch(/U0BEN owns .* already, so nothing was changed\./);
  });

  test('reads where Slack did not say that this is a person of the workspace', () => {
    expect(words(true, false)).toContain('could not be checked that this is a person of this workspace');
  });
});
