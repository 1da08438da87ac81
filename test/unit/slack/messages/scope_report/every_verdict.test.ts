import { expect, it } from 'vitest';
import { checkScopes } from '../../../../../src/core/scopes/verdict/check_scopes.ts';
import { asMrkdwn } from '../../../../../src/slack/blocks/phrase.ts';
import { adviceFor } from '../../../../../src/slack/messages/scope_report/verdict_advice.ts';
import { explainVerdict } from '../../../../../src/slack/messages/scope_report/verdict_sentence.ts';

/** At least one text for each verdict, each fault of a malformed scope and each script of a lookalike character. */
const texts: readonly string[] = [
  'meeting:read:meeting',
  'meeting:read:meeting:admin',
  'Meeting:Read:Meeting:Admin',
  'user:read:user:master',
  'account:update:options:master',
  'calendar:read:list_settings',
  'user:read:list_users:admin',
  'marketplace:update:client_secret',
  'imchat:bot',
  'imchat:userapp',
  'zoomapp:inmeeting',
  'contact_center:read:zcc_voice_audio',
  'meeting:read',
  'meeting:read:admin',
  'meeting:master',
  'scim2',
  'whatever:read:admin',
  'widget:read',
  'brandnew:read:thing',
  'brandnew:fly:thing:admin',
  'meeting:read:nothing_like_it:master',
  'user:read:usr:admin',
  'aic:read:conversation_archives',
  'AccountProfile:Read',
  'User:Read',
  'm\u0435eting:read:meeting',
  'meeting:r\u03b5ad:meeting',
  'meeting:read:\u0570eeting',
  'meet\u0131ng:read:meeting',
  '\uff4deeting:read:meeting',
  'meeting\uff1aread:meeting',
  'user:read:list-users',
  'meeting:read:a§b',
  'meeting:read:adminView a meeting',
  'meeting:read:list_',
  'meeting:read:…',
  'meeting:read:*',
  'meeting : read : meeting',
  'meeting:read:meeting:user',
  'brandnew:read:thing:user',
  'meeting:read:admin:meeting',
  'scope:meeting:read:meeting',
  'nonsense',
  `meeting:read:${'x'.repeat(300)}`,
  'meeting:read:`<!channel>` & co',
];

it.each(['admin', 'user'] as const)(
  'every kind of verdict has its sentence and its advice in %s apps',
  (type) => {
    const said = texts.map((text) => {
      const verdicts = checkScopes([text], type).verdicts.map((verdict) => ({
        ...adviceFor(verdict),
        sentence: asMrkdwn(explainVerdict(verdict)),
      }));
      return { text: text.slice(0, 60), verdicts };
    });
    expect(said).toMatchSnapshot();
  },
);

it('a repeated scope and one that a person has confirmed have their sentence and their advice', () => {
  const list = ['brandnew:read:thing', 'whatever:read', 'user:read:user', 'user:read:user'];
  const { verdicts } = checkScopes(list, 'user', new Set(list));
  expect(
    verdicts.map((verdict) => [asMrkdwn(explainVerdict(verdict)), adviceFor(verdict)]),
  ).toMatchSnapshot();
});
