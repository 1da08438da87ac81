import { randomBytes } from 'node:crypto';
import type { AppSettings, ZoomSandboxApp } from '../../simulators/zoom/apps.ts';
import { Refusal } from '../refusal.ts';
import type { MarketplaceApp, Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

/** Actions of a Zoom admin in the Marketplace. */

export function createApp(sandbox: Sandbox, { name }: Switch<'zoom.create'>): void {
  addApp(sandbox, name);
}

export function acceptCredentials(sandbox: Sandbox, { clientId, clientSecret }: Switch<'zoom.accept'>): void {
  const known = sandbox.zoomApps.find((app) => app.clientId === clientId);
  if (known === undefined) {
    addApp(sandbox, 'An app of yours', { clientId, clientSecret });
    return;
  }
  sandbox.simulators.zoom.rotateSecret(clientId, clientSecret);
  known.clientSecret = clientSecret;
}

/** Both sides of the app exist from the beginning; neither can be added yet. */
function addApp({ simulators, zoomApps }: Sandbox, name: string, pair: Partial<ZoomSandboxApp> = {}): void {
  const settings = { name, ready: false };
  zoomApps.unshift({
    name,
    ...simulators.zoom.addApp({ ...settings, ...pair }),
    production: simulators.zoom.addApp({ ...settings, environment: 'production' }),
    publicClientId: randomBytes(16).toString('base64url'),
    enabled: true,
    ready: false,
  });
}

export function rotateSecret(sandbox: Sandbox, { clientId }: Switch<'zoom.rotate'>): void {
  const app = appOf(sandbox, clientId);
  app.clientSecret = randomBytes(24).toString('base64url');
  sandbox.simulators.zoom.rotateSecret(clientId, app.clientSecret);
}

export function enableApp(sandbox: Sandbox, { clientId, on }: Switch<'zoom.enable'>): void {
  const app = appOf(sandbox, clientId);
  app.enabled = on;
  if (on) sandbox.simulators.zoom.enableApp(clientId);
  else sandbox.simulators.zoom.disableApp(clientId);
}

export function showReady(sandbox: Sandbox, { clientId, on }: Switch<'zoom.ready'>): void {
  appOf(sandbox, clientId).ready = on;
  sandbox.simulators.zoom.changeApp(clientId, { ready: on });
}

export function shareApp(sandbox: Sandbox, { clientId, on }: Switch<'zoom.shared'>): void {
  sandbox.simulators.zoom.changeApp(appOf(sandbox, clientId).production.clientId, { ready: on });
}

export function allowRedirect(sandbox: Sandbox, { clientId, on }: Switch<'zoom.redirect'>): void {
  const { redirect } = sandbox.simulators.zoom.app(appOf(sandbox, clientId).clientId);
  changeBoth(sandbox, clientId, { allowList: on ? [redirect] : [] });
}

export function setManagement(sandbox: Sandbox, { clientId, by }: Switch<'zoom.managed'>): void {
  changeBoth(sandbox, clientId, { management: by });
}

export function setScopes(sandbox: Sandbox, { clientId, scopes }: Switch<'zoom.scopes'>): void {
  const listed = scopes.split(/[\s,]+/).filter((scope) => scope !== '');
  changeBoth(sandbox, clientId, { scopes: [...new Set(listed)] });
}

/** Development and Production each have such settings; here they are changed together. */
function changeBoth(sandbox: Sandbox, clientId: string, settings: Partial<AppSettings>): void {
  for (const id of [clientId, appOf(sandbox, clientId).production.clientId])
    sandbox.simulators.zoom.changeApp(id, settings);
}

export function answerTokens(sandbox: Sandbox, { answer }: Switch<'zoom.answer'>): void {
  sandbox.tokenAnswer = answer;
  sandbox.simulators.zoom.answerTokens(answer);
}

function appOf({ zoomApps }: Sandbox, clientId: string): MarketplaceApp {
  const app = zoomApps.find((one) => one.clientId === clientId);
  if (app === undefined) throw new Refusal(404, 'Zoom has no such app');
  return app;
}
