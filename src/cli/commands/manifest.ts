import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { parse, stringify } from 'yaml';
import { checkManifestSchema } from '../../slack/check_manifest.ts';
import { manifest, slackEndpoint } from '../../slack/manifest.ts';
import { defineCommand, exitCodes, MistypedError } from '../command.ts';
import { CommandError, errorCode } from '../command_error.ts';

/** Slack's form "Create app" > "From a manifest", filled in. */
const NEW_APP = 'https://api.slack.com/apps?new_app=1&manifest_json=';

/** Asks for the optional scopes, so that Greenroom may look at a channel's history. */
const WITH_OPTIONAL = 'look';

/** Prints the app manifest as YAML, or the link that creates an app from it. */
export const printManifest = defineCommand({
  usage: 'manifest [--url https://host] [--look] [--link] | manifest --check file',
  details: [
    '--url   for HTTP: Slack delivers to that host. Without it the manifest is for Socket Mode.',
    '--look  with the optional scopes: to see whether a message arrived, to send and take files (docs/install.md).',
    '--check check a manifest, YAML or JSON, by the schema that Slack publishes.',
    '--link  print a link that opens "Create app" of Slack with the manifest filled in.',
  ],
  options: {
    url: { type: 'string' },
    [WITH_OPTIONAL]: { type: 'boolean', default: false },
    link: { type: 'boolean', default: false },
    check: { type: 'string' },
  },
  words: { least: 0, most: 0 },
  async run({ values: { url, link, check, [WITH_OPTIONAL]: optional } }, { out }) {
    if (check !== undefined) {
      if (url !== undefined || link || optional)
        throw new MistypedError('--check goes with no other option.');
      return await checkFile(check, out);
    }
    const endpoint = url === undefined ? null : slackEndpoint(url);
    if (endpoint?.ok === false) throw new CommandError(endpoint.error);
    const made = manifest({ optional, ...(url === undefined ? {} : { url }) });
    out(link ? `${NEW_APP}${encodeURIComponent(JSON.stringify(made))}\n` : stringify(made, { lineWidth: 0 }));
    return exitCodes.done;
  },
});

/** Of a manifest, in bytes: Slack's own limits add up to less. */
const LONGEST_FILE = 1_000_000;

async function checkFile(path: string, out: (text: string) => void): Promise<number> {
  const faults = checkManifestSchema(await readManifest(path));
  if (faults.length === 0) {
    out(`${path} fits the schema that Slack publishes.\n`);
    return exitCodes.done;
  }
  for (const { pointer, message } of faults) out(`${pointer === '' ? '/' : pointer} ${message}\n`);
  return exitCodes.failed;
}

async function readManifest(path: string): Promise<unknown> {
  // Not more of it than shows that it is too long.
  const bytes = await buffer(createReadStream(path, { end: LONGEST_FILE })).catch((error: unknown) => {
    throw new CommandError(`${path} cannot be read (${errorCode(error)}).`);
  });
  if (bytes.length > LONGEST_FILE) throw new CommandError(`${path} is too long for a manifest.`);
  if (!isUtf8(bytes)) throw new CommandError(`${path} is not in UTF-8: save it in that encoding.`);
  const text = bytes.toString();
  try {
    // JSON is YAML, too.
    return parse(text);
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split('\n', 1) : [];
    throw new CommandError(`${path} is neither YAML nor JSON: ${reason ?? 'it cannot be parsed'}`);
  }
}
