import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/cli/commands.ts';
import { version } from '../../../src/version.ts';
import { greenroom, greenroomWith } from '../../harness/greenroom.ts';
import { read } from '../../project/source_files.ts';

describe('the command line', () => {
  it('starts Greenroom without a command, and says what is missing', async () => {
    const bare = await greenroom();
    expect(bare).toMatchObject({ code: 1, out: '' });
    expect(bare.err).toMatch(/^Greenroom cannot start:\n {2}SLACK_BOT_TOKEN is missing/);
    expect(await greenroom('start')).toEqual(bare);
  });

  it.each([['version'], ['--version'], ['-v']])('prints the version for %s', async (word) => {
    expect(await greenroom(word)).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([['help'], ['--help'], ['-h']])('lists every command for %s', async (word) => {
    const { code, out } = await greenroom(word);
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'));
  });

  it.each(commands.map(({ name }) => name))('explains %s in three ways alike', async (name) => {
    const explained = await greenroom('help', name);
    expect(explained).toMatchObject({ code: 0, err: '' });
    expect(explained.out).toMatch(new RegExp(`^Usage: greenroom ${name}\\b`));
    if (name === 'help') return;
    expect(await greenroom(name, '--help')).toEqual(explained);
    expect(await greenroom(name, '-h')).toEqual(explained);
  });

  it.each([
    [['backups']],
    [['Start']],
    [['']],
    [['__proto__']],
    [['constructor']],
    [['help', 'backups']],
    [['-']],
  ])('answers unknown words with the commands there are: %j', async (words) => {
    const { code, out, err } = await greenroom(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const names = commands.map(({ name }) => name).join(', ');
    if (words[0] !== '-') expect(err).toContain(`There are: ${names}.`);
  });

  it.each([
    [['--url', 'https://example.com'], 'start'],
    [['start', 'now'], 'start'],
    [['start', '--port=1'], 'start'],
    [['key', 'k2'], 'key'],
    [['manifest', '--host', 'x'], 'manifest'],
    [['manifest', '--url'], 'manifest'],
    [['manifest', 'extra'], 'manifest'],
    [['backup', 'a', 'b'], 'backup'],
    [['backup', '--with-key=yes'], 'backup'],
    [['restore'], 'restore'],
    [['restore', 'a', '--forced'], 'restore'],
    [['version', '1'], 'version'],
    [['help', 'backup', 'restore'], 'help'],
  ])('answers an option or word too many with the usage, and does nothing: %j', async (words, name) => {
    const { code, out, err } = await greenroom(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`^.+\\.\\nUsage: greenroom ${name}\\b.*\\n$`));
  });

  it('says in one line what the operating system refuses', async () => {
    const data = await mkdtemp(join(tmpdir(), 'greenroom-'));
    await mkdir(join(data, 'vault.key'));
    const { code, out, err } = await greenroomWith({ GREENROOM_DATA_DIR: data }, 'backup');
    await rm(data, { recursive: true });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^It could not be done: EISDIR.*\n$/);
  });

  it('repeats an unknown word bounded and on one line', async () => {
    const { err } = await greenroom(`\u001b[31m${'x'.repeat(10_000)}\n`);
    expect(err.length).toBeLessThan(300);
    expect(err.trim()).not.toMatch(/\p{Cc}/u);
  });

  it('has a script in package.json for each command that does something', () => {
    const scripts = JSON.stringify(JSON.parse(read('package.json')));
    const named = commands.map(({ name }) => name).filter((name) => !['version', 'help'].includes(name));
    expect(named.filter((name) => !scripts.includes(`"${name}":"tsx scripts/greenroom.ts ${name}"`))).toEqual(
      [],
    );
  });
});
