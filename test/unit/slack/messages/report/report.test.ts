import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../../../src/core/checks/check.ts';
import { compareScopes } from '../../../../../src/core/scopes/plan/compare_scopes.ts';
import { planScopes } from '../../../../../src/core/scopes/plan/plan_scopes.ts';
import { passedWords } from '../../../../../src/slack/messages/report/check_words.ts';
import { plainWords } from '../../../../../src/slack/messages/report/plain_words.ts';
import { reportFiles } from '../../../../../src/slack/messages/report/report_files.ts';
import { reportMarkdown } from '../../../../../src/slack/messages/report/report_markdown.ts';
import { reportMessage } from '../../../../../src/slack/messages/report/report_message.ts';
import { reportColumns, rowOf } from '../../../../../src/slack/messages/report/report_row.ts';
import type { AppReport } from '../../../../../src/usecases/report/read_report.ts';
import { read } from '../reading.ts';
import {
  card,
  checksOf,
  environment,
  failed,
  longNames,
  minutesAgo,
  mischief,
  now,
  zoomApp,
} from '../samples.ts';

/** An app whose scopes were chosen for one need. */
function report(changes: Partial<AppReport> = {}, app = zoomApp()): AppReport {
  const need = { kind: 'operation', operation: 'GET /users/{userId}' } as const;
  const plan = planScopes([], 'admin');
  const declared = app.scopes.map(({ scope }) => scope);
  return {
    card: card(
      [
        environment(Object.values(checksOf), { stage: 'live', liveAt: minutesAgo(500) }),
        environment([failed('credentials', 'invalid_credentials')], { kind: 'production', hasSecret: false }),
      ],
      { app },
    ),
    planned: {
      plan,
      needs: [need.operation],
      unknown: [],
      app: { id: app.id, name: app.name },
      comparison: compareScopes(
        { ...plan, scopes: [{ scope: 'user:read:user:admin', reasons: ['action zoom_list_users'] }] },
        declared,
        null,
      ),
      remembered: false,
      actions: { actions: [], askedAt: null, answeredAt: null, trouble: null, incomplete: false },
    },
    events: [
      { id: '1', at: minutesAgo(9), kind: 'zoom_app_registered', actor: 'U0ANA', detail: { scopes: 2 } },
      { id: '2', at: minutesAgo(12), kind: 'something_newer', actor: 'greenroom', detail: {} },
    ],
    hasOlderEvents: false,
    fingerprints: [],
    ...changes,
  };
}

/** One cell that is in quotes, or none that holds a quote. */
const cellsIn = (line: string): string[] =>
  [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/g)]
    .slice(0, reportColumns.length)
    .map(([, quoted, plain]) => quoted ?? plain ?? '');
const parseCsv = (csv: string): string[][] =>
  csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map(cellsIn);

describe('the report of a Zoom app', () => {
  test('is one message: checks with evidence, secrets, scopes with risk and reason, last changes', () => {
    const words = read(reportMessage(report(), now));
    expect(words).toContain('verified by Zoom');
    expect(words).toContain('not verified');
    expect(words).toContain('Client secret in Greenroom: not stored');
    expect(words).toMatch(/user:read:user:admin` reads data of the whole account.*for zoom_list_users/);
    expect(words).toMatchSnapshot();
  });

  test('is a page and a table with the same facts', () => {
    const { markdown, csv } = reportFiles(report(), now);
    expect(markdown.filename).toBe('greenroom-report-stackone-integration-2026-11-23.md');
    expect(markdown.text).toMatchSnapshot();
    const [head, ...rows] = parseCsv(csv.text);
    expect(head).toEqual(['section', 'environment', 'item', 'status', 'evidence', 'when', 'who', 'detail']);
    expect(rows.filter(([section]) => section === 'Checks')).toHaveLength(12);
    for (const row of rows) expect(row).toHaveLength(8);
  });

  test('counts accounts and names no customer', () => {
    const notActive = [
      { id: 'acc_secretive', name: 'Northwind', status: 'error', description: 'x', since: now.toISOString() },
    ];
    const checks = {
      ...checksOf,
      linked_account: {
        ...checksOf.linked_account,
        detail: { active: 2, accounts: 3, tied: true, notActive },
      },
    };
    const one = report({ card: card([environment(Object.values(checks))]) });
    const { markdown, csv } = reportFiles(one, now);
    const all = `${markdown.text}${csv.text}${JSON.stringify(reportMessage(one, now))}`;
    expect(all).toContain('1 error');
    expect(all).not.toMatch(/Northwind|acc_secretive/);
  });

  test('names no account in its history either, and nothing of what StackOne says about one', () => {
    const at = minutesAgo(3);
    const account = { accountId: 'acc_secretive', description: 'Northwind has not approved it' };
    const events = [
      { id: '1', at, kind: 'proven', actor: 'U0ANA', detail: { purpose: 'link', ...account } },
      { id: '2', at, kind: 'proof_failed', actor: 'U0ANA', detail: { code: '4738', ...account } },
    ];
    const one = report({ events });
    const { markdown, csv } = reportFiles(one, now);
    for (const text of [markdown.text, csv.text, JSON.stringify(reportMessage(one, now))]) {
      expect(text).toContain("linked a customer's account through the profile.");
      expect(text).toContain('4738');
      expect(text).not.toMatch(/Northwind|acc_secretive/);
    }
  });

  test('has the scopes of its history whole', () => {
    const detail = { scopes: ['meeting:read:thing:admin'] };
    const one = report({
      events: [{ id: '1', at: now, kind: 'scopes_confirmed', actor: 'U0ANA', detail }],
    });
    const { markdown, csv } = reportFiles(one, now);
    expect(csv.text).toContain('the catalogue does not know: meeting:read:thing:admin.');
    expect(markdown.text).toContain('meeting:read:thing:admin');
  });

  test('counts what is not known now as no pass', () => {
    const { redirect } = checksOf;
    const checks = {
      ...checksOf,
      redirect: { ...redirect, status: 'unknown', reason: 'attestation_expired' } as const,
    };
    const words = (all: Readonly<Record<string, Check>>) =>
      passedWords([environment(Object.values(all), { stage: 'live' })]);
    expect(words(checksOf)).toMatch(/^6 of 6 checks passed, \d of them verified by a machine$/);
    expect(words(checks)).toMatch(
      /^5 of 6 checks passed, \d of them verified by a machine, and 1 is not known now$/,
    );
  });

  test('says of what a sign-in proved that StackOne has verified it, not Zoom', () => {
    const provenBy = { sessionId: 's1', accountId: 'acc_secretive', at: now.toISOString(), profileId: 'p1' };
    const checks = Object.values(checksOf).map(
      (check): Check => ({ ...check, evidence: 'verified', detail: { ...check.detail, provenBy } }),
    );
    const { csv } = reportFiles(report({ card: card([environment(checks)]) }), now);
    const rows = parseCsv(csv.text).filter(([section]) => section === 'Checks');
    expect(rows).toHaveLength(6);
    for (const [, , , , evidence] of rows) expect(evidence).toMatch(/^verified by StackOne/);
    expect(csv.text).toContain('Somebody signed in at Zoom');
    expect(csv.text).not.toContain('acc_secretive');
  });

  test('of an app without environments, scopes, needs or history says so', () => {
    const app = zoomApp({ name: '', scopes: [], purpose: '', owners: [] });
    const empty = report({ card: card([], { app }), events: [] }, app);
    expect(read(reportMessage(empty, now))).toContain('none is declared');
    expect(reportFiles(empty, now).markdown.filename).toBe('greenroom-report-app-2026-11-23.md');
  });

  test.each(
    Object.entries({
      ...longNames,
      formula: '=HYPERLINK("http://evil.example")',
      table: '| a | b |',
      heading: '# x\n# y',
    }),
  )('with %s for a name calls nobody and breaks nothing', (_what, name) => {
    const app = zoomApp({ name, purpose: mischief, scopeDescription: `${name}\t${mischief}` });
    const one = report({}, app);
    const { markdown, csv } = reportFiles({ ...one, card: { ...one.card, app } }, now);
    // What is plain text, as a header is, calls nobody.
    const [, ...blocks] = reportMessage({ ...one, card: { ...one.card, app } }, now).blocks;
    const message = JSON.stringify(blocks);
    expect(message).not.toMatch(/<!channel>|<@U0BAD>|<https:\/\/evil/);
    expect(markdown.text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(markdown.text).not.toMatch(/<https|<!channel|\n\n# y/);
    expect(markdown.filename).toMatch(/^[a-z0-9-]+\.md$/);
    for (const row of parseCsv(csv.text)) expect(row).toHaveLength(8);
  });

  test('holds 500 scopes and 100 changes, and the message fits', () => {
    const scopes = Array.from({ length: 500 }, (_, n) => ({
      scope: `meeting:read:thing_${n}:admin`,
      confirmedBy: 'U0ANA',
    }));
    const event = (n: number) => ({
      id: `${n}`,
      at: minutesAgo(n),
      kind: 'check_requested',
      actor: 'U0ANA',
      detail: {},
    });
    const app = zoomApp({ scopes });
    const one = report(
      { events: Array.from({ length: 100 }, (_, n) => event(n)), hasOlderEvents: true },
      app,
    );
    const message = reportMessage(one, now);
    expect(message.blocks.length).toBeLessThanOrEqual(50);
    expect(read(message)).toContain('and 490 more in the file');
    expect(
      parseCsv(reportFiles(one, now).csv.text).filter(([section]) => section === 'Declared scopes'),
    ).toHaveLength(500);
  });
});

test('a cell of the page is one line of one cell, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const page = reportMarkdown('t', [], [rowOf('App', { item: `x${value}`, detail: 'end' })]);
      const lines = page.trimEnd().split('\n');
      expect(lines).toHaveLength(7);
      expect(lines[6]).toMatch(/ \| end \|$/);
      expect(lines[6]?.replace(/\\[\s\S]/g, '')).not.toMatch(/[<`*_[\]]|\|.*\|.*\|.*\|/);
    }),
  );
});

test.each([
  ['<!date^1795454820^{date_short_pretty} at {time}|23 Nov 2026, 17:27 UTC>', '23 Nov 2026, 17:27 UTC'],
  ['<@U0ANA> and <#C0ZOOM>', 'U0ANA and C0ZOOM'],
  ['*x* `y` :lock: &lt;b&gt; &amp;lt;', 'x y <b> &lt;'],
  [':x: `meeting:read:meeting:admin` (:lock: a:b:c)', 'meeting:read:meeting:admin (a:b:c)'],
  ['at 18:09:12 :white_check_mark: done', 'at 18:09:12 done'],
])('%s is %s in a file', (mrkdwn, plain) => {
  expect(plainWords(mrkdwn)).toBe(plain);
});
