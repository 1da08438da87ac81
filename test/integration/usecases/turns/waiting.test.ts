import { describe, expect, it } from 'vitest';
import { ana, type Fixture, hour, minute, T1, useFixture, zoe } from '../fixture.ts';

const the = useFixture();

const steps = async (fixture: Fixture, userId: string) => {
  const { waiting } = await fixture.usecases.readWaiting({ workspaceId: T1, userId, limit: 10 });
  return waiting.map(({ appName, turn }) => `${appName}: ${turn.action}`);
};

async function nameAdmin(fixture: Fixture, doer: string, userId: string): Promise<void> {
  await fixture.database.db.query(
    `insert into step_admin (workspace_id, doer, user_id, added_by, added_at) values ($1, $2, $3, $3, now())`,
    [T1, doer, userId],
  );
}

describe('what waits for a person', () => {
  it('is known at once after a change, and kept with its time by the next sweep', async () => {
    const { fixture } = the;
    const app = await fixture.register();
    await fixture.runJobs();
    expect(await steps(fixture, ana)).toEqual(['Acme Zoom: set_redirect']);

    await fixture.tick();
    const worked = fixture.ctx.clock.now();
    fixture.pass(hour);
    const { waiting } = await fixture.usecases.readWaiting({ workspaceId: T1, userId: ana, limit: 10 });
    expect(waiting).toHaveLength(1);
    expect(waiting[0]).toMatchObject({ appId: app.appId, environment: 'development' });
    expect(waiting[0]?.turn.since.getTime()).toBeLessThanOrEqual(worked.getTime());

    const environmentId = app.environments.development;
    await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
    expect(await steps(fixture, ana)).toEqual(['Acme Zoom: run_test']);
  });

  it('is not shown to people whose it is not', async () => {
    const { fixture } = the;
    await fixture.register();
    await fixture.tick();
    expect(await steps(fixture, zoe)).toEqual([]);
  });

  it('is shown to those who do the steps in Zoom where they are named, in every app, and not to its owners', async () => {
    const { fixture } = the;
    await nameAdmin(fixture, 'zoom_admin', zoe);
    await fixture.register({ name: 'One' });
    await fixture.runJobs();
    expect(await steps(fixture, zoe)).toEqual(['One: set_redirect']);
    await fixture.tick();
    fixture.pass(minute);
    await fixture.register({ name: 'Two' });
    await fixture.tick();
    expect(await steps(fixture, zoe)).toEqual(['One: set_redirect', 'Two: set_redirect']);
    expect(await steps(fixture, ana)).toEqual([]);
  });

  it('comes in pages, what has waited longest first, each once', async () => {
    const { fixture } = the;
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) {
      await fixture.register({ name });
      await fixture.tick(minute);
    }
    const { usecases } = fixture;
    const names: string[] = [];
    let after = null;
    do {
      const page: Awaited<ReturnType<typeof usecases.readWaiting>> = await usecases.readWaiting({
        ...{ workspaceId: T1, userId: ana, limit: 2, after },
      });
      names.push(...page.waiting.map(({ appName }) => appName));
      after = page.next;
    } while (after !== null);
    expect(names).toEqual(['One', 'Two', 'Three', 'Four', 'Five']);
  });

  it('ends when an app is live', async () => {
    const { fixture } = the;
    await fixture.registerLive();
    const { waiting } = await fixture.usecases.readWaiting({ workspaceId: T1, userId: ana, limit: 10 });
    expect(waiting.map(({ turn }) => turn.action)).toEqual(['link_account']);
    await fixture.database.db.query(`update environment set stage = 'archived'`);
    expect(await steps(fixture, ana)).toEqual([]);
  });

  it('was waiting before this release too, since its last change', async () => {
    const { fixture } = the;
    await fixture.register();
    await fixture.tick();
    const changed = fixture.ctx.clock.now();
    fixture.pass(24 * hour);
    await fixture.database.db.query(
      'update turn set stale = true, action = null, doer = null, since = null, nudge_at = null',
    );
    await fixture.tick();
    const { waiting } = await fixture.usecases.readWaiting({ workspaceId: T1, userId: ana, limit: 10 });
    expect(waiting[0]?.turn.since.getTime()).toBeLessThanOrEqual(changed.getTime());
  });
});
