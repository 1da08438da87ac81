import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// During an update the processes of the release before go on working on the new tables. So a migration only adds: what an
// old process reads stays where it is, and what it does not write has a default.

const folder = new URL('../../../../../migrations/', import.meta.url);
const first = '0001_greenroom.sql';
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql') && name !== first)
  .sort();

/** What would break the statements of an old process, each with what to do instead. */
const breaking: readonly [RegExp, string][] = [
  [/\bdrop (table|column|view|function)\b/, 'leave it, and drop it when no release uses it any more'],
  [/\brename\b/, 'add the new name beside the old one'],
  [/\balter column \w+ (set data )?type\b/, 'add a column of the new type'],
  [/\bset not null\b/, 'an old process may still write null'],
  [/\badd column (if not exists )?\w+ [^,;]*\bnot null\b(?![^,;]*\bdefault\b)/, 'give it a default'],
  [/\badd (constraint \w+ )?(check|unique|foreign key|primary key)\b/, 'an old process does not know it'],
  [/\bcreate unique index\b[^;]*\bon (?!NEW)/, 'an old process may break it, unless the table is new'],
  [/\block table\b/, 'an old process would stand still'],
];

const sqlOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const statementsOf = (sql: string) => sql.replace(/--.*$/gm, '').replace(/\s+/g, ' ').toLowerCase();

/** A column's list of allowed words, replaced under the same name. */
const replacedList =
  /alter table (\w+) drop constraint (\w+); alter table \1 add constraint \2 check \((\w+) in \(([^)]*)\)\)(?: not valid)?;/g;

/** Does it allow all that was allowed before? An old process writes only words that it knows. */
function isWider(before: string, table: string, column: string, list: string): boolean {
  const [, made = ''] = before.split(new RegExp(`create table ${table} \\(`));
  const lists = [
    ...(made.split('create table')[0] ?? '').matchAll(new RegExp(`\\b${column} in \\(([^)]*)\\)`, 'g')),
  ];
  const allowed = lists.flatMap(([, words = '']) => words.split(', '));
  return allowed.length > 0 && allowed.every((word) => list.split(', ').includes(word));
}

/** What is wrong with a migration; tables that it creates itself are nobody's yet. `before`: the migrations before it. */
function breaches(sql: string, before = ''): string[] {
  let text = statementsOf(sql).replace(replacedList, (replaced, table, _name, column, list) =>
    isWider(statementsOf(before), table, column, list) ? '' : replaced,
  );
  for (const [, table] of text.matchAll(/create table (?:if not exists )?(\w+)/g)) {
    text = text.replaceAll(new RegExp(`on ${table}\\b`, 'g'), 'on NEW');
  }
  return breaking.filter(([pattern]) => pattern.test(text)).map(([, instead]) => instead);
}

describe('a migration', () => {
  test.each(migrations)('only adds, so that the release before goes on working: %s', (name) => {
    expect(
      breaches(sqlOf(name), [first, ...migrations.slice(0, migrations.indexOf(name))].map(sqlOf).join('\n')),
    ).toEqual([]);
  });

  test.each([
    'drop table draft;',
    'alter table zoom_app drop column purpose;',
    'alter table zoom_app rename column purpose to why;',
    'alter table zoom_app alter column version type bigint;',
    'alter table zoom_app alter column archived_at set not null;',
    'alter table zoom_app add column colour text not null;',
    "alter table zoom_app add constraint short check (name <> '');",
    'create unique index one_name on zoom_app (workspace_id, purpose);',
  ])('that would break it is found: %s', (sql) => {
    expect(breaches(sql)).toHaveLength(1);
  });

  test.each([
    "alter table zoom_app add column colour text not null default 'red', add column shade text;",
    'create table paint (id uuid primary key); create unique index paint_id on paint (id);',
    'drop index delivery_waiting; create index delivery_next on delivery (seq);',
  ])('that adds is none: %s', (sql) => {
    expect(breaches(sql)).toEqual([]);
  });

  const colours = "create table paint (id uuid, colour text not null check (colour in ('red', 'blue')));";
  const replaced = (list: string) =>
    `alter table paint drop constraint paint_colour_check;
     alter table paint add constraint paint_colour_check check (colour in (${list})) not valid;`;

  test('may allow more words in a column than before, and not fewer', () => {
    expect(breaches(replaced("'red', 'blue', 'green'"), colours)).toEqual([]);
    expect(breaches(replaced("'red', 'green'"), colours)).toHaveLength(1);
    expect(breaches(replaced("'red', 'blue', 'green'"))).toHaveLength(1);
  });
});
