// Prints the part of CHANGELOG.md about one version: `node .github/release_notes.mjs 0.2.0`. Fails when there is none.
import { readFileSync } from 'node:fs';

const [version = ''] = process.argv.slice(2);
const lines = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8').split('\n');
const start = lines.findIndex((line) => line.startsWith(`## [${version}] - `));
const length = lines
  .slice(start + 1)
  .findIndex((line) => line.startsWith('## [') || /^\[[^\]]+\]: /.test(line));
const text =
  start === -1 ? '' : lines.slice(start + 1, length === -1 ? undefined : start + 1 + length).join('\n');
if (text.trim() === '') {
  console.error(`CHANGELOG.md has no section [${version}] with a date and a text.`);
  process.exitCode = 1;
} else console.log(text.trim());
