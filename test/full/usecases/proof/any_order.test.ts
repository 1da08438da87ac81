import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isProven } from '../../../../src/core/checks/keep_proof.ts';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import { pollConnectSessions } from '../../../../src/usecases/proof/poll_connect_sessions.ts';
import {
  ana,
  type Fixture,
  hour,
  minute,
  second,
  T1,
  useFixture,
} from '../../../integration/usecases/fixture.ts';
import { pollAfter, startFor } from '../../../integration/usecases/proof/stage.ts';

const stage = useFixture();

/** What happens to the sessions of one environment. */
interface Run {
  readonly fixture: Fixture;
  readonly environmentId: string;
  readonly profileId: string;
  /** Sessions of StackOne that were authenticated. */
  readonly authenticated: Set<number>;
  rejected: boolean;
}

type Step = (run: Run, random: number) => Promise<void>;

/** Sessions of the run's profile at the simulated StackOne. */
const sessionsOf = ({ fixture, profileId }: Run) =>
  fixture.stackone.connectSessions().filter((one) => one.connector_profile_id === profileId);

const end =
  (status: string, errorCode?: string): Step =>
  async (run, random) => {
    const sessions = sessionsOf(run);
    const session = sessions[random % Math.max(1, sessions.length)];
    if (session === undefined || session.expiresAt <= run.fixture.ctx.clock.now()) return;
    if (run.authenticated.has(session.id)) return;
    run.fixture.stackone.endConnectAttempt(session.id, {
      status,
      ...(errorCode === undefined ? {} : { errorCode }),
    });
    if (status === 'authenticated') run.authenticated.add(session.id);
  };

/** The process dies before or after the transaction of a poll is committed. */
const killed =
  (committed: boolean): Step =>
  async ({ fixture }) => {
    const tx: Context['db']['tx'] = async (work) => {
      if (committed) {
        await fixture.ctx.db.tx(work);
        throw new Error('killed');
      }
      return fixture.ctx.db.tx(async (inside) => {
        await work(inside);
        throw new Error('killed');
      });
    };
    const ctx = { ...fixture.ctx, db: { ...fixture.ctx.db, tx } };
    await pollConnectSessions(ctx, { workspaceId: T1 }).catch(() => {});
  };

const steps: Readonly<Record<string, Step>> = {
  start: async ({ fixture, environmentId }) => void (await startFor(fixture, environmentId)),
  'start anew': async ({ fixture, environmentId }) =>
    void (await startFor(fixture, environmentId, { anew: true })),
  authenticated: end('authenticated'),
  error: end('error', '4700'),
  cancelled: end('cancelled'),
  pending: end('pending'),
  'unheard of': end('parked'),
  'StackOne is away': async ({ fixture }) => fixture.stackone.down(),
  'StackOne is back': async ({ fixture }) => fixture.stackone.clearFaults(),
  'killed before the commit': killed(false),
  'killed after the commit': killed(true),
  seconds: async ({ fixture }) => pollAfter(fixture, 5 * second),
  minutes: async ({ fixture }) => pollAfter(fixture, 3 * minute),
  'half an hour': async ({ fixture }) => pollAfter(fixture, 31 * minute),
  sweep: async ({ fixture }) => fixture.tick(),
  'given up': async ({ fixture }) => {
    const [row] = await fixture.database.db.query<{ id: string }>(
      `select id from connect_session where state = 'open' order by created_at desc limit 1`,
    );
    if (row !== undefined)
      await fixture.usecases.cancelConnectSession({ workspaceId: T1, actor: ana, sessionId: row.id });
  },
  'profile rejected': async (run) => {
    const { fixture, environmentId, profileId } = run;
    await fixture.usecases.rejectProfile({ workspaceId: T1, actor: ana, environmentId, profileId });
    run.rejected = true;
  },
};

const sequence = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(3)), {
  minLength: 4,
  maxLength: 25,
});
let runs = 0;

describe('whatever happens to connect sessions, in whatever order', () => {
  test('each is announced at most once, and nothing is proven that nobody consented to', async () => {
    const { fixture } = stage;
    await fc.assert(
      fc.asyncProperty(sequence, async (given) => {
        fixture.stackone.clearFaults();
        runs += 1;
        const { environmentId, profileId } = await fixture.registerLive(`App ${runs}`);
        const run: Run = { fixture, environmentId, profileId, authenticated: new Set(), rejected: false };
        await fixture.notifications();
        for (const [name, random] of given) await steps[name]?.(run, random);
        fixture.stackone.clearFaults();
        for (const ms of [minute, 3 * minute, hour, hour, minute]) {
          fixture.pass(ms);
          await fixture.tick();
          await fixture.usecases.pollConnectSessions({ workspaceId: T1 });
        }
        await expectSound(run);
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});

async function expectSound(run: Run): Promise<void> {
  const { fixture, environmentId, authenticated } = run;
  const said = (await fixture.notifications()).flatMap(({ channel, where, message }) =>
    message === null ? [] : [`${channel} ${where}: ${message.kind}`],
  );
  const count = (line: string) => said.filter((one) => one === line).length;
  expect(count('C1 channel: proven')).toBeLessThanOrEqual(authenticated.size);
  expect(count('C1 thread: proof_recorded')).toBeLessThanOrEqual(authenticated.size);
  // A session can fail once, and be authenticated afterwards.
  expect(count('C1 thread: proof_failed')).toBeLessThanOrEqual(sessionsOf(run).length);
  if (!run.rejected) expect(count('C1 thread: proof_recorded')).toBe(authenticated.size);
  expect(said.filter((line) => line.includes('regressed'))).toEqual([]);
  const { checks } = await fixture.environment(environmentId);
  expect(checks.some(isProven)).toBe(!run.rejected && authenticated.size > 0);
  expect(checks.map(({ status }) => status)).not.toContain('failed');
  const left = await fixture.database.db.query(
    `select 1 from connect_session where environment_id = $1 and (next_poll_at is not null or link_sealed is not null)`,
    [environmentId],
  );
  expect(left).toEqual([]);
}
