import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../harness/until.ts';
import { beginsAnew, card, channel, fillsBasics, fillsPair, next, registers } from '../play.ts';
import { seed } from '../seed.ts';
import { transports, useStage } from '../stage.ts';

const crowd = Array.from({ length: 22 }, (_, i) => `Crowd ${String(i + 1).padStart(2, '0')}`);

describe.each(transports)('App Home in an empty workspace, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');

  test('at first it says how to begin, and the registration begins there', async () => {
    const home = await ana().opensHome();
    await home.sees('No Zoom app is registered yet.');
    expect(home.buttons()[0]).toBe('Register a Zoom app');
    await home.press('Register a Zoom app');
    const modal = await ana().modal('Register a Zoom app');
    expect(modal.value('Channel')).toBeNull();
    await fillsBasics(modal, { name: 'From Home', channel });
    await fillsPair(modal, 'Development', stage.pair());
    await next(modal, 'Step 3 of 4');
    await modal.pick('Scopes', ['user:read:user:admin']);
    await next(modal, 'Step 4 of 4');
    await next(modal, '*From Home* is registered');
    await modal.close();
    await card(ana(), 'From Home', /Passed:[^·\n]*credentials/);
  });
});

describe.each(transports)('App Home over %s', (transport) => {
  const stage = useStage(transport);
  const [ana, zoe, ben] = [() => stage.person('ana'), () => stage.person('zoe'), () => stage.person('ben')];

  const savedAt = async () => {
    const drafts = await stage.database.db.query<{ at: string }>('select updated_at::text as at from draft');
    return drafts[0]?.at;
  };

  beforeAll(async () => {
    await seed(stage, ['From Home']);
    await card(ana(), 'From Home', /Passed:[^·\n]*credentials/);
  });

  test('my apps come first, and each is shown with its buttons; two people see their own', async () => {
    await registers(stage, zoe(), { name: 'Hers' });
    await card(zoe(), 'Hers', /Passed:[^·\n]*credentials/);
    const mine = await ana().opensHome();
    expect(mine.text()).toMatch(/My Zoom apps\n\*From Home \(http.*All other Zoom apps\n.*\*Hers \(http/s);
    const hers = await zoe().opensHome();
    expect(hers.text()).toMatch(/My Zoom apps\n\*Hers \(http.*All other Zoom apps\n.*\*From Home \(http/s);
    const his = await ben().opensHome();
    expect(his.text()).not.toContain('My Zoom apps');
    expect(his.text()).toMatch(/All Zoom apps\n.*\*From Home \(http.*\*Hers \(http/s);

    await mine.press('Show', { near: 'From Home' });
    const status = await ana().modal('Status');
    await status.sees(
      /Only you can see this. The card that everyone sees \(http\S+\) is in #zoom-integration\./,
    );
    await status.press('It is set');
    await status.sees(/Passed:[^·\n]*redirect URL.*1 said by a person/);
    await status.press('Not ready yet');
    const missing = await ana().modal('Not ready yet');
    await missing.tick('Missing', ['Company name']);
    await next(missing, 'Noted on the card');
    await missing.dismiss();
    await card(ben(), 'From Home', 'fill in what is missing (company name)');
    const later = await ana().opensHome();
    expect(later.text()).toContain('next: fill in what is missing in Zoom');
  });

  test('a registration left halfway waits there, for its owner only', async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register Left Behind');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    await next(modal, 'Step 2 of 4');
    await modal.dismiss();
    const home = await ana().opensHome();
    await home.sees(/You have an unfinished registration\* of \*Left Behind\*/);
    expect((await zoe().opensHome()).text()).not.toContain('unfinished');
    await home.press('Resume');
    const resumed = await ana().modal('Register a Zoom app');
    await resumed.sees('Step 2 of 4');
    const before = await savedAt();
    await resumed.dismiss();
    await until(async () => (await savedAt()) !== before, 'the closed form to be kept');
    await home.press('Discard');
    await until(() => !home.text().includes('unfinished'), 'the draft to go');
  });
});

describe.each(transports)('App Home of many apps, over %s', (transport) => {
  const stage = useStage(transport);
  const [ana, zoe] = [() => stage.person('ana'), () => stage.person('zoe')];

  test('many apps are paged, and the counts are of all of them', async () => {
    await seed(stage, ['From Home']);
    await seed(stage, [...crowd, 'Hers'], 'zoe');
    await card(ana(), 'Crowd 22', /Passed:[^·\n]*credentials/);
    const home = await ana().opensHome();
    expect(home.text()).toContain('24 environments by stage');
    expect(home.text()).toContain('*Crowd 09 (');
    expect(home.text()).not.toContain('*Crowd 15 (');
    await home.press('Next page');
    await home.sees('*Crowd 15 (');
    expect(home.text()).toContain('My Zoom apps\n*From Home (');
    await home.press('Next page');
    await home.sees('*Crowd 22 (');
    await home.press('First page');
    await home.sees('*Crowd 01 (');
    const hers = await zoe().opensHome();
    await hers.sees(
      /My Zoom apps\n\*Crowd 01 \(.*and more: choose \*Only mine\*.*All Zoom apps\n.*\*Crowd 01 \(/s,
    );
  });
});
