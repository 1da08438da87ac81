import { systemClock } from '../../clock.ts';
import { isUserId } from '../../core/slack_ids.ts';
import { newId } from '../../ids.ts';
import { deleteQueueNames } from '../../jobs/graphile_workarounds/delete_queue_names.ts';
import { createLifecycle } from '../../lifecycle.ts';
import { createLog } from '../../log.ts';
import { createDatabase, type Database } from '../../store/postgres/client/database.ts';
import { isDatabaseDown } from '../../store/postgres/client/outage.ts';
import { openPostgres } from '../../store/postgres/start/open_postgres.ts';
import { readWorkspace, workspaceIds } from '../../store/workspaces/workspaces.ts';
import {
  countForgettable,
  type ForgetCounts,
  type ForgetInput,
  type ForgetReport,
  forget,
} from '../../usecases/retention/forget.ts';
import { findStorage } from '../backup/storage.ts';
import { defineCommand, exitCodes, MistypedError, type Terminal } from '../command.ts';
import { CommandError } from '../command_error.ts';
import { databaseError } from '../database_error.ts';

/** A statement may read a whole table of a large workspace. */
const STATEMENT_MS = 120_000;
const CONNECT_MS = 60_000;

interface Wanted {
  readonly person: string | null;
  readonly workspace: string | null;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** Forgets a person, in one workspace or all, or a whole workspace. Nothing undoes it. */
export const forgetCommand = defineCommand({
  usage: 'forget [--person U…] [--workspace T…] [--dry-run | --yes]',
  details: [
    '--person removes a Slack user from everything that is stored, history included; in every workspace, or in the one given.',
    '--workspace alone removes everything of a workspace, secrets first. Stop its Greenroom before, or it begins anew.',
    '--dry-run counts what would be forgotten. Without --yes nothing is done either: nothing undoes it, and backups keep it.',
  ],
  options: {
    person: { type: 'string' },
    workspace: { type: 'string' },
    yes: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  words: { least: 0, most: 0 },
  run({ values }, terminal) {
    const { person = null, workspace = null, yes } = values;
    const wanted = { person, workspace, yes, dryRun: values['dry-run'] };
    check(wanted);
    return withDatabase(terminal, (db) => forgetWanted(db, wanted, terminal));
  },
});

function check({ person, workspace, yes, dryRun }: Wanted): void {
  if (person === null && workspace === null)
    throw new MistypedError('Name a person, a workspace, or both: --person U… --workspace T….');
  if (person !== null && !isUserId(person))
    throw new MistypedError('--person takes the id of a Slack user, such as U012ABCDEF.');
  if (workspace !== null && !/^[TE][A-Z0-9]{1,30}$/.test(workspace))
    throw new MistypedError('--workspace takes the id of a Slack workspace or organisation: T… or E….');
  if (yes && dryRun) throw new MistypedError('--dry-run and --yes exclude each other.');
}

async function withDatabase(terminal: Terminal, work: (db: Database) => Promise<number>): Promise<number> {
  const log = createLog({ level: 'silent' });
  const lifecycle = createLifecycle(log);
  const waiting = { log, aborted: AbortSignal.timeout(CONNECT_MS), onWait: () => {} };
  try {
    const postgres = await openPostgres(findStorage(terminal.env).database, waiting, lifecycle).catch(
      (error: unknown) => {
        throw isDatabaseDown(error) ? databaseError(error) : error;
      },
    );
    if (!postgres.ok) throw new CommandError(postgres.error);
    const limits = { statementTimeoutMs: STATEMENT_MS, poolSize: 2 };
    const db = createDatabase({ connection: postgres.value, log, ...limits });
    lifecycle.onClose(() => db.stop());
    return await work(db);
  } finally {
    await lifecycle.close();
  }
}

async function forgetWanted(db: Database, wanted: Wanted, { out }: Terminal): Promise<number> {
  const ctx = { db, clock: systemClock, newId };
  const workspaces = await workspacesOf(db, wanted.workspace);
  let left = 0;
  for (const workspaceId of workspaces) {
    if (!wanted.yes) {
      out(`${workspaceId}: ${countsIn(await countForgettable(ctx, inputFor(wanted, workspaceId)))}\n`);
      continue;
    }
    await refuseOwnUser(db, wanted, workspaceId);
    const report = await forget(ctx, inputFor(wanted, workspaceId));
    left += report.left;
    out(`${workspaceId}: ${countsIn(report.counts)}\n${notes(wanted, report)}`);
  }
  if (!wanted.yes) {
    out('Nothing was changed. To forget all of it, which nothing undoes, repeat the command with --yes.\n');
    return exitCodes.done;
  }
  await deleteQueueNames(db);
  return left === 0 ? exitCodes.done : exitCodes.failed;
}

async function workspacesOf(db: Database, workspace: string | null): Promise<readonly string[]> {
  const all = await workspaceIds(db);
  if (all.length === 0) throw new CommandError('There is no workspace in the database: nothing to forget.');
  if (workspace === null) return all;
  if (!all.includes(workspace)) throw new CommandError(`There is no workspace ${workspace} in the database.`);
  return [workspace];
}

async function refuseOwnUser(db: Database, { person }: Wanted, workspaceId: string): Promise<void> {
  if (person !== null && (await readWorkspace(db, workspaceId))?.botUserId === person)
    throw new CommandError(`${person} is Greenroom's own user in ${workspaceId}.`);
}

function inputFor({ person }: Wanted, workspaceId: string): ForgetInput {
  return person === null ? { workspaceId, what: 'workspace' } : { workspaceId, what: 'person', person };
}

function countsIn(counts: ForgetCounts): string {
  const parts = Object.entries(counts).map(([table, rows]) => `${table} ${rows}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

function notes({ person }: Wanted, { left, appsWithoutOwner }: ForgetReport): string {
  const lines = [
    ...(left > 0 ? [`${left} rows were in use or came back meanwhile: run the command again.`] : []),
    ...(person !== null && appsWithoutOwner > 0
      ? [
          `Zoom apps without an owner: ${appsWithoutOwner}. They are kept; whoever edits one first chooses its owners.`,
        ]
      : []),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}
