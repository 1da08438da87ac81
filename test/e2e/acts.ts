import type { MessageHandle, Modal, Person } from '../../sandbox/simulators/slack/index.ts';
import { enqueue } from '../../src/store/jobs.ts';
import { opens } from '../harness/opens.ts';
import type { TestDatabase } from '../harness/postgres.ts';
import { until } from '../harness/until.ts';
import type { Stage } from './stage.ts';
import { submits } from './submits.ts';

// What happens in several stories: registering an app in one breath, time passing, and looking at a channel as a whole.

export { asks } from '../harness/asks.ts';

export const channel = '#zoom-integration';

export interface ShortRegistration {
  readonly name: string;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  /** The secret is not given to Greenroom. */
  readonly keepsSecret?: boolean;
  /** Default: the channel where the command is typed. */
  readonly where?: string;
}

/** A person registers an admin-managed app with its development environment, from the command to "is registered". */
export async function registers(person: Person, registration: ShortRegistration): Promise<void> {
  const modal = await beginsToRegister(person, registration);
  await submits(modal);
  await modal.sees('is registered');
  await modal.close();
}

/** The same up to the last step: everything is typed, and only [Save] is left to press. */
export async function beginsToRegister(
  person: Person,
  { name, credentials, keepsSecret = false, where = channel }: ShortRegistration,
): Promise<Modal> {
  const modal = await opens(person, where, `/zoom-app register ${name}`, 'Register a Zoom app');
  // What an earlier story left halfway is offered again.
  if (modal.buttons().includes('Start anew')) await modal.press('Start anew');
  await modal.sees('Step 1');
  await modal.fill('Name', name);
  await modal.choose('Who manages it in Zoom?', 'Admin-managed');
  await submits(modal);
  await modal.sees('Step 2');
  await modal.fill('Client ID (Development)', credentials.clientId);
  if (keepsSecret) await modal.tick('Or no secret (Development)', ['I keep the secret to myself']);
  else await modal.fill('Client secret (Development)', credentials.clientSecret);
  await submits(modal);
  await modal.sees('Step 3');
  await modal.fill('Or paste a list', 'user:read:user:admin meeting:read:meeting:admin');
  await submits(modal);
  await modal.sees('Step 4');
  return modal;
}

/** The status card of an app in a channel. */
export function cardOf(person: Person, name: string, where: string = channel): MessageHandle {
  const card = cardsOf(person, name, where).at(-1);
  if (card === undefined) throw new Error(`no card of ${name} in ${where}:\n${person.transcript(where)}`);
  return card;
}

export function cardsOf(person: Person, name: string, where: string = channel): MessageHandle[] {
  return postedMessages(person, where).filter(
    (message) => message.threadTs === null && message.text().startsWith(name),
  );
}

/** Messages that stand in a channel for everybody, threads included, oldest first. */
export function postedMessages(person: Person, where: string = channel): MessageHandle[] {
  return person.messages(where).filter((message) => !message.ephemeral && !message.isDeleted());
}

/** What stands there for everybody and says so, oldest first. */
export function saying(person: Person, pattern: RegExp, where: string = channel): MessageHandle[] {
  return postedMessages(person, where).filter((message) => pattern.test(message.text()));
}

/** Nothing waits to be said any more, and no message is under way. */
export async function allIsSent({ db }: TestDatabase): Promise<void> {
  await until(async () => {
    const [row] = await db.query<{ waiting: number }>(
      `select count(*)::int as waiting from delivery where state in ('queued', 'sending')`,
    );
    return row?.waiting === 0;
  }, 'every message to be sent');
}

/** No job of this kind waits or runs. */
export async function noMore({ db }: TestDatabase, task: string): Promise<void> {
  await until(async () => {
    const [row] = await db.query<{ count: number }>(
      'select count(*)::int as count from graphile_worker.jobs where task_identifier = $1',
      [task],
    );
    return row?.count === 0;
  }, `every job "${task}" to end`);
}

/** A job of this kind is being worked on. */
export async function underWay({ db }: TestDatabase, task: string): Promise<void> {
  await until(async () => {
    const [row] = await db.query<{ count: number }>(
      'select count(*)::int as count from graphile_worker.jobs where task_identifier = $1 and locked_at is not null',
      [task],
    );
    return row?.count !== 0;
  }, `a job "${task}" to begin`);
}

/** So much time passes for the credentials of every environment and for StackOne: the last look becomes older, the next one nearer. */
export async function timePasses(database: TestDatabase, interval: string): Promise<void> {
  await database.db.query(
    `with asked as (update check_request set asked_at = asked_at - $1::interval),
          forced as (update stackone_poll set forced_at = forced_at - $1::interval, next_poll_at = next_poll_at - $1::interval)
     update environment set probed_at = probed_at - $1::interval, next_probe_at = next_probe_at - $1::interval`,
    [interval],
  );
}

/** What went back and forth has been calm for so long that it is told of again. */
export async function calmsDown({ db }: TestDatabase): Promise<void> {
  await db.query(`update readiness_check set detail = detail - 'swings' where detail ? 'swings'`);
}

/** The checks of an app as they are stored. */
export async function storedCheck(
  database: TestDatabase,
  app: string,
  name: string,
): Promise<{ status: string; last_known: string; reason: string | null }> {
  const [row] = await database.db.query<{ status: string; last_known: string; reason: string | null }>(
    `select status, last_known, reason from readiness_check
     join environment on environment.id = environment_id join zoom_app on zoom_app.id = zoom_app_id
     where zoom_app.name = $1 and readiness_check.name = $2`,
    [app, name],
  );
  if (row === undefined) throw new Error(`no check ${name} of ${app}`);
  return row;
}

/** Somebody ticks off what only a person can see in Zoom. */
export async function attests(person: Person, app: string, where: string = channel): Promise<void> {
  await person.press(cardOf(person, app, where), 'It is set');
  await person.press(cardOf(person, app, where), 'It says Ready');
  await person.sees(where, new RegExp(`^${app}[\\s\\S]*Passed:[^·\\n]*Zoom test status`));
}

/** StackOne's list was read since the app was registered: a profile that is created from now on is new for it. */
export async function hasBaseline({ db }: TestDatabase, app: string): Promise<void> {
  await until(async () => {
    const rows = await db.query(
      `select from environment join zoom_app on zoom_app.id = zoom_app_id
       where zoom_app.name = $1 and baseline_at is not null`,
      [app],
    );
    return rows.length > 0;
  }, `StackOne's list to be read for ${app}`);
}

/** What Greenroom knows of StackOne. */
export async function stackoneTrouble({
  db,
}: TestDatabase): Promise<{ trouble: string | null; answeredAt: Date | null }> {
  const [row] = await db.query<{ trouble: string | null; answered_at: Date | null }>(
    'select trouble, answered_at from stackone_poll',
  );
  return { trouble: row?.trouble ?? null, answeredAt: row?.answered_at ?? null };
}

/** Waits until a schedule has fired so many more times, or more; tells how often. */
export async function firings({ db }: TestDatabase, schedule: string, times: number): Promise<number> {
  const count = async () => {
    const [row] = await db.query<{ count: number }>(
      'select count(*)::int as count from schedule_run where strpos(key, $1) > 0',
      [schedule],
    );
    return row?.count ?? 0;
  };
  const before = await count();
  await until(async () => (await count()) >= before + times, `${times} more firings of "${schedule}"`);
  return (await count()) - before;
}

/**
 * Runs something while a table is locked: a listener or job that needs it stands still exactly there. `reached` resolves
 * when somebody does.
 */
export async function whileLocked(
  { db }: TestDatabase,
  table: string,
  work: (reached: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await db.tx(async (tx) => {
    await tx.query(`lock table ${table} in access exclusive mode`);
    await work(async () => {
      const waiting = () =>
        db.query('select from pg_locks where not granted and relation = $1::regclass', [table]);
      await until(async () => (await waiting()).length > 0, `somebody to need the table ${table}`);
    });
  });
}

/** The next look at StackOne comes now instead of within a second. */
export async function clockTicks(stage: Stage): Promise<void> {
  const workspaceId = stage.simulators.slack.id;
  await enqueue(stage.database.db, { task: 'poll_stackone', workspaceId, force: true });
}

/** A rule of Slack that a story breaks on purpose; any other broken rule still fails it. */
export function forgives({ simulators: { slack } }: Stage, ...codes: readonly string[]): void {
  const others = slack.inspector.violations().filter(({ code }) => !codes.includes(code));
  if (others.length > 0) throw new Error(`Rules of Slack were broken: ${JSON.stringify(others)}`);
  slack.inspector.clear();
}

/** Marks of the messages that Greenroom posted: a message and its double have the same. */
export function marks(stage: Stage): string[] {
  return stage.simulators.slack.inspector
    .calls('chat.postMessage')
    .filter(({ reply }) => JSON.stringify(reply).includes('"ok":true'))
    .map(
      ({ request }) => /delivery[^0-9a-f]*([0-9a-f-]{36})/.exec(JSON.stringify(request))?.[1] ?? 'unmarked',
    );
}
