import type { Modal, Person } from '../../../sandbox/simulators/slack/index.ts';
import { theClientId, theSecret } from './stage.ts';

/** Fills the first two steps of a registration, and waits for the third, where scopes are chosen. */
export async function fillsTwoSteps(modal: Modal, name: string, managedBy = 'Admin-managed'): Promise<void> {
  await modal.fill('Name', name);
  await modal.choose('Who manages it in Zoom?', managedBy);
  await modal.submit();
  await modal.sees('Step 2 of 4');
  await modal.fill('Client ID (Development)', theClientId);
  await modal.fill('Client secret (Development)', theSecret);
  await modal.submit();
  await modal.sees('Step 3 of 4');
}

/** Begins a registration, past a draft of an earlier test, up to the step where scopes are chosen. */
export async function beginsAtScopes(person: Person, name: string, managedBy?: string): Promise<Modal> {
  await person.types('#zoom-integration', `/zoom-app register ${name}`);
  const modal = await person.modal('Register a Zoom app');
  if (modal.buttons().includes('Start anew')) {
    await modal.press('Start anew');
    await modal.sees('Step 1 of 4');
  }
  await fillsTwoSteps(modal, name, managedBy);
  return modal;
}
