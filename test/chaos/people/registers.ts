import { CannotDo, type Modal, type Person } from '../../../sandbox/simulators/slack/index.ts';
import { pause, within } from '../ground/wait.ts';
import type { PlannedApp } from '../plan/plan.ts';
import { GivesUp, personOf, type Scene } from './people.ts';

export interface Pair {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** After so many tries a person would call somebody. */
const mostTries = 120;

/**
 * A person registers an app, and does what people do when Slack shows an error: look at the screen, and try again. Ends when
 * the screen says that it is registered, by this try or an earlier one.
 */
export async function registers(scene: Scene, app: PlannedApp, pair: Pair): Promise<void> {
  const person = personOf(scene, app.owner);
  for (let tries = 0; tries < mostTries; tries += 1) {
    if ((await begins(scene, app, person)) && (await fillsIn(scene, app, pair, person))) return;
    await pause(300);
  }
  throw new GivesUp(`${app.owner} could not register ${app.name} in ${mostTries} tries`);
}

/** Types the command. False when no form appears, whatever Slack or Greenroom said instead. */
async function begins(scene: Scene, app: PlannedApp, person: Person): Promise<boolean> {
  await person.topModal()?.dismiss();
  const before = scene.slate.whispers(person.id);
  scene.does(app, `${app.owner} types /zoom-app register`);
  const { outcome } = await person.types(app.channel, `/zoom-app register ${app.name}`);
  if (outcome !== 'acked') return false;
  await within(scene.timeoutMs, () => person.topModal() !== null || scene.slate.whispers(person.id) > before);
  return person.topModal() !== null;
}

/** Goes from screen to screen, always by the one on top. True when the app is registered, false when it is best to begin again. */
async function fillsIn(scene: Scene, app: PlannedApp, pair: Pair, person: Person): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const modal = person.topModal();
    if (modal === null) return false;
    const before = modal.text();
    const act = actFor(before, app, pair);
    if (act === 'done' || act === 'again') {
      await modal.dismiss().catch(whatChangedMeanwhile);
      return act === 'done';
    }
    if (act !== 'wait') {
      scene.does(app, `${app.owner}: ${act.words}`);
      await act.run(modal).catch(whatChangedMeanwhile);
    }
    const moved = await within(
      scene.timeoutMs,
      () => person.topModal()?.text() !== before || modal.trouble() !== null,
    );
    if (moved === null && act === 'wait') return false;
    if (modal.trouble() !== null || /^! /m.test(modal.text())) await pause(300);
  }
  return false;
}

/** The screen was redrawn under the person's hand. */
function whatChangedMeanwhile(error: unknown): void {
  if (!(error instanceof CannotDo)) throw error;
}

interface Act {
  readonly words: string;
  readonly run: (modal: Modal) => Promise<unknown>;
}

function actFor(text: string, app: PlannedApp, pair: Pair): Act | 'wait' | 'done' | 'again' {
  if (text === '') return 'again';
  // Nobody else uses this name: it was an earlier try of the same person.
  if (/is registered already|registered an app of this name in the meantime/.test(text)) return 'done';
  if (/is registered\./.test(text)) return 'done';
  if (text.includes('saved or thrown away in the meantime')) return 'again';
  if (text.includes('You began to register')) {
    const label = text.includes(app.mark) ? 'Continue' : 'Start anew';
    return { words: `presses [${label}]`, run: (modal) => modal.press(label) };
  }
  if (text.includes('[Back to it]')) {
    return { words: 'presses [Back to it]', run: (modal) => modal.press('Back to it') };
  }
  if (text.includes('Step 1 of 4')) return { words: 'fills in step 1', run: (modal) => basics(modal, app) };
  if (text.includes('Step 2 of 4'))
    return { words: 'fills in step 2', run: (modal) => credentials(modal, pair) };
  if (text.includes('Step 3 of 4')) return { words: 'fills in step 3', run: (modal) => scopes(modal, app) };
  if (text.includes('Step 4 of 4')) return { words: 'presses [Save]', run: (modal) => modal.submit() };
  return 'wait';
}

async function basics(modal: Modal, app: PlannedApp): Promise<void> {
  await modal.fill('Name', app.name);
  await modal.choose('Who manages it in Zoom?', app.managed);
  await modal.submit();
}

async function credentials(modal: Modal, pair: Pair): Promise<void> {
  await modal.fill('Client ID (Development)', pair.clientId);
  await modal.fill('Client secret (Development)', pair.clientSecret);
  await modal.submit();
}

async function scopes(modal: Modal, app: PlannedApp): Promise<void> {
  const level = app.managed === 'Admin-managed' ? ':admin' : '';
  await modal.fill('Or paste a list', `user:read:user${level} meeting:read:meeting${level}`);
  await modal.submit();
}
