import { describe, expect, test } from 'vitest';
import { ana, type Fixture, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

const find = (fixture: Fixture, text: string) => fixture.usecases.findZoomApp({ workspaceId: T1, text });

async function found(fixture: Fixture, text: string): Promise<unknown> {
  const result = await find(fixture, text);
  return result.kind === 'found' ? result.card.app.name : result;
}

/** Apps that are there at once, without a job: `count` of them, `App 01` and so on. */
async function registerMany(fixture: Fixture, count: number, more: (number: number) => object = () => ({})) {
  for (let number = 1; number <= count; number += 1) {
    await fixture.register({ name: `App ${String(number).padStart(2, '0')}`, ...more(number) });
  }
}

describe('what a person means by a name', () => {
  test.each([
    ['Acme Zoom', 'Acme Zoom'],
    [' acmé   ZOOM! ', 'Acme Zoom'],
    ['acme zoom t', 'Acme Zoom Test'],
    ['nor', 'Northwind 100%'],
    ['northwind 100%', 'Northwind 100%'],
  ])('"%s" is %s', async (text, name) => {
    const { fixture } = stage;
    for (const one of ['Acme Zoom', 'Acme Zoom Test', 'Northwind 100%'])
      await fixture.register({ name: one });
    expect(await found(fixture, text)).toBe(name);
  });

  test('an id finds its app, in any letters; an unknown one finds none', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    expect(await found(fixture, appId.toUpperCase())).toBe('Acme Zoom');
    expect(await find(fixture, fixture.ctx.newId())).toMatchObject({ kind: 'none' });
  });

  test('a beginning of several names them; a near miss suggests; nothing near says whether there is any', async () => {
    const { fixture } = stage;
    expect(await find(fixture, 'anything')).toEqual({ kind: 'none', suggestions: [], any: false });
    for (const name of ['Acme Zoom', 'Acme Calls', 'Contoso']) await fixture.register({ name });
    expect(await find(fixture, 'acm')).toEqual({ kind: 'several', names: ['Acme Calls', 'Acme Zoom'] });
    expect(await find(fixture, 'acme zom')).toEqual({ kind: 'none', suggestions: ['Acme Zoom'], any: true });
    expect(await find(fixture, 'kontoso')).toEqual({ kind: 'none', suggestions: ['Contoso'], any: true });
    expect(await find(fixture, 'something else')).toEqual({ kind: 'none', suggestions: [], any: true });
    expect(await find(fixture, '')).toMatchObject({ kind: 'none', any: true });
    expect(await find(fixture, '%')).toMatchObject({ kind: 'none', any: true });
    expect(await find(fixture, '_____')).toMatchObject({ kind: 'none', any: true });
  });

  test('is an archived app only where no app in use is meant', async () => {
    const { fixture } = stage;
    await fixture.register();
    await fixture.database.db.query('update zoom_app set archived_at = now()');
    expect(await find(fixture, 'acme zoom')).toMatchObject({
      kind: 'found',
      card: { app: { archivedAt: expect.any(Date) } },
    });
    expect(await fixture.usecases.nameTaken({ workspaceId: T1, name: 'Acme Zoom' })).toBeNull();
    await fixture.register();
    expect(await find(fixture, 'acme zoom')).toMatchObject({
      kind: 'found',
      card: { app: { name: 'Acme Zoom', archivedAt: null } },
    });
  });
});

/** The names of every page, one after the other. */
async function pages(fixture: Fixture, words: string): Promise<string[][]> {
  const read: string[][] = [];
  let after: string | null = '';
  while (after !== null) {
    const page = await fixture.usecases.listZoomApps({
      workspaceId: T1,
      words,
      ...(after === '' ? {} : { after }),
    });
    read.push(page.lines.map((line) => line.name));
    after = page.next;
  }
  return read;
}

describe('the list', () => {
  test('of 35 apps has four pages, by name, with nothing missing and nothing twice', async () => {
    const { fixture } = stage;
    await registerMany(fixture, 35);
    const read = await pages(fixture, '');
    expect(read.map((page) => page.length)).toEqual([10, 10, 10, 5]);
    expect(read.flat()).toEqual([...read.flat()].sort());
    expect(new Set(read.flat()).size).toBe(35);
  });

  test('ends with a full page when there is no more', async () => {
    const { fixture } = stage;
    await registerMany(fixture, 10);
    expect(await pages(fixture, '')).toHaveLength(1);
  });

  test('is narrowed by words of the name, an owner, a stage, and all of them together', async () => {
    const { fixture } = stage;
    await registerMany(fixture, 12, (number) => (number % 2 === 0 ? { owners: [ana, zoe] } : {}));
    await fixture.registerLive('Acme Zoom');
    await fixture.register({ name: 'Zoom for Acmé', owners: [zoe, ana] });
    const names = async (words: string) => (await pages(fixture, words)).flat();
    expect(await names('acme')).toEqual(['Acme Zoom', 'Zoom for Acmé']);
    expect(await names('zoo ACM')).toEqual(['Acme Zoom', 'Zoom for Acmé']);
    expect(await names('cme')).toEqual([]);
    expect(await names(`<@${zoe}>`)).toHaveLength(7);
    expect(await names(`<@${zoe}|zoe> app`)).toHaveLength(6);
    expect(await names('live')).toEqual(['Acme Zoom']);
    expect(await names('testing')).toHaveLength(12);
    expect(await names('credentials')).toEqual(['Zoom for Acmé']);
    expect(await names(`live <@${zoe}>`)).toEqual([]);
    expect(await names('100% _')).toEqual([]);
    expect(await names("o'app & | ! :* app")).toEqual([]);
    expect(await names('ü'.repeat(3_000))).toEqual([]);
  });

  test('shows what stands behind each line', async () => {
    const { fixture } = stage;
    const { appId, environmentId } = await fixture.registerLive();
    const { lines } = await fixture.usecases.listZoomApps({ workspaceId: T1, words: '' });
    expect(lines).toMatchObject([
      { appId, name: 'Acme Zoom', owners: [ana], environments: [{ id: environmentId, stage: 'live' }] },
    ]);
    expect(lines[0]?.environments[0]?.checks).toHaveLength(6);
  });

  test('leaves archived apps out', async () => {
    const { fixture } = stage;
    await registerMany(fixture, 3);
    await fixture.database.db.query(`update zoom_app set archived_at = now() where name = 'App 02'`);
    expect((await pages(fixture, '')).flat()).toEqual(['App 01', 'App 03']);
  });
});

test('the board counts environments by their stage, in the order of the journey, and says how StackOne is', async () => {
  const { fixture } = stage;
  await fixture.registerLive('Acme Zoom');
  await fixture.register({ name: 'Beta', environments: ['development', 'production'] });
  await registerMany(fixture, 12);
  const board = await fixture.usecases.readBoard({ workspaceId: T1, words: 'app' });
  expect(Object.entries(board.counts)).toEqual([
    ['credentials', 14],
    ['live', 1],
  ]);
  expect(board.lines).toHaveLength(10);
  expect(board.next).not.toBeNull();
  expect(board.stackone).toMatchObject({ answeredAt: fixture.ctx.clock.now(), trouble: null });
});

describe('the history', () => {
  test('is shown newest first, in the order of what happened, page by page', async () => {
    const { fixture } = stage;
    const { appId, environments } = await fixture.register();
    const environmentId = environments.development;
    for (let count = 0; count < 15; count += 1) {
      await fixture.usecases.reportNotReady({
        workspaceId: T1,
        actor: zoe,
        environmentId,
        missing: [],
        note: `note ${count}`,
      });
    }
    const read = [];
    let after: string | undefined;
    for (;;) {
      const page = await fixture.usecases.readHistory({ workspaceId: T1, appId, after });
      read.push(page.events);
      if (page.next === null) break;
      after = page.next;
    }
    expect(read.map((page) => page.length)).toEqual([20, 12]);
    const kinds = read.flat().reverse();
    expect(kinds.slice(0, 4).map((event) => event.kind)).toEqual([
      'zoom_app_registered',
      'check_changed',
      'check_changed',
      'not_ready_reported',
    ]);
    const notes = kinds
      .filter((event) => event.kind === 'not_ready_reported')
      .map((event) => event.detail.note);
    expect(notes).toEqual(Array.from({ length: 15 }, (_, count) => `note ${count}`));
    expect(kinds.at(-1)).toMatchObject({ actor: zoe, environment: 'development' });
  });

  test('of one app says nothing of another', async () => {
    const { fixture } = stage;
    const one = await fixture.register({ name: 'One' });
    await fixture.register({ name: 'Two' });
    expect(
      (await fixture.events(one.appId)).filter((event) => event.kind === 'zoom_app_registered'),
    ).toHaveLength(1);
  });
});

test('the health counts what waits', async () => {
  const { fixture } = stage;
  await fixture.register();
  expect(await fixture.usecases.readHealth({ workspaceId: T1 })).toMatchObject({
    version: '1.2.3',
    database: 'ok',
    jobsWaiting: 3,
    deliveriesWaiting: 2,
    deliveriesRepeated: 0,
    stackone: { configured: true, answeredAt: null, trouble: null },
    zoom: { probeTrust: 'untested', lastTrouble: null },
  });
});
