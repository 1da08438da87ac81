import { expect, test } from 'vitest';
import { historyWords } from '../../../../../src/slack/commands/zoom_app/typed_history.ts';

const now = new Date('2026-11-28T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test.each([
  ['', { name: '' }],
  ['Acme', { name: 'Acme' }],
  ['"Acme Two" checks', { name: 'Acme Two', topic: 'checks' }],
  ['Acme <@U1|ana> 7d', { name: 'Acme', person: 'U1', since: ago(168) }],
  ['<@W1>', { name: '', person: 'W1' }],
  ['4w edits', { name: '', topic: 'edits', since: ago(672) }],
  ['EDITS 12H', { name: '', topic: 'edits', since: ago(12) }],
  ['Acme 2026-11-01', { name: 'Acme', since: new Date('2026-11-01T00:00:00Z') }],
  ['secrets', { name: '', topic: 'credentials' }],
  ['checks Acme', { name: 'checks Acme' }],
  ['checks edits', { name: 'checks', topic: 'edits' }],
  ['Acme 2026-02-31', { name: 'Acme 2026-02-31' }],
  ['Acme 0d', { name: 'Acme 0d' }],
  ['99999w', { name: '', since: ago(87_600) }],
  ['constructor', { name: 'constructor' }],
])('%s', (text, expected) => {
  expect(historyWords(text, now)).toEqual(expected);
});
