import { readdir, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { machine } from './machine.ts';
import { type Findings, report } from './report.ts';
import { Result, Section } from './section.ts';

/**
 * `npm run bench` measures everything, one measure after the other; `npm run bench -- NAME...` only those; `-- report`
 * nothing. Each measure leaves its figures in results/, and RESULTS.md is written from all that stand there.
 */
const Measure = z.object({
  measure: z.custom<() => Promise<Section>>((value) => typeof value === 'function'),
});

const known = await names('measures', '.ts');
const asked = process.argv.slice(2).filter((name) => name !== 'report');
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measure ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exit(1);
}
const toMeasure = process.argv.includes('report') || asked.length > 0 ? asked : known;
for (const name of toMeasure) {
  console.log(`Measuring ${name} …`);
  await measureAndKeep(name).catch((error: unknown) => {
    process.exitCode = 1;
    console.error(`${name} was not measured:`, error);
  });
}
const text = report(await results(), await findings());
await writeFile(here('RESULTS.md'), text);
console.log(toMeasure.length === 0 ? 'bench/RESULTS.md is written.' : text);

async function measureAndKeep(name: string): Promise<void> {
  const { measure } = Measure.parse(await import(here(`measures/${name}.ts`).href));
  const section = Section.parse(await measure());
  const result: Result = { name, machine: machine(), section };
  await writeFile(here(`results/${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

async function results(): Promise<Result[]> {
  const kept = await names('results', '.json');
  return Promise.all(
    kept.map(async (name) => Result.parse(JSON.parse(await readFile(here(`results/${name}.json`), 'utf8')))),
  );
}

async function findings(): Promise<Findings> {
  const written = await names('findings', '.md');
  const texts = written.map(async (name) => [name, await readFile(here(`findings/${name}.md`), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts));
}

async function names(folder: string, ending: string): Promise<string[]> {
  const files = await readdir(here(folder));
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

function here(path: string): URL {
  return new URL(path, import.meta.url);
}
