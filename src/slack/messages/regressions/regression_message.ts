import type { CheckName } from '../../../core/checks/check.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import type { RegressionMessage } from '../../../core/deliveries/messages/regression_message.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { linkButton } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, section } from '../../blocks/layout.ts';
import { meaning } from '../checks/check_meaning.ts';
import { nextStep } from '../checks/next_step.ts';
import { aboutWords, failedCheck, showButton, spoken } from '../events/event_subject.ts';
import { checkTitles } from '../product_words.ts';
import { regressionElements, whoseWords } from './regression_parts.ts';

const consequence: Record<CheckName, string> = {
  credentials: 'Accounts cannot be linked, and linked ones stop working when their token has to be renewed.',
  scopes: 'The next authorisation in Zoom may be refused.',
  redirect: 'Nobody can link an account: Zoom refuses to send people back to StackOne.',
  test_status: 'Nobody can add the app to an account in Zoom.',
  connector_profile: 'Accounts cannot be linked through StackOne.',
  linked_account: 'Nothing reaches Zoom through StackOne until an account is active again.',
};

const unsteady =
  'This goes back and forth. Greenroom says no more about it here until it has been calm for an hour: the card shows how it stands, `/zoom-app history` what happened.';

/** The announcement of a regression, and what is sent to people about it. */
export function regressed(message: RegressionMessage): MessageView {
  const { about, check: name, reason, ended } = message;
  const check = failedCheck(name, reason, message.accounts);
  const step = nextStep([check], about.environment);
  const what = `*${checkTitles[name]}* of ${aboutWords(about)} passed before and fails now. ${meaning(check, about.environment)}`;
  const means = `*What it means:* ${consequence[name]}`;
  const next = `*What to do${step.whom === null ? '' : `, for ${step.whom}`}:* ${step.words}`;
  const link = step.link === null ? [] : [linkButton(step.link.label, step.link.url, actionIds.openLink)];
  const note = message.kind === 'regressed' && message.unsteady === true ? [unsteady] : [];
  const isStill = message.kind === 'regression_due' && message.again && ended === undefined;
  const title = isStill ? 'Still broken' : 'Something broke';
  const whose = whoseWords(message);
  const said = ended === undefined ? [`${means}\n${next}`] : [];
  const after = [...(whose === null ? [] : [whose]), ...note];
  return messageView(spoken(`${title}. ${[what, ...said, ...after].join(' ').replaceAll('\n', ' ')}`), [
    header(title),
    section(ended === undefined ? `:rotating_light: ${what}` : what),
    ...said.map((words) => section(words)),
    ...(whose === null ? [] : [section(whose)]),
    ...note.map((words) => context(words)),
    ...actions([
      ...regressionElements(message),
      showButton(about.appId),
      ...(ended === undefined ? link : []),
    ]),
  ]);
}

/** The announcement that a check recovered from an announced regression. */
export function recovered(message: Extract<Message, { kind: 'recovered' }>): MessageView {
  const { about, check } = message;
  const note = message.unsteady === true ? [unsteady] : [];
  const what = `*${checkTitles[check]}* of ${aboutWords(about)} passes again. There is nothing to do.`;
  return messageView(spoken(`Repaired. ${[what, ...note].join(' ')}`), [
    section(`:white_check_mark: *Repaired.* ${what}`),
    ...note.map((words) => context(words)),
    ...actions([showButton(about.appId)]),
  ]);
}
