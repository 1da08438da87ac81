import type { Modal, Person } from '../simulators/slack/index.ts';
import type { Simulators } from '../simulators/start_simulators.ts';
import { pastedScopes } from './scopes.ts';
import type { Terminal } from './terminal.ts';

const channel = '#zoom-integration';
const appName = 'StackOne Integration';

/** The main job, from the first command to the profile message and beyond. Throws when something does not appear. */
export async function playStory(simulators: Simulators, terminal: Terminal): Promise<void> {
  const ana = simulators.slack.person('ana');
  const zoe = simulators.slack.person('zoe');
  const credentials = simulators.zoom.addApp({});

  terminal.act('1. Ana registers the Zoom app');
  await registers(ana, terminal, credentials);
  terminal.act('2. Greenroom looks at what it can look at');
  await credentialsAreAccepted(ana, terminal);
  terminal.act('3. Zoë does what only a person can do in Zoom');
  await zoomIsMadeReady(zoe, terminal);
  terminal.act('4. Somebody creates the connector profile in StackOne');
  await profileIsCreated(simulators, ana, terminal);
  terminal.act('5. It stays true');
  await staysTrue(simulators, ana, terminal);
  terminal.act('6. Ben, who only waits, looks for himself');
  await benLooks(simulators.slack.person('ben'), terminal);
}

async function registers(
  ana: Person,
  terminal: Terminal,
  credentials: { clientId: string; clientSecret: string },
): Promise<void> {
  terminal.does('Ana', `types /zoom-app register ${appName} in ${channel}`);
  await ana.types(channel, `/zoom-app register ${appName}`);
  const modal = await ana.modal('Register a Zoom app');
  await modal.choose('Who manages it in Zoom?', 'Admin-managed');
  terminal.shows('modal', modal.text());
  await next(modal, terminal, 'Step 2');

  terminal.does('Ana', 'copies client ID and client secret from Zoom');
  await modal.fill('Client ID (Development)', credentials.clientId);
  await modal.fill('Client secret (Development)', credentials.clientSecret);
  await next(modal, terminal, 'Step 3');

  terminal.does('Ana', 'pastes the scopes from a chat');
  await modal.fill('Or paste a list', pastedScopes);
  await modal.submit();
  for (const [field, error] of Object.entries(modal.errors()))
    terminal.shows(`at the field “${field}”`, error);
  terminal.does('Ana', 'presses [Convert the whole list to admin scopes]');
  await modal.press('Convert the whole list to admin scopes');
  await modal.sees('Converted');
  await modal.fill(
    'Scope description',
    'Reads meetings, recordings and users for our integrations. No other use.',
  );
  await next(modal, terminal, 'Step 4');
  terminal.shows('modal', modal.text());
  terminal.does('Ana', 'presses [Save]');
  await modal.submit();
  await modal.sees('is registered');
  terminal.shows('modal', modal.text());
  await modal.close();
}

async function next(modal: Modal, terminal: Terminal, step: string): Promise<void> {
  terminal.does('Ana', 'presses [Next]');
  await modal.submit();
  await modal.sees(step);
}

/** A card names the check in its line "Passed: credentials, redirect URL · 2 verified". */
const passed = {
  credentials: /Passed:[^·:\n]*credentials/,
  redirect: /Passed:[^·:\n]*redirect URL/,
  testStatus: /Passed:[^·:\n]*Zoom test status/,
};

async function credentialsAreAccepted(ana: Person, terminal: Terminal): Promise<void> {
  const card = await ana.sees(channel, passed.credentials);
  terminal.shows(`${channel}, the status card`, card.text());
}

async function zoomIsMadeReady(zoe: Person, terminal: Terminal): Promise<void> {
  const card = await zoe.sees(channel, passed.credentials);
  terminal.does('Zoë', 'sets redirect URL and allow list in Zoom, presses [It is set]');
  await zoe.press(card, 'It is set');
  await zoe.sees(channel, passed.redirect);
  terminal.does('Zoë', 'Local Test does not say Ready: presses [Not ready yet]');
  await zoe.press(card, 'Not ready yet');
  const modal = await zoe.modal();
  terminal.shows('modal', modal.text());
  await modal.tick(modal.labels()[0] ?? '', ['Short description', 'Developer contact']);
  await modal.submit();
  await zoe.sees(channel, /does not show Ready yet/);
  terminal.shows(`${channel}, the card`, card.text());
  terminal.does('Zoë', 'fills them in; now it says "Ready for local test": presses [It says Ready]');
  await zoe.press(card, 'It says Ready');
  await zoe.sees(channel, passed.testStatus);
  terminal.shows(`${channel}, the card`, card.text());
}

async function profileIsCreated(simulators: Simulators, ana: Person, terminal: Terminal): Promise<void> {
  terminal.happens(`StackOne: a connector profile “${appName}” is created`);
  simulators.stackone.createProfile({ name: appName });
  const announcement = await ana.sees(channel, 'The Zoom connector profile was created');
  terminal.shows(`${channel}, a new message`, announcement.text());
}

async function staysTrue(simulators: Simulators, ana: Person, terminal: Terminal): Promise<void> {
  const [profile] = simulators.stackone.profiles().filter((one) => one.name === appName);
  if (profile === undefined) throw new Error('the profile is gone');
  terminal.happens('StackOne: the profile is disabled');
  simulators.stackone.disableProfile(profile.id);
  const broken = await ana.sees(channel, 'Something broke');
  terminal.shows(`${channel}, a new message`, broken.text());
  terminal.happens('StackOne: the profile is enabled again');
  simulators.stackone.enableProfile(profile.id);
  const mended = await ana.sees(channel, 'Repaired.', { after: broken });
  terminal.shows(`${channel}, a new message`, mended.text());
  terminal.happens('StackOne: the first Zoom account is linked through the profile');
  simulators.stackone.linkAccount(profile.id);
  terminal.does('Ana', `types /zoom-app check ${appName}`);
  await ana.types(channel, `/zoom-app check ${appName}`);
  await ana.sees(channel, '6 of 6 checks passed');
  await ana.sees(channel, 'Degraded → *Live*');
  terminal.note('The whole channel now; the thread under the card keeps the story:');
  terminal.shows(channel, ana.transcript(channel));
}

async function benLooks(ben: Person, terminal: Terminal): Promise<void> {
  terminal.does('Ben', 'types /zoom-ready');
  await ben.types(channel, '/zoom-ready');
  const board = await ben.sees(channel, /Readiness/i);
  terminal.shows('only visible to Ben', board.text());
}
