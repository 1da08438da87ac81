import { CannotDo, type MessageHandle } from '../../../sandbox/simulators/slack/index.ts';
import { pause, within } from '../ground/wait.ts';
import type { PlannedApp } from '../plan/plan.ts';
import { cardOf, GivesUp, personOf, type Scene } from './people.ts';

/** What Greenroom may have told the channel about the profile. */
export interface Ending {
  /** Somebody said that it had been there before: StackOne was out of sight when the registration began. */
  readonly mayBeAdopted: boolean;
}

/** Nobody waits for one thing longer than this. */
const mostMs = 180_000;

/** From the first card to "live": the ticks in Zoom, the profile in StackOne, and [Check now] whenever it takes long. */
export async function bringsToLive(scene: Scene, app: PlannedApp): Promise<Ending> {
  const ticks = app.readyFirst ? ['It says Ready', 'It is set'] : ['It is set', 'It says Ready'];
  for (const tick of ticks) await presses(scene, app, tick);
  await waitsFor(scene, app, /Development: Profile/);
  scene.does(app, 'somebody creates the profile in StackOne');
  const profile = scene.simulators.stackone.createProfile({ name: app.name });
  if (app.linked) scene.simulators.stackone.linkAccount(profile.id);
  let adopted = false;
  await waitsFor(scene, app, app.linked ? /Live, 6 of 6 checks/ : /Development: Live/, async (card) => {
    if (card.text().includes('been there all along')) adopted = (await adopts(scene, app, card)) || adopted;
  });
  return { mayBeAdopted: adopted };
}

/** Presses a button of the card until it is gone: what it asks for is done then. */
async function presses(scene: Scene, app: PlannedApp, label: string): Promise<void> {
  const limit = performance.now() + mostMs;
  const gone = () => cardOf(scene, app)?.buttons().includes(label) === false;
  while (performance.now() < limit) {
    const card = await within(scene.timeoutMs, () => cardOf(scene, app));
    if (card === null) continue;
    if (gone()) return;
    scene.does(app, `${app.admin} presses [${label}]`);
    await personOf(scene, app.admin).press(card, label).catch(buttonWentAway);
    if ((await within(scene.timeoutMs, gone)) !== null) return;
  }
  throw new GivesUp(`${app.admin} pressed [${label}] on the card of ${app.name} in vain`);
}

function buttonWentAway(error: unknown): void {
  if (!(error instanceof CannotDo)) throw error;
}

/** Waits until the card says so, and asks Greenroom to look again whenever that takes long. */
async function waitsFor(
  scene: Scene,
  app: PlannedApp,
  words: RegExp,
  meanwhile: (card: MessageHandle) => Promise<void> = async () => {},
): Promise<void> {
  const limit = performance.now() + mostMs;
  const says = () => scene.slate.about(app.channel, app.mark).some((message) => words.test(message.text));
  for (let looks = 0; performance.now() < limit; looks += 1) {
    // Longer each time: whoever waits for long does other things meanwhile.
    const timeoutMs = scene.timeoutMs * 2 ** Math.min(3, 1 + looks);
    if ((await within(timeoutMs, says)) !== null) return;
    const card = cardOf(scene, app);
    if (card === null) continue;
    await meanwhile(card);
    if (says()) return;
    scene.does(app, `${app.owner} presses [Check now]`);
    await personOf(scene, app.owner).press(card, 'Check now').catch(buttonWentAway);
  }
  throw new GivesUp(`the card of ${app.name} never said ${words}`);
}

/** False when the profile is not among those that are offered. */
async function adopts(scene: Scene, app: PlannedApp, card: MessageHandle): Promise<boolean> {
  try {
    await personOf(scene, app.owner).selectIn(card, 'Use an existing profile', app.name);
  } catch (error) {
    buttonWentAway(error);
    return false;
  }
  scene.does(app, `${app.owner} picked it as an existing profile`);
  await pause(200);
  return true;
}
