import { slackEndpoint } from '../../slack/manifest.ts';
import { version } from '../../version.ts';
import { defineCommand, exitCodes } from '../command.ts';
import { CommandError } from '../command_error.ts';
import { examine } from '../doctor/examine.ts';
import { asJson, asTable } from '../doctor/report.ts';

/** Looks at everything that Greenroom needs, changes nothing, and prints no secret. */
export const doctor = defineCommand({
  usage: 'doctor [--json] [--url https://host]',
  details: [
    'Each line is ok, a warning or a problem; below it stands what to do. The exit code is 1 when there is a problem.',
    '--json  the same for programs.',
    '--url   in HTTP mode: asks that host as Slack does, with the signing secret. Start Greenroom first.',
  ],
  options: { json: { type: 'boolean', default: false }, url: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run({ values: { json, url } }, { env, out }) {
    const endpoint = url === undefined ? null : slackEndpoint(url);
    if (endpoint?.ok === false) throw new CommandError(endpoint.error);
    const findings = await examine(env, endpoint?.value ?? null);
    out(json ? asJson(findings, version) : asTable(findings));
    return findings.some(({ status }) => status === 'problem') ? exitCodes.failed : exitCodes.done;
  },
});
