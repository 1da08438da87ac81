import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { MarketplaceApp, Sandbox } from '../sandbox.ts';
import type { Switch } from './control_requests.ts';

/** Actions of a Zoom admin in the Marketplace. */

export function createApp({ simulators, zoomApps }: Sandbox, { name }: Switch<'zoom.create'>): void {
  zoomApps.unshift({ name, ...simulators.zoom.addApp(), enabled: true, ready: false });
}

export function acceptCredentials(
  { simulators, zoomApps }: Sandbox,
  { clientId, clientSecret }: Switch<'zoom.accept'>,
): void {
  const known = zoomApps.find((app) => app.clientId === clientId);
  if (known === undefined) {
    zoomApps.unshift({
      name: 'An app of yours',
      ...simulators.zoom.addApp({ clientId, clientSecret }),
      enabled: true,
      ready: false,
    });
    return;
  }
  simulators.zoom.rotateSecret(clientId, clientSecret);
  known.clientSecret = clientSecret;
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
