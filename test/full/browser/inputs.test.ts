import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessible.ts';
import type { PersonAtPage } from './person.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser('every input element, in the browser', () => {
  const stage = useBrowserStage('gallery', ['files:read']);

  test('what Slack’s own client refuses is said at each field, and the app is not asked', async () => {
    const ana = await stage.opens();
    await ana.types('/zoom-app');
    await ana.reads('Everything typed');
    await ana.fills('Email', 'ana at acme');
    await ana.fills('Seats', '2.5');
    await ana.fills('Link', 'acme');
    await ana.presses('Go on');
    await ana.reads('“ana at acme” is not an email address.');
    await ana.reads('Whole numbers only.');
    await ana.reads('“acme” is not a web address: it begins with http:// or https://.');
    expect(await ana.modal.getByText('Please complete this required field.').count()).toBe(6);
    expect(stage.gallery.submitted).toEqual({});
    await ana.fills('Seats', '501');
    await ana.fills('Notes', 'x'.repeat(80));
    expect(await ana.modal.getByLabel('Notes').inputValue()).toHaveLength(60);
    await ana.presses('Go on');
    await ana.reads('A number from 1 to 500.');
    await keepPicture(ana.page, 'inputs-refused');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.modal.press('Escape');
    await expect.poll(() => stage.gallery.closed).toEqual(['typed']);
  });

  test('takes what is typed, dated and uploaded, then what is chosen, on a stack of three', async () => {
    const ana = await stage.opens({ viewport: { width: 1440, height: 1080 } });
    await ana.types('/zoom-app');
    await fillsTheFirst(ana);
    await keepPicture(ana.page, 'inputs-typed');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Go on');

    await ana.reads('Everything chosen');
    await choosesOnTheSecond(ana);
    await keepPicture(ana.page, 'inputs-chosen');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Go on');

    await ana.reads('Slack stacks three views, no more.');
    await ana.presses('Push a fourth');
    await ana.reads(/push_limit_reached/);
    await keepPicture(ana.page, 'three-modals');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    const { inspector } = stage.simulators.slack;
    expect(inspector.violations().map(({ code }) => code)).toEqual(['push_limit_reached']);
    inspector.clear();
    expect(stage.gallery.picked).toEqual(['restore']);
    expect(stage.gallery.submitted).toMatchObject(received(stage.simulators.slack.person('zoe').id));

    await ana.presses('Back');
    await ana.modal.getByRole('button', { name: 'Remove Zoë' }).waitFor();
    await ana.presses('Go on');
    await ana.presses('Close them all');
    await ana.modal.waitFor({ state: 'detached' });
  });
});

async function fillsTheFirst(ana: PersonAtPage): Promise<void> {
  await ana.fills('Notes', 'Two lines\nof notes');
  await ana.fills('Email', 'ana@acme.test');
  await ana.fills('Seats', '12');
  await ana.fills('Day', '2027-03-01');
  await ana.fills('Time', '09:30');
  await ana.fills('Moment', '2027-03-01T09:30');
  await ana.fills('Message', 'Hello *all*\n> with `code`');
  const manifest = ana.modal.getByLabel('Manifest');
  const file = (name: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(name) });
  await manifest.setInputFiles([file('app.json'), file('app.exe')]);
  await ana.reads('Only these kinds of files: json, yml.');
  await manifest.setInputFiles([file('one.yml'), file('two.yml')]);
  await ana.reads('At most 2 files.');
  await ana.presses('Remove app.json');
  await manifest.setInputFiles(file('two.yml'));
  await ana.presses('Remove two.yml');
}

async function choosesOnTheSecond(ana: PersonAtPage): Promise<void> {
  const menu = (name: string) => ana.modal.getByRole('combobox', { name });
  const picks = async (name: string, typed: string, option: string) => {
    await menu(name).pressSequentially(typed);
    await ana.offered.filter({ hasText: option }).click();
    // A menu of many stays open; where it has closed, Escape would close the modal.
    if ((await menu(name).getAttribute('aria-expanded')) === 'true') await menu(name).press('Escape');
  };
  await ana.presses('More actions');
  await ana.page.getByRole('menuitem', { name: 'Restore' }).click();
  await menu('Plan').click();
  await ana.page.getByRole('group', { name: 'Large' }).getByRole('option', { name: 'Grid' }).click();
  await picks('Colours', 'r', 'Red');
  await picks('Colours', 'bl', 'Blue');
  await picks('City', 'li', 'Lisbon');
  await picks('Reviewers', 'zo', 'Zoë');
  await ana.ticks('Large');
  await ana.ticks('Webinars');
}

const option = (text: string) => ({
  selected_option: { text: { text, type: 'plain_text' }, value: text.toLowerCase() },
});
const values = (...texts: string[]) => ({
  selected_options: texts.map((text) => ({ value: text.toLowerCase() })),
});

const received = (zoe: string) => ({
  notes: { value: 'Two lines\nof notes' },
  email: { type: 'email_text_input', value: 'ana@acme.test' },
  link: { value: null },
  seats: { value: '12' },
  day: { selected_date: '2027-03-01' },
  time: { selected_time: '09:30' },
  moment: { selected_date_time: new Date('2027-03-01T09:30').getTime() / 1000 },
  message: {
    rich_text_value: {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Hello ' },
            { type: 'text', text: 'all', style: { bold: true } },
          ],
        },
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'text', text: 'with ' },
            { type: 'text', text: 'code', style: { code: true } },
          ],
        },
      ],
    },
  },
  manifest: { files: [{ name: 'one.yml', filetype: 'yml' }] },
  plan: option('Grid'),
  colours: values('Red', 'Blue'),
  city: option('Lisbon'),
  reviewers: { selected_users: [zoe] },
  size: option('Large'),
  extras: values('Webinars'),
});
