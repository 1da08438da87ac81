import type { Environment, ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { Check } from '../../../core/checks/check.ts';
import type { AppReport } from '../../../usecases/report/read_report.ts';
import { channel, people, person, plainLine } from '../../blocks/text.ts';
import { evidenceWords } from '../checks/evidence_words.ts';
import { checkTitles, environmentNames, managementNames, stageWords, statusWords } from '../product_words.ts';
import { checkMeaning, evidenceTime, secretWords, unverified } from './check_words.ts';
import { plainWords, utcTime } from './plain_words.ts';
import { reportEventWords } from './report_event_words.ts';
import { type ReportRow, rowOf } from './report_row.ts';
import { scopeRows } from './scope_rows.ts';

/** The whole report, one fact a row: only what is stored, and "not verified" where nothing has shown it. */
export function reportRows({ card, planned, fingerprints, events }: AppReport): ReportRow[] {
  const { app, environments } = card;
  return [
    ...appRows(app),
    ...environments.flatMap(environmentRows),
    ...environments.flatMap(checkRows),
    ...scopeRows(app, planned),
    ...environments.flatMap((environment) => storedRows(environment, fingerprints)),
    ...events.map((event) =>
      rowOf('History', {
        environment: event.environment === undefined ? '' : environmentNames[event.environment],
        when: utcTime(event.at),
        who: plainWords(person(event.actor)),
        detail: plainWords(reportEventWords(event)),
      }),
    ),
  ];
}

/** What a form takes. */
const LONGEST_TEXT = 1_000;

function appRows(app: ZoomApp): ReportRow[] {
  const fact = (item: string, detail: string) => rowOf('App', { item, detail });
  return [
    fact('Name', plainLine(app.name)),
    fact('Management type', managementNames[app.managementType]),
    fact('Purpose', plainLine(app.purpose, LONGEST_TEXT) || 'none given'),
    fact('Scope description', plainLine(app.scopeDescription, LONGEST_TEXT) || 'none given'),
    fact('Owners (Slack user ids)', plainWords(people(app.owners, Number.POSITIVE_INFINITY))),
    fact('Channel', plainWords(channel(app.channelId))),
    rowOf('App', {
      item: 'Last edited',
      when: utcTime(app.updatedAt),
      who: plainWords(person(app.updatedBy)),
      detail: `version ${app.version}`,
    }),
    ...(app.archivedAt === null
      ? []
      : [
          rowOf('App', {
            item: 'Archived',
            when: utcTime(app.archivedAt),
            detail: 'its secrets are destroyed',
          }),
        ]),
  ];
}

function environmentRows(environment: Environment): ReportRow[] {
  const { word, sentence } = stageWords[environment.stage];
  const live = environment.liveAt === null ? '' : `live since ${utcTime(environment.liveAt)}`;
  return [
    rowOf('Environments', {
      environment: environmentNames[environment.kind],
      item: 'Stage',
      status: word,
      detail: [sentence, live].filter((part) => part !== '').join('; '),
    }),
    rowOf('Environments', {
      environment: environmentNames[environment.kind],
      item: 'Client ID',
      detail: environment.clientId,
    }),
  ];
}

function checkRows({ kind, checks }: Environment): ReportRow[] {
  return checks.map((check: Check) =>
    rowOf('Checks', {
      environment: environmentNames[kind],
      item: checkTitles[check.name],
      status: statusWords[check.status].word.toLowerCase(),
      evidence: plainWords(evidenceWords(check)) || unverified,
      when: evidenceTime(check),
      who: check.attestedBy === null ? '' : plainWords(person(check.attestedBy)),
      detail: checkMeaning(check, kind, checks),
    }),
  );
}

function storedRows(environment: Environment, fingerprints: readonly string[]): ReportRow[] {
  const stored = (item: string, detail: string) =>
    rowOf('Stored in Greenroom', { environment: environmentNames[environment.kind], item, detail });
  return [
    stored('Client secret', secretWords(environment, fingerprints)),
    stored('Client ID', 'stored as it is'),
    stored(
      'Accounts',
      'how many, and of those that are not active the id, owner, status and reason; left out here',
    ),
  ];
}
