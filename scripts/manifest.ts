import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { manifest } from '../src/slack/manifest.ts';

/** Prints the app manifest as YAML: `npm run manifest` for Socket Mode, `npm run manifest -- --url https://…` for HTTP. */
function main(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { url: { type: 'string' } } });
  const options = values.url === undefined ? {} : { url: values.url };
  process.stdout.write(stringify(manifest(options), { lineWidth: 0 }));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
