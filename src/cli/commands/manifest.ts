import { stringify } from 'yaml';
import { manifest, slackEndpoint } from '../../slack/manifest.ts';
import { defineCommand, exitCodes } from '../command.ts';
import { CommandError } from '../command_error.ts';

/** Slack's form "Create app" > "From a manifest", filled in. */
const NEW_APP = 'https://api.slack.com/apps?new_app=1&manifest_json=';

/** Asks for the optional scopes, so that Greenroom may look at a channel's history. */
const WITH_OPTIONAL = 'look';

/** Prints the app manifest as YAML, or the link that creates an app from it. */
export const printManifest = defineCommand({
  usage: 'manifest [--url https://host] [--look] [--link]',
  details: [
    '--url   for HTTP: Slack delivers to that host. Without it the manifest is for Socket Mode.',
    '--look  with the optional scopes that let Greenroom see whether a message arrived (docs/install.md).',
    '--link  print a link that opens "Create app" of Slack with the manifest filled in.',
  ],
  options: {
    url: { type: 'string' },
    [WITH_OPTIONAL]: { type: 'boolean', default: false },
    link: { type: 'boolean', default: false },
  },
  words: { least: 0, most: 0 },
  async run({ values: { url, link, [WITH_OPTIONAL]: optional } }, { out }) {
    const endpoint = url === undefined ? null : slackEndpoint(url);
    if (endpoint?.ok === false) throw new CommandError(endpoint.error);
    const made = manifest({ optional, ...(url === undefined ? {} : { url }) });
    out(link ? `${NEW_APP}${encodeURIComponent(JSON.stringify(made))}\n` : stringify(made, { lineWidth: 0 }));
    return exitCodes.done;
  },
});
