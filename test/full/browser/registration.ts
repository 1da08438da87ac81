import type { PersonAtPage } from './person.ts';

export interface Given {
  readonly name?: string;
  readonly secret?: string;
  /** The secret stays with the person. */
  readonly keepsSecret?: true;
  readonly scopes?: string;
  /** The list holds a mistake; the button repairs it. */
  readonly converts?: boolean;
}

const goodScopes = 'meeting:read:meeting:admin, user:read:user:admin';

/** Only a narrow page hides Slack behind the control panel. */
export async function backToSlack(person: PersonAtPage): Promise<void> {
  if ((person.page.viewportSize()?.width ?? 0) < 1000) await person.controls('Back to Slack');
}

/** From the command to the third step: basics and credentials. */
export async function reachesScopes(person: PersonAtPage, given: Given = {}): Promise<void> {
  const { id, secret } = await person.copiesCredentials();
  await backToSlack(person);
  await person.types('/zoom-app register');
  await person.fills('Name', given.name ?? 'StackOne Integration');
  await person.ticks('Admin-managed');
  await person.presses('Next');
  await person.reads('Step 2 of 4');
  await person.fills('Client ID', id);
  if (given.keepsSecret === true) await person.ticks('I keep the secret to myself');
  else await person.fills('Client secret', given.secret ?? secret);
  await person.presses('Next');
  await person.reads('Step 3 of 4');
}

/** The whole registration, modal closed. */
export async function registers(person: PersonAtPage, given: Given = {}): Promise<void> {
  await reachesScopes(person, given);
  await person.fills('Or paste a list', given.scopes ?? goodScopes);
  if (given.converts === true) {
    await person.presses(/Convert the whole list/);
    await person.reads(/Converted/);
  }
  await person.presses('Next');
  await person.reads('Step 4 of 4');
  await person.presses('Save');
  await person.reads('is registered');
  await person.presses('Close');
}

/** What only a person can do in Zoom, said on the card. */
export async function saysItIsReady(person: PersonAtPage): Promise<void> {
  await (await person.sees(/Passed:[^·\n]*credentials/)).getByRole('button', { name: 'It is set' }).click();
  await (await person.sees(/Passed:[^·\n]*redirect URL/))
    .getByRole('button', { name: 'It says Ready' })
    .click();
  await person.sees(/Passed:[^·\n]*Zoom test status/);
}
