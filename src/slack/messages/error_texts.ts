import type { MessageView } from '../blocks/block_types.ts';
import { limits } from '../blocks/limits.ts';
import { named, typed, wordList } from '../blocks/text.ts';
import type { Command } from './help_topics.ts';
import { registerButton } from './lists/list_message.ts';
import { type AdminsToAsk, adminsOnlyWords, ownersOnlyWords } from './roles/denied_words.ts';
import { say } from './say.ts';
import { operator } from './support_contact.ts';

const names = (list: readonly string[]): string[] => list.slice(0, 10).map((name) => `*${named(name)}*`);

export const tooManyConfirmed =
  'At most 50 scopes that the catalogue does not know can be confirmed at once, so none was. Are they really Zoom scopes? Correct the list, or confirm a part of it first.';
export const confirmedFull =
  'This workspace has confirmed 500 scopes that the catalogue does not know, and more are not kept. Somebody can withdraw old ones first: type /zoom-scopes confirmed.';

/** Why something was not done, and what to do instead. */
export const errorTexts = {
  /** `any`: the workspace has at least one Zoom app. */
  notFound(text: string, suggestions: readonly string[], any: boolean): MessageView {
    if (!any) {
      return say('No Zoom app is registered yet. Type `/zoom-app register` to register the first one.', [
        registerButton(),
      ]);
    }
    const what = `There is no Zoom app called "${typed(text, limits.shown.words)}".`;
    const hint = suggestions.length === 0 ? '' : ` Did you mean ${wordList(names(suggestions), 'or')}?`;
    return say(`${what}${hint} \`/zoom-app list\` shows all of them.`);
  },
  several(text: string, found: readonly string[]): MessageView {
    const more = found.length > 10 ? ' and more' : '';
    return say(
      `"${typed(text, limits.shown.words)}" fits several Zoom apps: ${names(found).join(', ')}${more}. Type more of the name.`,
    );
  },
  /** A command that needs `<app>` came without it: `/zoom-app show`. */
  appMissing(command: string): MessageView {
    return say(
      `Which Zoom app? Type its name, or the beginning of it: \`${typed(command)} StackOne Integration\`. \`/zoom-app list\` shows all of them.`,
    );
  },
  unknownCommand(command: Command, text: string): MessageView {
    const word = typed(text, 30);
    const what = word === '' ? 'That command is not complete.' : `Greenroom does not know "${word}".`;
    return say(`${what} \`${command} help\` shows what you can type.`);
  },
  notOwner(owners: readonly string[] | null = null, admins?: AdminsToAsk): MessageView {
    return say(ownersOnlyWords(owners, admins));
  },
  notAdmin(admins?: AdminsToAsk): MessageView {
    return say(adminsOnlyWords(admins));
  },
  archived(): MessageView {
    return say(
      'This Zoom app is archived: Greenroom no longer looks at it, and its secrets are destroyed. *Restore* on its card, or `/zoom-app restore`, brings it back.',
    );
  },
  notArchived(): MessageView {
    return say('This Zoom app is not archived (any more), so nothing was changed.');
  },
  notInArchive(text: string): MessageView {
    return say(
      `No archived Zoom app is called "${typed(text, limits.shown.words)}". \`/zoom-app list archived\` shows all of them.`,
    );
  },
  nameTaken(): MessageView {
    return say('Another Zoom app has that name, so nothing was changed.');
  },
  /** What the button was about does not exist any more. */
  gone(): MessageView {
    return say(
      'This is no longer there: it was probably changed since the message was drawn. `/zoom-app list` shows what there is now.',
    );
  },
  /** Above the redrawn card: the button was drawn for an earlier state. */
  outdated:
    'This changed since the card was drawn, so nothing was done. Here it is as it stands now; press again if it still fits.',
  pairReplaced(): MessageView {
    return say(
      'Somebody else gave Greenroom another pair while your form was open, or noted that it was replaced in Zoom. Nothing of yours was saved. If yours is the newer one, press *Replace the secret* again.',
    );
  },
  questionChanged(): MessageView {
    return say(
      'Another Zoom app waits for a profile since this question was drawn, so nothing was decided. Look at it again in a moment.',
    );
  },
  tooManyConfirmed(): MessageView {
    return say(tooManyConfirmed);
  },
  confirmedFull(): MessageView {
    return say(confirmedFull);
  },
  secretTyped(): MessageView {
    return say(
      ':lock: *That looks like a secret.* Greenroom did not keep it and did nothing with it. But it went through Slack as plain text, so treat it as seen: if it is a client secret, rotate it in Zoom (*Basic Information* > *App Credentials*) and give the new one to Greenroom with `/zoom-app rotate`, whose form keeps it out of the channel; rotate any other key where it was made.',
    );
  },
  /** `without`: what is not looked at either, as a sentence. */
  tooSoon(without = ''): MessageView {
    return say(
      `Greenroom asked Zoom about these credentials only a moment ago. Too many tries may get an app disabled, so try again in a minute. Everything else is being looked at now.${without}`,
    );
  },
  environmentExists(): MessageView {
    return say(
      'This Zoom app has that environment already. To give it a new client ID and secret, press *Replace the secret*.',
    );
  },
  /** `name`: Development or Production. */
  noEnvironment(name: string): MessageView {
    return say(`This Zoom app has no ${name} environment. An owner adds it with *Add ${name}* on the card.`);
  },
  profileGone(): MessageView {
    return say(
      'That profile is no longer enabled in StackOne, so nothing was changed. Look in StackOne under *Connector Profiles*.',
    );
  },
  profileTaken(): MessageView {
    return say(
      'That profile belongs to another environment already, so nothing was changed. If that is wrong, an owner of the other one presses *Not this one* there first.',
    );
  },
  hasProfile(): MessageView {
    return say(
      'This environment has a profile already, so nothing was changed. If it is the wrong one, an owner presses *Not this one* first.',
    );
  },
  noProfile(): MessageView {
    return say('This environment has no profile any more, so there was nothing to change.');
  },
  tooSlow: say(
    'Greenroom could not finish in time, because its database is slow or silent. Nothing you typed is lost. Please try again in a moment.',
  ),
  databaseDown(reference: string): MessageView {
    return say(
      `Greenroom cannot reach its database right now, so nothing was changed. Please try again in a minute. If it stays, tell ${operator} this reference: \`${typed(reference)}\`.`,
    );
  },
  /** `code`: Slack's error code. */
  notShown(code: string, reference: string): MessageView {
    return say(
      `Slack did not show what Greenroom wanted to show you (\`${typed(code)}\`). Please try again. If it happens again, tell ${operator} this reference: \`${typed(reference)}\`.`,
    );
  },
  unexpected(reference: string): MessageView {
    return say(
      `Something went wrong in Greenroom, and it is not your fault. Please try again. If it happens again, tell ${operator} this reference: \`${typed(reference)}\`.`,
    );
  },
} as const;
