import { describe, expect, it } from 'vitest';
import { botScopes, optionalScopes } from '../../src/slack/manifest.ts';
import { greenroom } from '../harness/greenroom.ts';
import { filesIn, read } from './source_files.ts';

const page = read('docs/install.md');

/** Words of Slack, of Node's TLS and of Slack's list of commands: no text of ours. */
const foreign = [
  'self-signed certificate in certificate chain',
  'unable to get local issuer certificate',
  '/zoom-app',
];

describe('docs/install.md', () => {
  it('holds the link that greenroom manifest --link prints', async () => {
    const { out } = await greenroom('manifest', '--link');
    expect(page).toContain(`(${out.trim()})`);
  });

  it.each([...botScopes, ...optionalScopes])('says why Greenroom asks for %s', (scope) => {
    expect(page).toContain(`\`${scope}\``);
  });

  it('finds ten troubles by words that stand in the program or in the simulated Slack', () => {
    const rows = page
      .slice(page.indexOf('## Troubleshooting'))
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| you see'));
    expect(rows).toHaveLength(10);
    const code = [...filesIn('src'), ...filesIn('sandbox')].map(read).join('\n');
    const words = rows.flatMap((row) =>
      [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, one]) => one ?? ''),
    );
    expect(words.length).toBeGreaterThan(12);
    const unknown = words.filter((one) => !foreign.includes(one) && !isIn(code, one));
    expect(unknown).toEqual([]);
  });
});

/** Slack's error codes stand alone; its sentence about a command is put together from its parts. */
const isIn = (code: string, words: string): boolean =>
  code.includes(words) ||
  code.includes(
    words
      .replace(/^\/zoom-app/, '')
      .replace(/"[a-z_]+"$/, '')
      .trim(),
  );
