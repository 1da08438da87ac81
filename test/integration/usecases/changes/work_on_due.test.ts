import { describe, expect, test } from 'vitest';
import { putOffMs } from '../../../../src/concurrency/each_alone.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { ageAttestations } from '../../../../src/usecases/ageing/age_attestations.ts';
import { remindOfSecrets } from '../../../../src/usecases/ageing/remind_of_secrets.ts';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import { workOnDue } from '../../../../src/usecases/changes/due/work_on_due.ts';
import { remindNotReady } from '../../../../src/usecases/checks/remind_not_ready.ts';
import { recordedLog } from '../../../harness/log.ts';
import { ana, type Fixture, failingIds, hour, T1, useFixture } from '../fixture.ts';

const stage = useFixture();
const day = 24 * hour;

interface Due {
  readonly run: (ctx: Context, workspaceId: string, most: number) => Promise<number>;
  /** Two that become due at the same time, or more. */
  readonly begin: (fixture: Fixture) => Promise<void>;
  /** One that fails is put off; else it stays due. */
  readonly isPutOff: boolean;
  /** What a message is about. */
  readonly subjects: (message: Message) => string[];
}

const due: Readonly<Record<string, Due>> = {
  'a date of renewal': {
    run: remindOfSecrets,
    isPutOff: false,
    async begin(fixture) {
      const renewalAt = new Date(fixture.ctx.clock.now().getTime() + 40 * day);
      for (const name of ['One', 'Two']) {
        const { environments } = await fixture.register({ name });
        const by = { workspaceId: T1, actor: ana, environmentId: environments.development };
        await fixture.usecases.setSecretRenewal({ ...by, renewalAt });
      }
      fixture.pass(11 * day);
    },
    subjects: (message) =>
      message.kind === 'secrets_due' ? message.secrets.map(({ about }) => about.appName) : [],
  },
  'an attestation that ends soon': {
    run: ageAttestations,
    isPutOff: true,
    async begin(fixture) {
      for (const name of ['One', 'Two']) await fixture.registerLive(name);
      fixture.pass(84 * day);
    },
    subjects: (message) =>
      message.kind === 'still_so' ? message.asked.map(({ about, check }) => `${about.appName} ${check}`) : [],
  },
  'what was not ready': {
    run: remindNotReady,
    isPutOff: true,
    async begin(fixture) {
      for (const name of ['One', 'Two']) {
        const { environments } = await fixture.register({ name });
        const by = { workspaceId: T1, actor: ana, environmentId: environments.development };
        await fixture.usecases.reportNotReady({ ...by, missing: [], note: '' });
      }
      fixture.pass(day);
    },
    subjects: (message) => (message.kind === 'ask_again' ? [message.about.appName] : []),
  },
};

async function said(fixture: Fixture, { subjects }: Due): Promise<string[]> {
  const rows = await fixture.database.db.query<{ message: Message }>(
    'select message from delivery where workspace_id = $1 and message is not null',
    [T1],
  );
  return [...new Set(rows.flatMap(({ message }) => subjects(message)))].sort();
}

describe.each(Object.entries(due))('of %s', (_name, kind) => {
  test('one that cannot be written holds up none of the others, and is tried again later', async () => {
    const { fixture } = stage;
    await kind.begin(fixture);
    // All at once, and the first one alone.
    const failing = { ...fixture.ctx, newId: failingIds(2) };
    await expect(kind.run(failing, T1, 100)).rejects.toThrow('no id');
    const first = await said(fixture, kind);
    expect(first.length).toBeGreaterThan(0);
    if (kind.isPutOff) {
      expect(await kind.run(fixture.ctx, T1, 100)).toBe(0);
      fixture.pass(putOffMs);
    }
    expect(await kind.run(fixture.ctx, T1, 100)).toBe(1);
    expect(await said(fixture, kind)).toHaveLength(first.length + 1);
  });
});

test('one that another process has done after it failed here is not put off', async () => {
  const { fixture } = stage;
  let due = ['one'];
  let attempts = 0;
  const postponed: string[] = [];
  const work = workOnDue<string>(fixture.ctx, T1, {
    read: async () => due,
    keyOf: (row) => row,
    async work() {
      attempts += 1;
      if (attempts === 2) due = [];
      throw new Error('no lock');
    },
    putOff: async (_tx, row) => void postponed.push(row),
  });
  await expect(work).rejects.toThrow('no lock');
  expect([attempts, postponed]).toEqual([2, []]);
});

test('those that fail together and not alone are done, and the log says what failed', async () => {
  const { fixture } = stage;
  const { log, lines } = recordedLog();
  const done: string[] = [];
  await workOnDue<string>({ ...fixture.ctx, log }, T1, {
    read: async () => ['one', 'two'],
    keyOf: (row) => row,
    async work(_tx, rows) {
      if (rows.length > 1) throw new Error('not both at once');
      done.push(...rows);
    },
  });
  expect(done).toEqual(['one', 'two']);
  expect(lines.join()).toContain('not both at once');
});
