import { beforeAll, describe, expect, test } from 'vitest';
import { actionIds } from '../../../../src/slack/action_ids.ts';
import { callbackIds } from '../../../../src/slack/views/view_ids.ts';
import { registered, transports, useStage } from '../stage.ts';

/**
 * What keeps a press or a form from acting on another state than the one it was drawn for, or for somebody who may not. The
 * types fail when a button or form has none.
 * `shows`: changes nothing. `mark`: carries a mark of what it was drawn for. `version`: of the app. `ids`: names both
 * things it joins or parts. `own`: the draft of the person who presses. `adds`: true whatever else has changed.
 */
type Guard = 'shows' | 'mark' | 'version' | 'ids' | 'own' | 'adds';

const presses: Readonly<Record<keyof typeof actionIds, Guard>> = {
  register: 'shows',
  resumeDraft: 'own',
  discardDraft: 'own',
  showApp: 'shows',
  checkNow: 'adds',
  editApp: 'shows',
  editScopes: 'shows',
  archiveApp: 'shows',
  restoreApp: 'adds',
  deleteApp: 'shows',
  replaceCredentials: 'shows',
  addEnvironment: 'shows',
  details: 'shows',
  guide: 'shows',
  attestCredentials: 'mark',
  attestRedirect: 'mark',
  attestTestStatus: 'mark',
  notReady: 'shows',
  adoptProfile: 'ids',
  rejectProfile: 'ids',
  assignProfile: 'ids',
  dismissProfile: 'mark',
  useScopes: 'shows',
  copyScopes: 'shows',
  convertScopesTo: 'shows',
  confirmScopes: 'adds',
  withdrawScope: 'ids',
  registerWithScopes: 'own',
  editWithScopes: 'shows',
  planApp: 'shows',
  compareManifest: 'shows',
  changeWatch: 'ids',
  watchList: 'shows',
  endWatches: 'shows',
  watchesToMe: 'adds',
  endMyWatches: 'adds',
  invited: 'adds',
  listPage: 'shows',
  boardPage: 'shows',
  archivedPage: 'shows',
  findApps: 'shows',
  narrowApps: 'shows',
  stillSo: 'mark',
  notAnyMore: 'mark',
  historyPage: 'shows',
  historyCsv: 'shows',
  snoozeTurn: 'mark',
  profileReplaced: 'mark',
  secretRenewal: 'shows',
  prove: 'shows',
  linkAccount: 'shows',
  linkAgain: 'shows',
  openLink: 'shows',
  takeOver: 'adds',
  objectToTakeover: 'ids',
  agreeToTakeover: 'ids',
  withdrawTakeover: 'own',
  handOver: 'shows',
  takeRegression: 'adds',
  handOverRegression: 'adds',
  acceptDrift: 'mark',
  forgetSecret: 'mark',
  openSettings: 'shows',
  myReminders: 'shows',
  forgetAllSecrets: 'adds',
};

const forms: Readonly<Record<keyof typeof callbackIds, Guard>> = {
  registerOffer: 'shows',
  registerBasics: 'own',
  registerCredentials: 'own',
  registerScopes: 'own',
  registerReview: 'mark',
  editBasics: 'version',
  editScopes: 'version',
  replaceCredentials: 'mark',
  addEnvironment: 'ids',
  notReady: 'mark',
  beta: 'mark',
  renewal: 'ids',
  archive: 'ids',
  restore: 'ids',
  deleteApp: 'ids',
  merge: 'ids',
  handOver: 'ids',
  endWatches: 'ids',
  ownerGroups: 'adds',
  scopeCheck: 'shows',
  settings: 'mark',
  myReminders: 'own',
  plan: 'shows',
  manifest: 'adds',
  manifestResult: 'version',
  prove: 'adds',
  linkAccount: 'adds',
  linkAgain: 'ids',
  connectLink: 'own',
  card: 'shows',
};

test('every button and form has a guard against a state that it was not drawn for', () => {
  expect(Object.keys(presses).sort()).toEqual(Object.keys(actionIds).sort());
  expect(Object.keys(forms).sort()).toEqual(Object.keys(callbackIds).sort());
});

const channel = '#zoom-integration';
const changed = /changed since the card was drawn.*Only you can see this/s;

describe.each(transports)('a button of an older card, over %s', (transport) => {
  const stage = useStage(transport);
  const person = (name: string) => stage.slack.person(name);

  beforeAll(async () => {
    await registered(stage, { name: 'Acme' });
    await registered(stage, { name: 'Bens', owner: 'ben' });
  });

  const reportsNotReady = async (name: string, app: string, what: string) => {
    await person(name).types(channel, `/zoom-app show ${app}`);
    const card = await person(name).sees(channel, new RegExp(`${app}.*Only you can see this`, 's'));
    await person(name).press(card, 'Not ready yet');
    const modal = await person(name).modal('Not ready yet');
    await modal.tick('Missing', [what]);
    await modal.submit();
    await modal.sees('asks again');
    await modal.close();
  };

  test('does nothing, says so, and the card that takes its place works', async () => {
    await person('zoe').types(channel, '/zoom-app show Acme');
    const older = await person('zoe').sees(channel, /Acme.*Only you can see this/s);
    await reportsNotReady('ben', 'Acme', 'Short description');
    await person('zoe').press(older, 'It says Ready');
    const fresh = await person('zoe').sees(channel, changed);
    expect(person('zoe').messages(channel)).toHaveLength(1);
    await person('zoe').sees(channel, /short description/i);
    await person('zoe').press(fresh, 'It says Ready');
    await person('zoe').sees(channel, /Passed:[^·\n]*Zoom test status/);
  });

  test('a report that somebody else has overtaken keeps what was typed, and asks once more', async () => {
    await person('zoe').types(channel, '/zoom-app show Bens');
    const card = await person('zoe').sees(channel, /Bens.*Only you can see this/s);
    await person('zoe').press(card, 'Not ready yet');
    const modal = await person('zoe').modal('Not ready yet');
    await modal.tick('Missing', ['Company name']);
    await modal.fill('Something else?', 'Zoom wants a logo');
    await reportsNotReady('ana', 'Bens', 'Short description');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Somebody said something newer');
    expect(modal.value('Something else?')).toBe('Zoom wants a logo');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('asks again');
    await modal.close();
    await person('zoe').types(channel, '/zoom-app show Bens');
    await person('zoe').sees(channel, /company name/i);
  });
});
