import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryPoint } from './dockerfile.ts';
import { secretFileVariables } from './secret_variables.ts';
import { read } from './source_files.ts';

const text = read('deploy/systemd/greenroom.service');
const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const valuesOf = (key: string) =>
  lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));

describe('the systemd unit', () => {
  it('is made of sections and settings', () => {
    expect(lines.filter((line) => !/^(\[\w+\]|[A-Z]\w+=.*)$/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('['))).toEqual(['[Unit]', '[Service]', '[Install]']);
  });

  it('is understood by systemd, where there is one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'greenroom-unit-'));
    try {
      const unit = join(folder, 'greenroom.service');
      // It says whether the program is there, and that may be elsewhere on this machine.
      writeFileSync(unit, text.replace('/usr/bin/node', process.execPath));
      const found = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
      if (found.error === undefined) expect([found.status, found.stderr]).toEqual([0, '']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('runs what the image runs, and gives it as long to stop', () => {
    const words = ['node', ...entryPoint('dist/main.js')];
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/${words.join(' ')}`]);
    expect(read('compose.yaml')).toContain(`stop_grace_period: ${valuesOf('TimeoutStopSec')[0]}`);
    expect(valuesOf('Environment')[0]).toBe('NODE_ENV=production');
  });

  it('hands over every secret as a file that only the process can read', () => {
    const names = secretFileVariables.map((name) => name.replace(/_FILE$/, '').toLowerCase()).sort();
    expect(valuesOf('LoadCredential')).toEqual(names.map((name) => `${name}:/etc/greenroom/${name}`));
    expect(valuesOf('Environment').slice(1)).toEqual(
      names.map((name) => `${name.toUpperCase()}_FILE=%d/${name}`),
    );
  });

  it('starts without the file of a secret that came with a later release', () => {
    // A line of its own, because systemd takes an empty text for a mistake.
    expect(valuesOf('SetCredential')).toEqual([String.raw`stackone_webhook_secret:\n`]);
  });

  it('has no right that it does not need', () => {
    expect(valuesOf('CapabilityBoundingSet')).toEqual(['']);
    expect(valuesOf('ProtectSystem')).toEqual(['strict']);
    for (const key of ['DynamicUser', 'NoNewPrivileges', 'PrivateTmp', 'ProtectHome', 'PrivateDevices'])
      expect([key, valuesOf(key)]).toEqual([key, ['yes']]);
    // V8 compiles to memory that it writes and executes.
    expect(valuesOf('MemoryDenyWriteExecute')).toEqual([]);
  });
});
