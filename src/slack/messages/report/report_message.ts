import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../../core/checks/check.ts';
import type { AppReport } from '../../../usecases/report/read_report.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { context, divider, header, section, sections } from '../../blocks/layout.ts';
import { count, escapeMrkdwn, named, person, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { evidenceAge, evidenceWords } from '../checks/evidence_words.ts';
import { checkTitles, environmentNames, managementNames, stageWords, statusWords } from '../product_words.ts';
import { passedWords, secretWords, unverified } from './check_words.ts';
import { reportEventWords } from './report_event_words.ts';
import { type ReportScope, reportScopes } from './scope_rows.ts';

/** What the message shows of long lists; the file has them whole. */
const shown = { scopes: 10, events: 5, reason: 120 };

const indefinite: Record<ManagementType, string> = {
  admin: `an ${managementNames.admin}`,
  user: `a ${managementNames.user}`,
};

/** The report as one message; the file has every scope and more of the history. */
export function reportMessage(report: AppReport, now: Date): MessageView {
  const { app, environments } = report.card;
  const summary = `*${named(app.name)}* is ${indefinite[app.managementType]} Zoom app with ${count(environments.length, 'environment')} and ${count(app.scopes.length, 'scope')}. ${passedWords(environments)}.`;
  return messageView(`Report. ${summary.replaceAll('*', '')}`, [
    header(`Report of ${app.name || 'a Zoom app'}`),
    section(`${summary}${app.purpose === '' ? '' : `\n${typed(app.purpose, 300)}`}`),
    ...environments.flatMap((environment) => [
      divider(),
      ...sections(environmentLines(environment, report.fingerprints)),
    ]),
    divider(),
    ...sections(scopeLines(reportScopes(app, report.planned))),
    divider(),
    ...sections(historyLines(report)),
    context(
      `As of ${moment(now)}, from what Greenroom has stored. The whole report follows as a direct message. It counts accounts and names none; people stand there by their Slack ids.`,
    ),
  ]);
}

function environmentLines(environment: Environment, fingerprints: readonly string[]): string[] {
  const { word, sentence } = stageWords[environment.stage];
  const checks = environment.checks.map((check) => {
    const { sign, word: status } = statusWords[check.status];
    const basis = [evidenceWords(check) || unverified, evidenceAge(check)].filter((part) => part !== '');
    return `${sign} *${checkTitles[check.name]}*: ${status.toLowerCase()}, ${basis.join(', ')}`;
  });
  return [
    `*${environmentNames[environment.kind]}: ${word}* (${sentence})`,
    ...checks,
    `:lock: Client secret in Greenroom: ${secretWords(environment, fingerprints)}`,
  ];
}

function scopeLines(scopes: readonly ReportScope[]): string[] {
  if (scopes.length === 0) return ['*Scopes*: none is declared.'];
  const lines = scopes
    .slice(0, shown.scopes)
    .map(
      ({ scope, risk, reason, evidence }) =>
        `• \`${typed(scope, 100)}\` ${escapeMrkdwn(risk)}; ${typed(reason, shown.reason)}; ${escapeMrkdwn(evidence)}`,
    );
  const more = scopes.length - lines.length;
  return [`*Scopes* (${scopes.length})`, ...lines, ...(more > 0 ? [`… and ${more} more in the file.`] : [])];
}

function historyLines({ events, hasOlderEvents }: AppReport): string[] {
  const lines = events
    .slice(0, shown.events)
    .map((event) => `• ${moment(event.at)} · ${person(event.actor)}: ${reportEventWords(event)}`);
  const more = hasOlderEvents || events.length > lines.length;
  return [
    '*Last changes*',
    ...(lines.length === 0 ? ['None is stored.'] : lines),
    ...(more ? ['Older ones: the file, and `/zoom-app history`.'] : []),
  ];
}
