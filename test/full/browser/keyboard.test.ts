import { expect, test } from 'vitest';
import { describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser('the keyboard alone, in the browser', () => {
  const stage = useBrowserStage();

  test('builds the app, registers it, and does what the card asks for', async () => {
    const ana = await stage.opens();
    const { keyboard } = ana.page;
    const copies = async (name: string) => {
      await ana.tabsTo(name);
      await keyboard.press('Enter');
      return ana.page.evaluate<string>('navigator.clipboard.readText()');
    };
    await ana.tabsTo('Create in Zoom');
    await keyboard.press('Enter');
    await ana.page.getByRole('button', { name: 'Copy Client ID' }).waitFor();
    const clientId = await copies('Copy Client ID');
    const clientSecret = await copies('Copy Client secret');

    await ana.tabsTo('Message #zoom-integration');
    await keyboard.type('/zoom-app register');
    await keyboard.press('Enter');
    await ana.reads('Step 1 of 4');
    await keyboard.type('StackOne Integration');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await ana.tabsTo('Next');
    await keyboard.press('Enter');
    await ana.reads('Step 2 of 4');
    await keyboard.type(clientId);
    await keyboard.press('Tab');
    await keyboard.type(clientSecret);
    await keyboard.press('Enter');
    await ana.reads('Step 3 of 4');
    await keyboard.press('ArrowDown');
    await ana.offered.filter({ hasText: 'Meetings, read-only' }).waitFor();
    await keyboard.press('Enter');
    await ana.reads('Meetings, read-only: 5 scopes added.');
    // What was chosen is gone from the form; the focus is not lost with it.
    expect(await ana.modal.evaluate((modal) => modal.contains(modal.ownerDocument.activeElement))).toBe(true);
    await ana.tabsTo('Next');
    await keyboard.press('Enter');
    await ana.reads('Step 4 of 4');
    await ana.tabsTo('Save');
    await keyboard.press('Enter');
    await ana.reads('is registered');
    await keyboard.press('Escape');
    await ana.modal.waitFor({ state: 'detached' });
    await ana.sees(/Passed:[^·\n]*credentials/);
    // Whoever does not see the card hears of it.
    const heard = ana.page.getByRole('log').getByText(/Greenroom: .*StackOne Integration/);
    await heard.waitFor({ state: 'attached' });
    await ana.tabsTo('It is set');
    await keyboard.press('Enter');
    await ana.sees(/Passed:[^·\n]*redirect URL/);
  });
});
