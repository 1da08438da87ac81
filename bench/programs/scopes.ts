import { catalogue } from '../../src/core/scopes/catalogue/catalogue.ts';
import { parsePaste } from '../../src/core/scopes/parse/parse_paste.ts';
import { findScopes } from '../../src/core/scopes/search/find_scopes.ts';
import { searchScopes } from '../../src/core/scopes/search/search_scopes.ts';
import { checkScopes } from '../../src/core/scopes/verdict/check_scopes.ts';

/** Scope help, all in memory and in this process: prints `[{ name, p50, p99 }]`, in milliseconds. */
interface Work {
  readonly name: string;
  readonly times: number;
  readonly inputs: readonly string[];
  run(input: string): unknown;
}

const admin = catalogue.scopes.filter(({ level }) => level === 'admin').map(({ scope }) => scope);
const typing = 'list recordings';
const prose = 'Add meeting:read:meeting:admin and user:read:user, then ask Zoe. ';
const check = (list: string) => checkScopes(parsePaste(list), 'admin');

const works: readonly Work[] = [
  {
    name: 'find: words, scopes, paths, events, typing errors',
    times: 400,
    inputs: [
      'list meetings',
      'meeting:read:list',
      'meeting:read:meeting:admin',
      'GET /users/me/meetings',
      'meeting.started',
      'lst meetigns',
      'nothing of the kind',
    ],
    run: (query) => findScopes(query),
  },
  {
    name: 'type-ahead: every key of “list recordings”',
    times: 1_000,
    inputs: Array.from(typing, (_, at) => typing.slice(0, at + 1)),
    run: (query) => searchScopes(query, 'admin'),
  },
  { name: 'check: 20 scopes', times: 1_000, inputs: [admin.slice(0, 20).join('\n')], run: check },
  {
    name: 'check: 3,000 scopes',
    times: 30,
    inputs: [[...admin, ...admin, ...admin].slice(0, 3_000).join(', ')],
    run: check,
  },
  {
    name: 'check: 3,000 scopes that nobody knows',
    times: 5,
    inputs: [Array.from({ length: 3_000 }, (_, n) => `meeting:read:thing_${n}:admin`).join('\n')],
    run: check,
  },
  {
    name: 'check: 3,000 scopes of services that nobody knows',
    times: 5,
    inputs: [Array.from({ length: 3_000 }, (_, n) => `service_${n}:read:thing_${n}:admin`).join('\n')],
    run: check,
  },
  {
    name: 'check: 3,000 damaged scopes',
    times: 5,
    inputs: [
      Array.from({ length: 3_000 }, (_, n) =>
        `${admin[n % admin.length]}`.replace(':admin', `:user${n}`),
      ).join('\n'),
    ],
    run: check,
  },
  {
    name: 'paste: 1 MB of prose with scopes',
    times: 5,
    inputs: [prose.repeat(1_048_576 / prose.length)],
    run: parsePaste,
  },
];

/** The first runs build what is kept. */
function measure({ name, times, inputs, run }: Work): { name: string; p50: number; p99: number } {
  for (const input of inputs) run(input);
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const input = inputs[time % inputs.length] ?? '';
    const start = performance.now();
    run(input);
    took.push(performance.now() - start);
  }
  took.sort((one, other) => one - other);
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? Number.NaN;
  return { name, p50: at(0.5), p99: at(0.99) };
}

process.stdout.write(JSON.stringify(works.map(measure)));
