import { afterAll, expect, test } from 'vitest';
import { seed } from '../../../e2e/seed.ts';
import { accessibilityFaults } from '../accessible.ts';
import type { PersonAtPage } from '../person.ts';
import { backToSlack } from '../registration.ts';
import { type BrowserStage, describeInBrowser, useBrowserStage } from '../stage.ts';
import { goesByMenu, phone, turnsInto } from './phone.ts';

/** Past the modals, as somebody who has been here for long. */
function hasRegistered(stage: BrowserStage, names: readonly string[], owner: string): Promise<void> {
  const { slack, zoom } = stage.simulators;
  return seed(
    {
      database: stage.database,
      simulators: stage.simulators,
      person: (name) => slack.person(name),
      pair: () => zoom.addApp(),
    },
    names,
    owner,
  );
}

/** More than the page shows as mine, and on three pages. */
const many = Array.from({ length: 24 }, (_, i) => `Integration ${String(i + 1).padStart(2, '0')}`);
const home = (of: PersonAtPage) => of.page.locator('.home');

describeInBrowser('App Home on phones, with the fewest scopes', () => {
  // With nothing that is optional, not even who the admins are.
  const stage = useBrowserStage('http', 'fewest');
  // That Slack refuses what was not granted is the point; no other rule is broken.
  afterAll(() => {
    const broken = stage.simulators.slack.inspector.violations().map(({ code }) => code);
    expect(broken.filter((code) => code !== 'missing_scope')).toEqual([]);
    stage.simulators.slack.inspector.clear();
  });

  test('tells a newcomer what to do, and that nobody is an admin yet', async () => {
    const zoe = await stage.opens(phone);
    await turnsInto(zoe, 'Zoë');
    await goesByMenu(zoe, 'Greenroom');
    await home(zoe).getByText('No Zoom app is registered yet').waitFor();
    await home(zoe).getByText('nobody is named as one yet').waitFor();
    expect(await accessibilityFaults(zoe.page)).toEqual([]);
  });

  test('holds the many apps of an owner, page by page and narrowed, down to the details of one', async () => {
    await hasRegistered(stage, many, 'ana');
    const ana = await stage.opens(phone);
    await backToSlack(ana);
    await goesByMenu(ana, 'Greenroom');
    await home(ana).getByText('and more: choose').waitFor();
    await home(ana).getByRole('button', { name: 'Next page' }).click();
    await home(ana).getByText('Integration 11').waitFor();
    await home(ana).getByLabel('Find a Zoom app').fill('23');
    await home(ana).getByLabel('Find a Zoom app').press('Enter');
    await home(ana).getByText('Integration 23').waitFor();
    await home(ana).getByRole('button', { name: 'Show', exact: true }).click();
    await ana.modal.getByRole('button', { name: 'Details' }).click();
    await ana.reads('Checks of Development of Integration 23');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
  });
});
