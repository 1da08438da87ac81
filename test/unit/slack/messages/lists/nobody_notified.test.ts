import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessage, checkView } from '../../../../../sandbox/simulators/slack/rules/index.ts';
import type { HomeView, MessageView } from '../../../../../src/slack/blocks/block_types.ts';
import { homeView } from '../../../../../src/slack/home/home_view.ts';
import { archivedList } from '../../../../../src/slack/messages/archive/archived_list.ts';
import { historyMessage } from '../../../../../src/slack/messages/history/history_message.ts';
import { boardMessage } from '../../../../../src/slack/messages/lists/board_message.ts';
import { confirmedList } from '../../../../../src/slack/messages/lists/confirmed_list.ts';
import { listMessage } from '../../../../../src/slack/messages/lists/list_message.ts';
import { line, now, uuid } from '../samples.ts';

/** What a person could type as a name, or as the words of a filter. */
const pieces = [
  ...[
    '<!channel>',
    '<!here|here>',
    '<!everyone>',
    '<!subteam^S0BAD|team>',
    '<@U0BAD>',
    '<@U0BAD|bad>',
    '<#C0BAD>',
  ],
  ...[
    '@here',
    '@channel',
    '@everyone',
    '@Channel',
    '@\u200Bhere',
    '&lt;!channel&gt;',
    '<https://evil.example|ok>',
    'https://evil.example',
  ],
  ...['*bold*', '_it_', '~gone~', '`code`', '```', '|', '<', '>', '&', '\n', '\u202E', '\uD83D', ':wave:'],
  ...['👩‍👩‍👧‍👦', '🇩🇪', 'Größe', '会議', 'שלום', 'मीटिंग', ' ', '', '{"words":"x"}', 'x'.repeat(300)],
];
/** As the edge lets it through (requests/parse_well_formed.ts). */
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 30 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join('').toWellFormed().replaceAll('\u0000', ''));

/** Everything that Slack reads for mentions: all but plain text. */
function readForMentions(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(readForMentions);
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.fromEntries(Object.entries(value));
  if (fields.type === 'mrkdwn') return [String(fields.text)];
  return Object.values(fields).flatMap(readForMentions);
}

const calling =
  /<![a-z]+(?:\^S[A-Z0-9]+)?(?:\||>)|<!subteam|@(?:channel|here|everyone)|<@(?!U0ANA>|U0BEN>)|<#(?!C0ZOOM>)|<https:\/\/evil/iu;

function callsNobody(shown: string[]): void {
  for (const words of shown) expect(words.replace(/<!date\^[^>]*>/g, '')).not.toMatch(calling);
}

function isQuiet(message: MessageView): void {
  expect(checkMessage({ ...message })).toBeNull();
  callsNobody([message.text, ...readForMentions(message.blocks)]);
}

function isQuietView(view: HomeView): void {
  expect(checkView(view)).toBeNull();
  callsNobody(readForMentions(view.blocks));
}

const stackone = { answeredAt: now, trouble: null, troubleSince: null };
const cardUrl = 'https://acme.slack.com/archives/C0ZOOM/p1';
/** Who is named alone is looked for as an owner, and shown to who asked: in App Home or a reply to them, which notify nobody else. */
const words = text.filter((typed) => !/^<@[UW][A-Z0-9]+(?:\|[^>]*)?>$/.test(typed.trim()));
const asked = fc.record({ names: fc.array(text, { maxLength: 60 }), words, more: fc.boolean() });

const linesOf = (names: readonly string[]) =>
  names.map((name, i) =>
    line({ appId: uuid(i), name, owners: ['U0ANA', 'U0BEN'], ...(i % 2 === 0 ? { cardUrl } : {}) }),
  );

test('whatever names and words are, lists and App Home notify nobody and keep within the limits', () => {
  fc.assert(
    fc.property(asked, ({ names, words, more }) => {
      const page = { lines: linesOf(names), next: more ? (names.at(-1) ?? 'x') : null };
      const board = { ...page, counts: { testing: names.length }, stackone };
      const query = more ? { words, after: words } : { words };
      isQuiet(listMessage(page, query));
      isQuiet(boardMessage(board, query, now));
      const answers = { name: names[0] ?? '' };
      const draft = { id: uuid(99), workspaceId: 'T1', userId: 'U0ANA', answers, updatedAt: now };
      const turn = { action: 'run_test', doer: 'owner', since: now } as const;
      const waiting = names.slice(0, 10).map((appName, i) => ({
        ...{
          appId: uuid(i),
          appName,
          environmentId: uuid(100 + i),
          turn,
          environment: 'production' as const,
        },
        cardUrl: i % 2 === 0 ? cardUrl : null,
      }));
      for (const narrowed of [{ words: '' }, query])
        isQuietView(
          homeView({
            ...{
              board,
              mine: page.lines,
              moreMine: more,
              draft,
              me: 'U0ANA',
              asked: narrowed,
              now,
              isAdmin: !more,
            },
            waiting: { waiting, next: null },
          }),
        );
    }),
    { numRuns: 60 },
  );
});

test('whatever names are, history, archive and confirmed scopes notify nobody and keep within the limits', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (names) => {
      const events = names.map((name, i) => ({
        ...{ seq: String(i), id: uuid(i), at: now, actor: i % 2 === 0 ? 'U0ANA' : name, workspaceId: 'T1' },
        ...{ app: { id: uuid(i), name }, environment: 'development' as const },
        ...{ kind: 'zoom_app_edited' as const, detail: { changes: [name], name, before: name, after: name } },
      }));
      isQuiet(historyMessage({ events, next: uuid(1) }, { app: { id: uuid(1), name: names[0] ?? '' } }));
      isQuiet(historyMessage({ events, next: null }, { app: null, person: 'U0ANA' }));
      const apps = names.map((name, i) => ({ id: uuid(i), name, archivedAt: now, archivedBy: 'U0ANA' }));
      isQuiet(archivedList({ apps, next: 'x' }, { words: names[0] ?? '' }));
      isQuiet(confirmedList(names.map((scope) => ({ scope, by: 'U0ANA', at: now }))));
    }),
    { numRuns: 60 },
  );
});
