// Prints the part of CHANGELOG.md about one version: `node .github/release_notes.mjs 0.2.0`. Fails when there is none.
// Links to files lead to those of that version: the page of a release lies in no folder of the repository.
import { readFileSync } from 'node:fs';

const [version = ''] = process.argv.slice(2);
const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const files = `${JSON.parse(read('package.json')).homepage.replace(/#.*/, '')}/blob/v${version}/`;
const lines = read('CHANGELOG.md').split('\n');
const start = lines.findIndex((line) => line.startsWith(`## [${version}] - `));
const length = lines
  .slice(start + 1)
  .findIndex((line) => line.startsWith('## [') || /^\[[^\]]+\]: /.test(line));
const text =
  start === -1 ? '' : lines.slice(start + 1, length === -1 ? undefined : start + 1 + length).join('\n');
if (text.trim() === '') {
  console.error(`CHANGELOG.md has no section [${version}] with a date and a text.`);
  process.exitCode = 1;
} else console.log(text.trim().replaceAll(/\]\((?!https?:|#)/g, `](${files}`));
