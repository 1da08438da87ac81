import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { topics } from '../../src/slack/messages/help_topics.ts';
import { filesIn, project, read } from './source_files.ts';

const readme = read('README.md');
const commands = read('docs/commands.md');
const configuration = read('docs/configuration.md');
const pages = filesIn('.', /\.md$/);
const texts = filesIn('.', /(\.(ts|tsx|mjs|md|sql|json|yml|css|html|example)|Dockerfile|run)$/).filter(
  (path) => path !== 'package-lock.json',
);

const Package = z.object({ version: z.string(), scripts: z.record(z.string(), z.string()) });
const { version, scripts } = Package.parse(JSON.parse(read('package.json')));

function all(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

/** Names of files in comments that stand for any file. */
const examples: ReadonlySet<string> = new Set(['file.ts', 'in_turn.test.ts']);

/** Paths in code spans; those with a placeholder name no file. */
function pathsIn(page: string): string[] {
  return all(/`((?:src|sandbox|test|docs|migrations|deploy|bench|scripts)\/[^`\s]+)`/g, read(page)).filter(
    (path) => !/[<{*]|NNNN/.test(path),
  );
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(project, file))) return false;
  return heading === undefined || headingsOf(read(file)).includes(heading);
}

/** The anchors that GitHub gives to the headings of a page. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('what is written about the project', () => {
  it('names only commands that exist', () => {
    for (const page of pages) {
      const named = all(/\bnpm run (?:--silent |-s )?([\w:]+)/g, read(page));
      const short = all(/\bnpm (start|test)\b/g, read(page));
      expect([...named, ...short].filter((name) => !(name in scripts))).toEqual([]);
    }
  });

  it('begins with the two commands that try it and test it', () => {
    const first = readme.indexOf('npm ci && npm run demo');
    expect(first).toBeGreaterThan(0);
    expect(readme.indexOf('npm test')).toBeLessThan(readme.indexOf('npm start'));
    expect(first).toBeLessThan(readme.indexOf('npm test'));
  });

  it('lists every variable that is read, and no other', () => {
    const known = all(/^ {2}([A-Z_]+): values\./gm, read('src/config/config.ts'));
    expect(known.length).toBeGreaterThan(10);
    expect(all(/^\| `([A-Z_]+)` \|/gm, configuration)).toEqual(known);
    expect(all(/^(?:# )?([A-Z_]+)=/gm, read('.env.example'))).toEqual(known);
  });

  it('shows no real-looking secret as an example', () => {
    expect(read('.env.example')).not.toMatch(/^[A-Z_]*(TOKEN|SECRET|KEY|KEYS)=.+/m);
  });

  it('explains every command that the manifest declares, and every word behind it', () => {
    const { features } = z
      .object({ features: z.object({ slash_commands: z.array(z.object({ command: z.string() })) }) })
      .parse(parse(read('manifest.yml')));
    expect(features.slash_commands.map(({ command }) => command).sort()).toEqual(Object.keys(topics).sort());
    const typed = Object.entries(topics).flatMap(([command, entries]) =>
      Object.values(entries).map(({ usage }) => `\`${command} ${usage.replaceAll('|', '\\|')}\``),
    );
    expect(typed.filter((words) => !commands.includes(`| ${words}`))).toEqual([]);
  });

  it('says what is new in this version', () => {
    expect(read('CHANGELOG.md')).toMatch(
      new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}`, 'm'),
    );
  });

  it('leads from the README to the pages that hold the rest, and keeps it short', () => {
    const rest = filesIn('docs', /\.md$/).filter((path) => path.split('/').length === 2);
    expect(rest.filter((path) => !readme.includes(`(${path})`))).toEqual([]);
    expect(readme.split('\n').length).toBeLessThanOrEqual(150);
  });

  it('names only files that are there, where it explains the code', () => {
    const explaining = pages.filter((page) => page === 'CONTRIBUTING.md' || /^docs\/[^/]+$/.test(page));
    const named = explaining.flatMap((page) => pathsIn(page).map((path) => ({ page, path })));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ path }) => !existsSync(join(project, path)))).toEqual([]);
  });

  it('names only files that are there in the README of each folder', () => {
    const own = pages.filter((page) => /^(?:src|sandbox|bench|scripts|test)\/.*README\.md$/.test(page));
    const missing = own.flatMap((page) =>
      all(/`([\w./-]+(?:\.tsx?|\/))`/g, read(page))
        .filter((name) => ![dirname(page), '.'].some((from) => existsSync(join(project, from, name))))
        .map((name) => `${page}: ${name}`),
    );
    expect(missing.filter((name) => !name.includes('NAME'))).toEqual([]);
  });

  it('names only files that are there in comments', () => {
    const code = filesIn('.', /\.(?:ts|tsx|mjs)$/);
    const missing = code.flatMap((file) =>
      all(/(?:^\s*(?:\/\/|\/?\*)|\s\/\/ )(.*)/gm, read(file))
        .flatMap((comment) => all(/(?<![\w./…-])((?:[\w-]+\/)*\w[\w.]*\.tsx?)\b/g, comment))
        .filter((name) => !examples.has(name) && !code.some((path) => `/${path}`.endsWith(`/${name}`)))
        .map((name) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('links only to files and headings that are there', () => {
    const dead = pages.flatMap((page) =>
      all(/\]\((?!https?:)([^)\s]+)/g, read(page))
        .filter((target) => !leadsSomewhere(page, target))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });
});

describe('what should not be left behind', () => {
  const found = (pattern: RegExp, paths = texts) => paths.filter((path) => pattern.test(read(path)));

  it('no note to do something later', () => {
    expect(found(/^\s*(?:\/\/|\/?\*|#|--|<!--|-).*\b(?:TODO|FIXME|XXX)\b/m)).toEqual([]);
  });

  it('no test that runs alone, or not at all', () => {
    const tests = filesIn('test', /\.test\.ts$/);
    expect(found(/\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b|\b(?:skip|run)If\(/, tests)).toEqual([]);
  });

  it('no path of somebody’s machine', () => {
    expect(found(/(?<![\w.~-])\/(?:home|Users|root|work)\/\w\w/)).toEqual([]);
  });

  it('no address in the lock file where only one registry would do', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
  });
});
