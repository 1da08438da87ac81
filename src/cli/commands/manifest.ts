import { stringify } from 'yaml';
import { manifest, slackEndpoint } from '../../slack/manifest.ts';
import { defineCommand, exitCodes } from '../command.ts';
import { CommandError } from '../command_error.ts';

/** Prints the app manifest as YAML: for Socket Mode, or for HTTP with `--url`. */
export const printManifest = defineCommand({
  usage: 'manifest [--url https://host]',
  details: ['Without --url the manifest is for Socket Mode; with it, for HTTP: Slack delivers to that host.'],
  options: { url: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run({ values: { url } }, { out }) {
    const endpoint = url === undefined ? null : slackEndpoint(url);
    if (endpoint?.ok === false) throw new CommandError(endpoint.error);
    out(stringify(manifest(url === undefined ? {} : { url }), { lineWidth: 0 }));
    return exitCodes.done;
  },
});
