import { type Check, type CheckName, newCheck } from '../../../core/checks/check.ts';
import type { CheckDetail } from '../../../core/checks/check_detail.ts';
import type { Reason } from '../../../core/checks/reasons.ts';
import type { About } from '../../../core/deliveries/messages/message_facts.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { named } from '../../blocks/text.ts';
import { environmentNames } from '../product_words.ts';

/** "*StackOne Integration* (Development)" */
export function aboutWords({ appName, environment }: About): string {
  return `*${named(appName)}* (${environmentNames[environment]})`;
}

/** A check with this failure, so that a message and the card use the same words. */
export function failedCheck(name: CheckName, reason: Reason, detail: CheckDetail = {}): Check {
  return { ...newCheck(name), status: 'failed', lastKnown: 'failed', reason, detail };
}

/** A check that somebody attested. */
export function passedCheck(name: CheckName): Check {
  return { ...newCheck(name), status: 'passed', lastKnown: 'passed', evidence: 'attested' };
}

export function showButton(appId: string): Button {
  return button('Show the card', actionIds.showApp, appId);
}

/** The same words for `text`: without asterisks, which a screen reader would read aloud. */
export function spoken(mrkdwn: string): string {
  return mrkdwn.replaceAll('*', '').replace(/:[a-z0-9_]+: /g, '');
}
