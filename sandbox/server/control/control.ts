import type { Sandbox } from '../sandbox.ts';
import type { ControlAsked } from './control_requests.ts';
import { setFault } from './faults.ts';
import { archiveChannel, placeBot, refuseMessages } from './slack.ts';
import { changeGroup, deactivatePerson, refusePerson } from './slack_people.ts';
import {
  createProfile,
  deleteProfile,
  enableProfile,
  linkAccount,
  listOddly,
  pinProfile,
  setAccount,
  setPair,
} from './stackone.ts';
import {
  expireSession,
  letKeyWrite,
  releaseConnector,
  reportRefusals,
  sendWebhooks,
} from './stackone_project.ts';
import {
  acceptCredentials,
  allowRedirect,
  answerTokens,
  createApp,
  enableApp,
  rotateSecret,
  setManagement,
  setScopes,
  shareApp,
  showReady,
} from './zoom.ts';

/** Turns one switch of the control panel. */
export async function control(sandbox: Sandbox, asked: ControlAsked): Promise<void> {
  await turn(sandbox, asked);
  sandbox.changes.notify();
}

function turn(sandbox: Sandbox, asked: ControlAsked): void | Promise<void> {
  const { slack } = sandbox.simulators;
  switch (asked.do) {
    case 'faults':
      return setFault(sandbox, asked);
    case 'zoom.create':
      return createApp(sandbox, asked);
    case 'zoom.accept':
      return acceptCredentials(sandbox, asked);
    case 'zoom.rotate':
      return rotateSecret(sandbox, asked);
    case 'zoom.enable':
      return enableApp(sandbox, asked);
    case 'zoom.ready':
      return showReady(sandbox, asked);
    case 'zoom.answer':
      return answerTokens(sandbox, asked);
    case 'zoom.redirect':
      return allowRedirect(sandbox, asked);
    case 'zoom.shared':
      return shareApp(sandbox, asked);
    case 'zoom.managed':
      return setManagement(sandbox, asked);
    case 'zoom.scopes':
      return setScopes(sandbox, asked);
    case 'stackone.pair':
      return setPair(sandbox, asked);
    case 'stackone.pin':
      return pinProfile(sandbox, asked);
    case 'stackone.key':
      return letKeyWrite(sandbox, asked);
    case 'stackone.webhooks':
      return sendWebhooks(sandbox, asked);
    case 'stackone.refusals':
      return reportRefusals(sandbox, asked);
    case 'stackone.expire':
      return expireSession(sandbox, asked);
    case 'stackone.release':
      return releaseConnector(sandbox, asked);
    case 'stackone.list':
      return listOddly(sandbox, asked);
    case 'stackone.create':
      return createProfile(sandbox, asked);
    case 'stackone.enable':
      return enableProfile(sandbox, asked);
    case 'stackone.delete':
      return deleteProfile(sandbox, asked);
    case 'stackone.link':
      return linkAccount(sandbox, asked);
    case 'stackone.account':
      return setAccount(sandbox, asked);
    case 'slack.drop':
      return slack.dropSockets();
    case 'slack.refresh':
      return slack.refreshSockets();
    case 'slack.older':
      return slack.lacksBlocks(asked.on ? ['alert', 'table', 'data_visualization'] : []);
    case 'slack.advance':
      return slack.advance(asked.minutes * 60_000);
    case 'slack.archive':
      return archiveChannel(sandbox, asked);
    case 'slack.bot':
      return placeBot(sandbox, asked);
    case 'slack.deactivate':
      return deactivatePerson(sandbox, asked);
    case 'slack.unreachable':
      return refusePerson(sandbox, asked);
    case 'slack.group':
      return changeGroup(sandbox, asked);
    case 'slack.refuse':
      return refuseMessages(sandbox, asked);
    case 'greenroom.restart':
      return sandbox.greenroom.restart(asked);
    case 'greenroom.stop':
      return sandbox.greenroom.stop();
    case 'greenroom.poll':
      return sandbox.greenroom.pollNow();
    case 'greenroom.freeze':
      return sandbox.greenroom.freeze(asked.on);
    case 'inspector.clear':
      return slack.inspector.clear();
  }
}
