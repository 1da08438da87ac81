import { insertConfirmedScopes } from '../../src/store/scopes/confirmed_scopes.ts';
import { commandForm } from '../forms.ts';
import { type Form, measureLoad, type View, viewFor } from '../load.ts';
import { loadAtTheEnd } from '../machine.ts';
import { freePort, type Server } from '../processes.ts';
import type { Section } from '../section.ts';
import { seedZoomApps } from '../seed.ts';
import { startGreenroom, workspaceId } from '../servers.ts';
import { type Stage, withStage } from '../stage.ts';
import { figure, median } from '../words.ts';

const apps = 500;
const confirmed = 500;
const bound = 50;
const warmUp = 2;
const rounds = 5;
/** Slack's own limits: of a command's text, and of a field. */
const typed = 4_000;
const pasted = 3_000;

interface Nasty {
  readonly what: string;
  readonly form: Form;
}

const filled = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const many = (scope: (at: number) => string, length: number) =>
  Array.from({ length: 500 }, (_, at) => scope(at))
    .join(' ')
    .slice(0, length);

const app = (what: string, text: string): Nasty => ({ what, form: commandForm(text) });
const scopes = (what: string, text: string): Nasty => ({
  what,
  form: { ...commandForm(text), command: '/zoom-scopes' },
});

/** Inputs that once blocked the event loop, and similar ones. */
const commands: readonly Nasty[] = [
  app('show, one letter', `show ${filled('x', typed)}`),
  app('show, like every name', `show ${filled('Integration ', typed)}`),
  app('show, as long as a name', `show ${filled('Integartion ', 200)}`),
  app('show, quotation marks', `show ${filled('"', typed)}`),
  app('show, a letter that folds into eighteen', `show ${filled('ﷺ', typed)}`),
  app('list, thousands of words', `list ${filled('a ', typed)}`),
  app('list, halves of mentions', `list ${filled('<@U1|', typed)}`),
  app('no subcommand', filled('regsiter', typed)),
  app('rotate, blanks', `rotate a${filled(' \t', typed)}b`),
  scopes('check, a masked secret', `check admin user:read:user:admin${filled('*', 60)}x`),
  scopes(
    'check, unknown scopes',
    `check admin ${many((at) => `meeting:read:list_meetngs${at}:admin`, typed)}`,
  ),
  scopes(
    'check, malformed scopes',
    `check admin ${many((at) => `meting${at}:read:list:meetngs:admin`, typed)}`,
  ),
  scopes('check, what looks classic', `check admin ${many((at) => `thing${at}:read:admin`, typed)}`),
  scopes('check, blanks around colons', `check admin ${filled('meeting : read : ', typed)}`),
  scopes('convert', `convert user ${many((at) => `meeting:read:list_meetngs${at}:admin`, typed)}`),
  scopes('find, words', `find ${filled('meeting ', typed)}`),
  scopes('find, a path', `find GET /${filled('{a}/', typed)}`),
  scopes('plan, needs', `plan admin ${filled('a,', typed)}`),
];

/** The longest time for which one request blocks the event loop: each costly input alone, then the worst of them. */
export function measure(): Promise<Section> {
  return withStage(async (stage) => {
    const loopPort = await freePort();
    const env = { NODE_OPTIONS: '--import ./bench/programs/watch_loop.mjs', LOOP_PORT: String(loopPort) };
    const greenroom = await stage.keep(startGreenroom(stage.stub, stage.databaseUrl, env));
    await prepare(stage);
    const inputs = [...commands, ...(await submissions(stage, greenroom))];
    const found: Found[] = [];
    for (const { what, form } of inputs) {
      const load = { name: what, forms: [form], requests: 1, atOnce: 1 };
      const blocks: number[] = [];
      for (let round = -warmUp; round < rounds; round += 1) {
        await longestBlock(loopPort);
        await measureLoad(greenroom, stage.stub, load, true);
        const longest = await longestBlock(loopPort);
        if (round >= 0) blocks.push(longest);
      }
      found.push({ what, longest: median(blocks), worst: Math.max(...blocks) });
    }
    return sectionOf(found.sort((one, other) => other.longest - one.longest));
  });
}

async function prepare({ db }: Stage): Promise<void> {
  await seedZoomApps(db, workspaceId, apps);
  const seen = Array.from({ length: confirmed }, (_, at) => `meeting:read:seen_${at}:admin`);
  await insertConfirmedScopes(db, workspaceId, seen, 'U0OWNER', new Date());
}

/** The form of `/zoom-scopes`, sent with as much as its field takes. */
async function submissions({ stub }: Stage, greenroom: Server): Promise<readonly Nasty[]> {
  const opened = await viewFor(greenroom, stub, scopes('', '').form);
  const lists = [
    ['the form, unknown scopes', many((at) => `a${at}:b:c`, pasted)],
    ['the form, one word', filled('a:', pasted)],
    ['the form, quotation marks', filled("'", pasted)],
  ] as const;
  return lists.map(([what, value]) => ({ what, form: submission(opened, value) }));
}

function submission(view: View, value: string): Form {
  const payload = {
    type: 'view_submission',
    team: { id: workspaceId, domain: 'bench' },
    user: { id: 'U00000000', name: 'bench', team_id: workspaceId },
    api_app_id: 'A0BENCH',
    token: 'bench',
    trigger_id: 'TRIGGER',
    view: {
      ...view,
      id: 'V0BENCH',
      team_id: workspaceId,
      app_installed_team_id: workspaceId,
      state: { values: { list: { list: { type: 'plain_text_input', value } } } },
    },
  };
  return { payload: JSON.stringify(payload) };
}

async function longestBlock(port: number): Promise<number> {
  return Number(await (await fetch(`http://127.0.0.1:${port}/`)).text());
}

interface Found {
  readonly what: string;
  /** Of several requests: the middle one, and the worst. */
  readonly longest: number;
  readonly worst: number;
}

function sectionOf(found: readonly Found[]): Section {
  return {
    title: 'Longest block of the event loop',
    goals: [
      {
        what: 'longest block of the event loop by one request, over a list of nasty inputs',
        unit: 'ms',
        greenroom: found[0]?.longest ?? Number.NaN,
        beside: bound,
        besideWhat: 'the bound',
        target: { atMost: 1 },
      },
    ],
    tables: [
      {
        title: `The longest that the event loop stood still during one request, of ${rounds}`,
        head: ['input', 'median ms', 'worst ms'],
        rows: found.map(({ what, longest, worst }) => [what, figure(longest), figure(worst)]),
      },
    ],
    notes: [
      `${apps} registered Zoom apps, ${confirmed} confirmed scopes; commands of ${typed} letters, forms of ${pasted}.`,
      'Measured inside the built process by `perf_hooks`, to a millisecond: garbage collection, and whatever else the machine does meanwhile, counts too.',
      loadAtTheEnd(),
    ],
  };
}
