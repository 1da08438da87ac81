import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../../../../sandbox/simulators/start_simulators.ts';
import { Secret } from '../../../../src/core/secrets/secret.ts';
import { createStackOne, type StackOne } from '../../../../src/stackone/stackone.ts';
import { bindUseCases, type UseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { createZoom, type Zoom } from '../../../../src/zoom/zoom.ts';
import { open } from '../../../harness/consent_pages.ts';
import { ana, draft, second, T1, useFixture } from '../fixture.ts';
import { messageOf, said } from './stage.ts';

/** The way through StackOne's and Zoom's pages, as a person clicks it. */
const stage = useFixture();
let house: Simulators;
let zoom: Zoom;
let stackone: StackOne;
let usecases: UseCases;

beforeEach(async () => {
  house = await startSimulators();
  const host = { version: '1', clock: { now: () => new Date() }, timeoutMs: 60_000 };
  const apiKey = new Secret(house.stackone.apiKey);
  stackone = createStackOne({ apiUrl: house.stackone.url, apiKey, minIntervalMs: 0, ...host });
  zoom = createZoom({ oauthUrl: house.zoom.url, ...host });
  usecases = bindUseCases({ ...stage.fixture.ctx, zoom, stackone });
});
afterEach(async () => {
  await Promise.all([zoom.close(), stackone.close()]);
  await house.stop();
});

/** An environment with a profile, which holds the right pair; and an open link of Ana's. */
async function linked() {
  const { ctx } = stage.fixture;
  const app = house.zoom.addApp({ name: 'Acme Zoom' });
  const parts = { ctx, usecases, zoom: house.zoom };
  const { pairs: _, ...submitted } = await draft(parts, { pairs: { development: app } });
  const registered = await usecases.registerZoomApp(submitted);
  if (!registered.ok) throw new Error(String(registered.error));
  const environmentId = registered.value.card.environments[0]?.id ?? '';
  await usecases.probeCredentials({ workspaceId: T1, environmentId });
  await usecases.pollStackone({ workspaceId: T1 });
  stage.fixture.pass(second);
  house.stackone.createProfile({ name: 'Acme Zoom', credentials: app });
  await usecases.pollStackone({ workspaceId: T1, force: true });
  const by = { workspaceId: T1, actor: ana, environmentId };
  const started = await usecases.startConnectSession({ ...by, purpose: 'prove' });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  await stage.fixture.notifications();
  return { environmentId, url: started.value.link.reveal() };
}

async function poll(): Promise<void> {
  stage.fixture.pass(5 * second);
  await usecases.pollConnectSessions({ workspaceId: T1 });
}

test('an admin signs in and consents: the profile is proven', async () => {
  const { environmentId, url } = await linked();
  const signIn = await (await open(url)).press('Go on to Zoom');
  await poll();
  expect(await said(stage.fixture)).toEqual([]);
  const done = await (await signIn.press('Ada')).press('Allow');
  expect(done.title).toBe('Zoom is connected');
  await poll();
  expect((await said(stage.fixture))[0]).toBe('C1 channel: proven');
  const { checks } = await stage.fixture.environment(environmentId);
  expect(checks.filter(({ detail }) => detail.provenBy !== undefined)).toHaveLength(5);
});

test('somebody who is no admin is refused at Zoom: no check changes, and the likely cause is named', async () => {
  const { environmentId, url } = await linked();
  const before = (await stage.fixture.environment(environmentId)).checks.map(({ status }) => status);
  await (await (await open(url)).press('Go on to Zoom')).press('Max');
  await poll();
  expect(messageOf(await stage.fixture.notifications(), 'proof_failed').failure).toMatchObject({
    how: 'error',
    cause: 'not_zoom_admin',
    basis: 'words',
  });
  expect((await stage.fixture.environment(environmentId)).checks.map(({ status }) => status)).toEqual(before);
});

test('who cancels at StackOne declined', async () => {
  const { url } = await linked();
  await (await open(url)).press('Cancel');
  await poll();
  expect(messageOf(await stage.fixture.notifications(), 'proof_failed').failure).toMatchObject({
    how: 'cancelled',
    cause: 'consent_declined',
  });
});
