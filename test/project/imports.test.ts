import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/core/group_by.ts';
import { breaches, circles, type Layers } from './layers.ts';
import { filesIn, type Import, importsIn, importsOf, read } from './source_files.ts';

/** What each room of src may import beside itself. Imports go down only; rooms on one floor don't know each other. */
const shared = [
  'concurrency',
  'lifecycle',
  'log',
  'clock',
  'ids',
  'event_loop',
  'version',
  'scrub',
  'telemetry',
];
const below: Readonly<Record<string, readonly string[]>> = {
  main: ['cli'],
  cli: [
    'app',
    'config',
    'slack',
    'web',
    'jobs',
    'usecases',
    'store',
    'vault',
    'zoom',
    'stackone',
    'http_client',
    'core',
    ...shared,
  ],
  app: [
    'probes',
    'config',
    'slack',
    'web',
    'jobs',
    'usecases',
    'store',
    'vault',
    'zoom',
    'stackone',
    'http_client',
    'core',
    ...shared,
  ],
  probes: ['config', 'slack', 'web', 'store', 'core', ...shared],
  slack: ['usecases', 'store', 'vault', 'zoom', 'stackone', 'http_client', 'http_server', 'core', ...shared],
  web: ['usecases', 'store', 'vault', 'zoom', 'stackone', 'http_server', 'core', ...shared],
  jobs: ['usecases', 'store', 'vault', 'zoom', 'stackone', 'core', ...shared],
  usecases: ['store', 'vault', 'zoom', 'stackone', 'core', ...shared],
  store: ['core', ...shared],
  vault: ['core', ...shared],
  zoom: ['http_client', 'core', ...shared],
  stackone: ['http_client', 'core', ...shared],
  http_client: ['core', ...shared],
  http_server: ['core'],
  // The shape of a vault key is the vault's to know, that of a proxy's address the HTTP client's.
  config: ['vault', 'http_client', 'core', ...shared],
  lifecycle: ['log'],
  log: ['scrub', 'core'],
  telemetry: ['core'],
  clock: ['core'],
  ids: ['core'],
  event_loop: ['core'],
  version: [],
  concurrency: [],
  scrub: ['core'],
  // Of it, what is pure: `pureConcurrency`.
  core: ['concurrency'],
};

/** The same one level deeper, for folders with an order of their own; from the lowest layer to the highest. */
const layers: Readonly<Record<string, Layers>> = {
  'src/slack': [
    ['blocks', 'web_api', 'action_ids', 'stale_input', 'manifest', 'check_manifest'],
    ['requests', 'handler_context', 'granted_scopes'],
    ['messages'],
    ['responses', 'error_message', 'scope_reports'],
    ['views'],
    ['home'],
    ['actions', 'channels', 'commands', 'shortcuts'],
    // Sends what is stored, and knows nothing of requests.
    ['handlers', 'authorize', 'dispatch', 'sender'],
    ['transport'],
  ],
  // Each topic may use those before it.
  'src/usecases': [
    ['changes'],
    ['secrets'],
    ['reminders'],
    ['deliveries'],
    ['watches'],
    ['ageing'],
    ['drift'],
    ['proof'],
    ['scopes'],
    ['profiles'],
    ['accounts'],
    ['drafts'],
    ['apps', 'history'],
    ['roles'],
    ['ownership'],
    ['introductions'],
    ['regressions'],
    ['archive'],
    ['report'],
    ['manifest'],
    ['turns'],
    ['checks'],
    ['retention'],
    ['sweep'],
    ['read_health'],
    ['use_cases'],
    ['bind_use_cases'],
  ],
  'src/core/scopes': [
    ['grammar', 'chunks'],
    ['catalogue'],
    ['search'],
    ['parse'],
    ['verdict'],
    ['plan'],
    ['warm_up'],
  ],
};

/** Files in a folder; more hide each other. */
const MOST_FILES = 12;

/** Types of the configuration may be named where it arrives. */
const typesBelow: Readonly<Record<string, readonly string[]>> = { slack: ['config'] };

/** Without timers, the time or chance of their own: core may use them. */
const pureConcurrency = ['src/concurrency/backoff.ts', 'src/concurrency/memoize.ts'];

/** Each library has a home; nobody else knows that it is used. */
const homes: Readonly<Record<string, readonly string[]>> = {
  '@slack/bolt': ['slack'],
  '@slack/web-api': ['slack', 'log', 'cli'],
  express: ['web'],
  helmet: ['web'],
  // The configuration asks how an address of a database will be read.
  pg: ['store', 'jobs', 'config', 'cli'],
  'graphile-worker': ['store', 'jobs'],
  'node-pg-migrate': ['store'],
  'node-cron': ['jobs', 'config'],
  'p-limit': ['http_client', 'slack'],
  undici: ['http_client', 'slack'],
  pino: ['log'],
  ajv: ['slack'],
  yaml: ['cli'],
  'prom-client': ['telemetry'],
  '@opentelemetry/api': ['telemetry'],
  '@opentelemetry/exporter-trace-otlp-http': ['telemetry'],
  '@opentelemetry/resources': ['telemetry'],
  '@opentelemetry/sdk-trace': ['telemetry'],
};

const inSrc = filesIn('src').flatMap(importsOf);
const isOurs = ({ to }: Import) => /^(src|sandbox|test|bench|scripts)\//.test(to);

function folderOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '');
}

function breaksTheOrder({ from, to, typeOnly }: Import): boolean {
  const [folder, other] = [folderOf(from), folderOf(to)];
  if (folder === other) return false;
  return !(below[folder]?.includes(other) || (typeOnly && typesBelow[folder]?.includes(other)));
}

const asText = ({ from, to }: Import) => `${from} imports ${to}`;

describe('the order of the rooms', () => {
  it('reads every kind of import', () => {
    const text = [
      "import 'a';",
      "import type { B } from 'b';",
      'import c, {\n  type D,\n} from "c";',
      "export * from 'd';",
      "export const text = 'import nothing';",
    ].join('\n');
    expect(importsIn(text)).toEqual([
      { specifier: 'a', typeOnly: false },
      { specifier: 'b', typeOnly: true },
      { specifier: 'c', typeOnly: false },
      { specifier: 'd', typeOnly: false },
    ]);
  });

  it('knows every room of src', () => {
    expect([...new Set(filesIn('src').map(folderOf))].sort()).toEqual(Object.keys(below).sort());
  });

  it('lets imports go down only', () => {
    const breaches = inSrc.filter((one) => one.to.startsWith('src/') && breaksTheOrder(one));
    expect(breaches.map(asText)).toEqual([]);
  });

  it.each(Object.entries(layers))('lets imports inside of %s go down only', (folder, order) => {
    expect(breaches(folder, order, inSrc).map(asText)).toEqual([]);
  });

  it('has no circle of files in src', () => {
    expect(circles(inSrc.filter(isOurs))).toEqual([]);
  });

  it('has a file name once in each folder of src', () => {
    const byName = groupBy(filesIn('src'), (path) => `${folderOf(path)}: ${basename(path)}`);
    expect([...byName.values()].filter((paths) => paths.length > 1)).toEqual([]);
  });

  it('declares an exported name once', () => {
    const declaration = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;
    const names = filesIn('src').flatMap((path) =>
      [...new Set([...read(path).matchAll(declaration)].map(([, name]) => name))].map((name) => ({
        name,
        path,
      })),
    );
    const twice = [...groupBy(names, ({ name }) => name)].filter(([, places]) => places.length > 1);
    expect(twice.map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`)).toEqual(
      [],
    );
  });

  it('has at most twelve files in a folder', () => {
    const byFolder = groupBy([...filesIn('src'), ...filesIn('sandbox')], dirname);
    const full = [...byFolder].filter(([, paths]) => paths.length > MOST_FILES);
    expect(full.map(([folder, paths]) => `${folder}: ${paths.length}`)).toEqual([]);
  });

  it('keeps src and sandbox, tests and benches apart', () => {
    const fromSrc = inSrc.filter((one) => isOurs(one) && !one.to.startsWith('src/'));
    const fromSandbox = filesIn('sandbox')
      .flatMap(importsOf)
      .filter((one) => isOurs(one) && !one.to.startsWith('sandbox/'));
    expect([...fromSrc, ...fromSandbox].map(asText)).toEqual([]);
  });

  it('keeps each library in its home', () => {
    const strays = inSrc.filter(({ from, to }) => homes[to] && !homes[to].includes(folderOf(from)));
    expect(strays.map(asText)).toEqual([]);
  });

  it('keeps core free of I/O, time and chance', () => {
    const pure = [...filesIn('src/core'), ...pureConcurrency];
    const allowed = (path: string) => path === 'zod' || pure.includes(path);
    const imports = pure.flatMap(importsOf);
    expect(imports.filter(({ to }) => !allowed(to)).map(asText)).toEqual([]);
    const impure =
      /\bprocess\.|\bperformance\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bset(Timeout|Interval|Immediate)\(/;
    expect(pure.filter((path) => impure.test(read(path)))).toEqual([]);
  });

  it('imports nothing dynamically but commands, and what is switched on by a variable', () => {
    const dynamic = filesIn('src').filter((path) => /\b(?:import|require)\(/.test(read(path)));
    expect(dynamic).toEqual(['src/cli/commands.ts', 'src/telemetry/start_telemetry.ts']);
  });
});
