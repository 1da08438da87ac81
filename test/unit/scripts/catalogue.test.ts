import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mergePublished } from '../../../scripts/catalogue/merge.ts';
import { readOpenApi } from '../../../scripts/catalogue/open_api.ts';
import { readScopeTable } from '../../../scripts/catalogue/scope_table.ts';
import { writeOperations, writeScopes } from '../../../scripts/catalogue/write.ts';
import { catalogue } from '../../../src/core/scopes/catalogue/catalogue.ts';
import { readOperations, readScopes } from '../../../src/core/scopes/catalogue/catalogue_rows.ts';

const said = (classic: string, granular: string) =>
  `Does something.\n\n**Scopes:** ${classic}\n\n**Granular Scopes:** ${granular}\n\n**[Rate Limit Label](https://zoom.us):** \`LIGHT\``;
const published = {
  openapi: '3.1.0',
  info: { title: 'Zoom Meeting API' },
  paths: {
    '/meetings/{meetingId}': {
      parameters: [],
      get: {
        description: said(
          '`meeting:read:admin`,`meeting:read`',
          '`meeting:read:meeting`,`meeting:read:meeting:admin`',
        ),
      },
      delete: {
        description: said('`meeting:write`', '`meeting:delete:meeting`,`meeting:delete:meeting:admin`'),
      },
    },
    '/meetings/{meetingId}/weather': {
      get: { description: said('`meeting:read`', '`meeting:read:weather`,`meeting:read:weather:admin`') },
    },
    '/nothing': { get: { summary: 'without a description' } },
  },
  webhooks: { 'meeting.rained': { post: { description: said('`meeting:read`', '`meeting:read:meeting`') } } },
};

describe('the catalogue as text', () => {
  test('comes back as it was, scopes and operations', () => {
    const operations = readOperations(writeOperations(catalogue.operations));
    expect(operations).toEqual(catalogue.operations);
    const byName = (rows: readonly { scope: string }[]) =>
      [...rows].sort((a, b) => (a.scope < b.scope ? -1 : 1));
    expect(byName(readScopes(writeScopes(catalogue.scopes), operations))).toEqual(byName(catalogue.scopes));
  });
});

describe('a published file', () => {
  test('adds what is new and says what changed', () => {
    const { scopes, changes } = mergePublished(catalogue, [readOpenApi(published)]);
    expect(changes.filter((line) => !line.startsWith('?'))).toEqual([
      '+ scope meeting:read:weather',
      '+ scope meeting:read:weather:admin',
      '+ operation GET /meetings/{meetingId}/weather: meeting:read:weather, meeting:read:weather:admin',
      '~ scope meeting:read:meeting: also for the event meeting.rained',
    ]);
    expect(scopes.find(({ scope }) => scope === 'meeting:read:weather:admin')).toMatchObject({
      base: 'meeting:read:weather',
      level: 'admin',
      category: 'Meeting',
    });
  });

  test('takes nothing out, and names what it does not name', () => {
    const merged = mergePublished(catalogue, [readOpenApi(published)]);
    expect(merged.operations.length).toBe(catalogue.operations.length + 1);
    expect(merged.changes).toContain('? operation PATCH /meetings/{meetingId} is in none of the files; kept');
  });

  test('changes nothing a second time', () => {
    const once = mergePublished(catalogue, [readOpenApi(published)]);
    const twice = mergePublished(once, [readOpenApi(published)]);
    expect(twice.changes.filter((line) => !line.startsWith('?'))).toEqual([]);
    expect(twice.scopes).toEqual(once.scopes);
  });

  test('is read as Zoom prints it: labels that are links, events described by what they send', () => {
    const page = 'https://developers.zoom.us/docs/integrations/oauth-scopes-overview/';
    const linked = (classic: string, granular: string) =>
      `Does something.\n\n**[Scopes](${page}):** ${classic}\n\n**[Granular Scopes](${page}):** ${granular}\n\n**Event type**: \`x\``;
    const file = readOpenApi({
      openapi: '3.1.1',
      info: { title: 'Weather' },
      paths: { '/weather': { get: { description: linked('`a:read`', '`a:read:b`,`a:read:b:admin`') } } },
      webhooks: {
        'weather.rained': {
          post: { requestBody: { description: linked('`a:read`, `a:write`', '`a:read:rain`') } },
        },
        'weather.dry': { post: { requestBody: { description: 'says nothing of scopes' } } },
      },
    });
    expect(file).toEqual({
      product: 'Weather',
      listed: 3,
      operations: [
        { method: 'GET', path: '/weather', scopes: ['a:read:b', 'a:read:b:admin'], classic: ['a:read'] },
      ],
      events: [{ event: 'weather.rained', scopes: ['a:read:rain'], classic: ['a:read', 'a:write'] }],
    });
  });

  test('of ordinary accounts and one of master accounts describe one operation together', () => {
    const file = (scope: string) =>
      readOpenApi({
        openapi: '3.1.1',
        info: { title: 'Weather' },
        paths: { '/weather': { get: { description: said('`a:read`', scope) } } },
      });
    const { operations } = mergePublished(catalogue, [file('`a:read:b:admin`'), file('`a:read:b:master`')]);
    expect(operations.at(-1)?.scopes).toMatchObject({
      admin: ['a:read:b:admin'],
      master: ['a:read:b:master'],
    });
  });

  test('may be a table of single scopes, which takes nothing from the operations that it names', () => {
    const head = 'scope\tlevel\tcategory\tclassic\toperations\tevents\tnote\tsource';
    const table = readScopeTable(
      [
        head,
        'meeting:read:rain:admin\tadmin\tMeeting\tmeeting:read:admin\tGET /meetings/{meetingId}\t\t\tchangelog',
        'weather:read:wind\tuser\tWeather\t\t\t\t\tchangelog',
      ].join('\n'),
    );
    const { scopes, operations, changes } = mergePublished(catalogue, table);
    const before = catalogue.operation('GET', '/meetings/{meetingId}')?.scopes.admin ?? [];
    expect(operations.find(({ path }) => path === '/meetings/{meetingId}')?.scopes.admin).toEqual([
      ...before,
      'meeting:read:rain:admin',
    ]);
    expect(scopes.find(({ scope }) => scope === 'weather:read:wind')).toMatchObject({
      category: 'Weather',
      level: 'user',
    });
    expect(changes.filter((line) => line.startsWith('?'))).toEqual([]);
    expect(() => readScopeTable('a\tb')).toThrow('has no column scope');
  });

  test('that is none is refused with a sentence', () => {
    expect(() => readOpenApi({ swagger: '2.0' })).toThrow('This is no OpenAPI file');
  });
});

describe('the command', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greenroom-catalogue-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/catalogue.ts', ...args]);

  test('writes a new data file and prints what changed', async () => {
    const [input, out] = [join(folder, 'meeting.json'), join(folder, 'catalogue.data.ts')];
    await writeFile(input, JSON.stringify(published));
    const { stdout } = await run('--version', '2026-11', '--out', out, input);
    expect(stdout).toContain('+ scope meeting:read:weather');
    expect(stdout).toContain('Read: 4 of 5 operations and events name granular scopes.');
    const text = await readFile(out, 'utf8');
    expect(text).toContain("export const catalogueVersion = '2026-11';");
    expect(text).toContain('meeting:read:weather\tu');
  });

  test('says when it could read nothing, instead of that nothing changed', async () => {
    const input = join(folder, 'silent.json');
    await writeFile(input, JSON.stringify({ ...published, paths: { '/x': { get: {} } }, webhooks: {} }));
    await expect(run('--version', '2026-11', '--out', join(folder, 'x.ts'), input)).rejects.toThrow(
      'None of the files names a granular scope',
    );
  });

  test('says how it is used', async () => {
    await expect(run('meeting.json')).rejects.toThrow('--version YYYY-MM');
  });
});
