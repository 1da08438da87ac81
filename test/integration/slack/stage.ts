import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import {
  openSlack,
  type SimulatedSlack,
  type SlackOptions,
} from '../../../sandbox/simulators/slack/index.ts';
import type { OpenSlack } from '../../../sandbox/simulators/slack/start.ts';
import { systemClock } from '../../../src/clock.ts';
import type { SlackConfig } from '../../../src/config/config.ts';
import type { ZoomAppCard } from '../../../src/core/apps/zoom_app.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import type { SupportContact } from '../../../src/core/support_contact.ts';
import { newId } from '../../../src/ids.ts';
import { createHandlers } from '../../../src/slack/handlers.ts';
import { manifest } from '../../../src/slack/manifest.ts';
import { redrawEndedLink } from '../../../src/slack/sender/redraw_ended_link.ts';
import { createBolt, type Slack } from '../../../src/slack/transport/bolt_app.ts';
import { createStackOne, keyFingerprint } from '../../../src/stackone/stackone.ts';
import { saveWorkspace } from '../../../src/store/workspaces/workspaces.ts';
import { bindUseCases, type UseCases } from '../../../src/usecases/bind_use_cases.ts';
import type { Context } from '../../../src/usecases/changes/context.ts';
import { createVault } from '../../../src/vault/vault.ts';
import { createZoom } from '../../../src/zoom/zoom.ts';
import { quietLog, recordedLog } from '../../harness/log.ts';
import { createTestDatabase, type TestDatabase } from '../../harness/postgres.ts';

export type Transport = 'socket' | 'http';
/** Of the lane: its stories are told over each of them (vitest.config.ts). */
export const transports: readonly Transport[] = inject('transports');

/** Real Bolt, real use cases and a real database against the simulated Slack; no jobs run, so no cards are posted. */
export interface Stage {
  readonly slack: OpenSlack;
  readonly usecases: UseCases;
  readonly database: TestDatabase;
  readonly bolt: Slack;
  readonly logLines: readonly string[];
  /** From now on every use case fails as if the database were gone. */
  databaseGone(gone: boolean): void;
}

type StackOneOptions = Pick<Parameters<typeof createStackOne>[0], 'apiUrl' | 'apiKey'>;

/** No key, and nobody listens there. */
const unreachableStackOne = (): StackOneOptions => ({ apiUrl: 'http://127.0.0.1:9', apiKey: null });

/** Sets the stage for a file; fails it when a rule of Slack's platform was broken or a secret was logged. */
export function useStage(
  transport: Transport,
  options: Partial<SlackOptions> = {},
  supportContact: SupportContact | null = null,
  stackone: () => StackOneOptions = unreachableStackOne,
): Stage {
  let stage: (Stage & { close(): Promise<void> }) | null = null;
  const present = (): Stage => {
    if (stage === null) throw new Error('the stage is not set');
    return stage;
  };
  beforeAll(async () => {
    stage = await setStage(transport, options, supportContact, stackone());
  });
  afterAll(async () => {
    const broken = stage?.slack.inspector.violations() ?? [];
    const lines = stage?.logLines.join('\n') ?? '';
    await stage?.close();
    expect(broken).toEqual([]);
    expect(lines).not.toMatch(/xox[bp]-|xapp-/);
    expect(lines).not.toContain(theSecret);
  });
  return {
    get slack() {
      return present().slack;
    },
    get usecases() {
      return present().usecases;
    },
    get database() {
      return present().database;
    },
    get bolt() {
      return present().bolt;
    },
    get logLines() {
      return present().logLines;
    },
    databaseGone: (gone) => present().databaseGone(gone),
  };
}

/** Made up; each part is too short to be taken for a secret. */
export const theSecret = ['aB3dE5fG7hJ9', 'kL2mN4pQ6rS8', 'tU0vW1xY'].join('');
export const otherSecret = theSecret.split('').reverse().join('');
export const theClientId = 'c1ientIdOfDev000000001';
export const otherClientId = 'c1ientIdOfProd00000002';

async function setStage(
  transport: Transport,
  options: Partial<SlackOptions>,
  supportContact: SupportContact | null,
  stackone: StackOneOptions,
): Promise<Stage & { close(): Promise<void> }> {
  const slack = await openSlack({ manifest: manifest(), limits: { timeoutMs: 8_000 }, ...options });
  const database = await createTestDatabase();
  const { log, lines } = recordedLog();
  const bolt = createBolt({
    config: configOf(transport, slack),
    log,
    backoff: { firstMs: 50, longestMs: 200 },
    supportContact,
  });
  const { memberStatusesOf, isWorkspaceAdmin, userGroups } = bolt;
  const connectSessionEnded = redrawEndedLink({ client: bolt.deliveryClient, supportContact });
  const ctx = {
    ...contextOf(database, stackone),
    ...{ memberStatusesOf, isWorkspaceAdmin, userGroups, connectSessionEnded },
  };
  const usecases = bindUseCases(ctx);
  const faults = { gone: false };
  const listened = whileDatabaseStands(usecases, faults);
  bolt.listen(
    createHandlers({
      ...{ usecases: listened, clock: ctx.clock, newId, log },
      ...{ slackAnswers: bolt.answers, files: bolt.files, isGranted: bolt.isGranted },
      supportContact,
      // The pace of the product is tested with a clock of the test's own (test/unit/slack/views/live_rate.test.ts).
      redrawEveryMs: 200,
    }),
  );
  const server = bolt.requestListener === null ? null : await serve(bolt.requestListener);
  if (server !== null) slack.deliverTo(`${server.url}/slack/events`);
  const identity = await bolt.identify();
  if (!identity.ok) throw new Error('the simulated Slack refused its own token');
  const { workspaceId: id, name, url, botUserId } = identity.value;
  await saveWorkspace(database.db, { id, name, url, botUserId }, new Date());
  await bolt.openConnection();
  return {
    slack,
    usecases,
    database,
    bolt,
    logLines: lines,
    databaseGone(gone) {
      faults.gone = gone;
    },
    async close() {
      await bolt.drain(5_000);
      await server?.close();
      await slack.stop();
      await database.drop();
    },
  };
}

function whileDatabaseStands(usecases: UseCases, faults: { readonly gone: boolean }): UseCases {
  return new Proxy(usecases, {
    get(target, name, receiver) {
      if (faults.gone)
        return () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
      return Reflect.get(target, name, receiver);
    },
  });
}

export function configOf(transport: Transport, slack: SimulatedSlack): SlackConfig {
  const both = { botToken: new Secret(slack.botToken), apiUrl: slack.apiUrl };
  return transport === 'socket'
    ? { transport, ...both, appToken: new Secret(slack.appToken) }
    : { transport, ...both, signingSecret: new Secret(slack.signingSecret) };
}

function contextOf(database: TestDatabase, stackone: StackOneOptions): Context {
  const hostCalls = { version: '0', clock: systemClock, log: quietLog };
  return {
    db: database.db,
    vault: createVault([{ id: 'k1', base64: new Secret(Buffer.alloc(32, 7).toString('base64')) }]),
    zoom: createZoom({ oauthUrl: 'http://127.0.0.1:9', ...hostCalls }),
    stackone: createStackOne({ ...stackone, ...hostCalls }),
    clock: systemClock,
    newId,
    log: quietLog,
    settings: {
      remindAfterMs: 86_400_000,
      outageNoticeAfterMs: 300_000,
      stackoneKey: keyFingerprint(stackone.apiKey),
      version: '0',
    },
  };
}

async function serve(
  handler: NonNullable<Slack['requestListener']>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer(handler);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export interface Registration {
  readonly name: string;
  readonly owner?: string;
  readonly managementType?: 'admin' | 'user';
  readonly scopes?: readonly string[];
  readonly environments?: readonly ('development' | 'production')[];
}

/** Registers an app past the modals, for stories that begin later. */
export async function registered(stage: Stage, registration: Registration): Promise<ZoomAppCard> {
  const { name, owner = 'ana', managementType = 'admin', environments = ['development'] } = registration;
  const by = { workspaceId: stage.slack.id, actor: stage.slack.person(owner).id };
  const draftId = newId();
  const ids = { development: theClientId, production: otherClientId };
  const secrets = { development: new Secret(theSecret), production: new Secret(otherSecret) };
  await stage.usecases.saveDraft({
    ...by,
    draftId,
    secrets: Object.fromEntries(environments.map((kind) => [kind, secrets[kind]])),
    answers: {
      name,
      managementType,
      environments,
      owners: [by.actor],
      channelId: stage.slack.channelId('#zoom-integration'),
      clientIds: Object.fromEntries(environments.map((kind) => [kind, ids[kind]])),
      pickedScopes: registration.scopes ?? ['user:read:list_users:admin'],
    },
  });
  const result = await stage.usecases.registerZoomApp({ ...by, draftId });
  if (!result.ok) throw new Error(`not registered: ${result.error}`);
  return result.value.card;
}
