import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkManifestSchema } from '../../../src/slack/check_manifest.ts';
import { manifest } from '../../../src/slack/manifest.ts';
import { greenroom } from '../../harness/greenroom.ts';

const url = 'https://greenroom.example.com';

describe('the schema that Slack publishes', () => {
  it.each([{}, { url }, { optional: true }, { url, optional: true }])('takes our manifest: %j', (options) => {
    expect(checkManifestSchema(manifest(options))).toEqual([]);
    const { _metadata, ...rest } = manifest(options);
    for (const metadata of [{}, { major_version: 2 }])
      expect(checkManifestSchema({ ...rest, _metadata: metadata })).toEqual([]);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['a list', [], '', /must be object/],
    ['nothing', null, '', /must be object/],
    ['a text', '{}', '', /must be object/],
    ['no name', { display_information: {} }, '/display_information', /required property 'name'/],
    [
      'a colour in words',
      { display_information: { name: 'x', background_color: 'green' } },
      '/display_information/background_color',
      /must match pattern "\^#/,
    ],
    ['an unknown setting', { ...manifest(), setings: {} }, '', /additional properties: setings$/],
    [
      'a third version',
      { ...manifest(), _metadata: { major_version: 3 } },
      '/_metadata/major_version',
      /must be 1 or 2/,
    ],
    [
      'a long command',
      {
        ...manifest(),
        features: { slash_commands: [{ command: `/${'x'.repeat(40)}`, description: 'd' }] },
      },
      '/features/slash_commands/0/command',
      /more than 32 characters/,
    ],
    [
      'an unknown kind of shortcut',
      {
        ...manifest(),
        features: { shortcuts: [{ name: 'n', type: 'local', callback_id: 'c', description: 'd' }] },
      },
      '/features/shortcuts/0/type',
      /allowed values: message, global$/,
    ],
  ])('refuses with the place and the reason: %s', (_what, value, pointer, message) => {
    expect(checkManifestSchema(value)).toContainEqual({ pointer, message: expect.stringMatching(message) });
  });

  it('names at most fifty faults', () => {
    const commands = Array.from({ length: 500 }, () => ({ command: 1 }));
    expect(checkManifestSchema({ ...manifest(), features: { slash_commands: commands } })).toHaveLength(50);
  });
});

describe('manifest --check', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greenroom-manifest-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const checks = async (text: string | Buffer) => {
    const file = join(folder, 'manifest');
    await writeFile(file, text);
    return await greenroom('manifest', '--check', file);
  };

  it.each(['manifest.yml', 'manifest.json'])('takes %s', async (file) => {
    const { code, out } = await greenroom('manifest', '--check', file);
    expect({ code, out }).toEqual({ code: 0, out: `${file} fits the schema that Slack publishes.\n` });
  });

  it('takes YAML and JSON, and says what does not fit, one line each', async () => {
    const wrong = { ...manifest(), settings: { socket_mode: true } };
    for (const text of [stringify(wrong), JSON.stringify(wrong)]) {
      const { code, out } = await checks(text);
      expect(code).toBe(1);
      expect(out).toBe('/settings must NOT have additional properties: socket_mode\n');
    }
    expect((await checks(stringify(manifest({ url })))).code).toBe(0);
  });

  it('takes the line ends and the mark at the beginning that Windows writes', async () => {
    const text = stringify(manifest({ url }));
    expect((await checks(`\ufeff${text.replaceAll('\n', '\r\n')}`)).code).toBe(0);
    expect((await checks(`\ufeff${JSON.stringify(manifest({ url }))}`)).code).toBe(0);
  });

  it('reads no more of an endless file than shows that it is too long', async () => {
    const { code, err } = await greenroom('manifest', '--check', '/dev/zero');
    expect({ code, err }).toEqual({ code: 1, err: '/dev/zero is too long for a manifest.\n' });
  });

  it.each([
    ['nothing', '', 1, ''],
    ['words', 'hello', 1, ''],
    ['broken YAML', '{ a: [', 1, 'is neither YAML nor JSON'],
    ['an alias bomb', `a: &a [x,x]\n${'b: &b [*a,*a]\n'.repeat(2)}`, 1, 'is neither YAML nor JSON'],
    ['too long a file', 'x'.repeat(1_000_001), 1, 'is too long'],
    ['UTF-16, as some shells write it', Buffer.from('\ufeffa: 1\n', 'utf16le'), 1, 'is not in UTF-8'],
    ['Latin 1', Buffer.from('a: é\n', 'latin1'), 1, 'is not in UTF-8'],
  ])('fails in a sentence for %s', async (_what, text, code, words) => {
    const checked = await checks(text);
    expect(checked.code).toBe(code);
    expect(checked.err).toContain(words);
    expect(checked.out + checked.err).not.toMatch(/\n\s+at /);
  });

  it('fails in a sentence where there is no file, and takes no other option', async () => {
    const missing = await greenroom('manifest', '--check', join(folder, 'none'));
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read (ENOENT)') });
    for (const option of ['--link', '--look', '--url=https://a.example'])
      expect((await greenroom('manifest', '--check', 'manifest.yml', option)).code).toBe(2);
  });
});
