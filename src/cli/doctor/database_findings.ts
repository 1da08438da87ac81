import pg from 'pg';
import { faultLineOf } from '../../store/postgres/start/check_database.ts';
import {
  type DatabaseFacts,
  inspectDatabase,
  type UnusableDatabase,
} from '../../store/postgres/start/database_facts.ts';
import { faultTexts, outageTexts } from '../../store/postgres/start/problem_texts.ts';
import { asOk, asProblem, asWarning, type Finding, inParts } from './finding.ts';

const DATABASE = 'database';
const CLOCK = 'clock';

/** Of one replica, as docs/operations.md counts them. */
const CONNECTIONS = 28;
/** What a start finds worth a line, too. */
const MOST_SKEW_MS = 2_000;

/** What the database of `DATABASE_URL`, or the running embedded one, is like. */
export async function databaseFindings(connection: pg.ClientConfig): Promise<readonly Finding[]> {
  const inspected = await inspectDatabase(connection);
  if (!inspected.ok) return [unusable(inspected.error)];
  const facts = inspected.value;
  const major = Math.floor(facts.serverVersion / 10_000);
  return [
    asOk(DATABASE, `Postgres ${major} answers, database ${facts.database}, user ${facts.user}`),
    fitnessFinding(facts),
    connectionsFinding(facts),
    tlsFinding(facts, isInThisMachine(connection)),
    clockFinding(facts.clockAheadMs),
  ];
}

function unusable({ problem: found, code, said }: UnusableDatabase): Finding {
  if (found.is === 'unknown') {
    const fix = 'see what the server logs, and correct DATABASE_URL or the server';
    return asProblem(DATABASE, `cannot be used (${code || said.replaceAll(/\s+/g, ' ').slice(0, 200)})`, fix);
  }
  const { what, fix } = found.is === 'fault' ? faultTexts[found.kind] : outageTexts[found.kind];
  return asProblem(DATABASE, code === '' ? what : `${what} (${code})`, fix);
}

/** Version, pooler and rights, as a start checks them. */
function fitnessFinding(facts: DatabaseFacts): Finding {
  const line = faultLineOf(facts);
  if (line !== null) {
    const { what, fix } = inParts(line, '');
    return asProblem('database rights and pooler', what, fix);
  }
  if (facts.readOnly) {
    const { what, fix } = outageTexts.read_only;
    return asProblem('database rights and pooler', what, fix);
  }
  return asOk('database rights and pooler', 'it may create its tables, and has sessions of its own');
}

function connectionsFinding({ maxConnections }: DatabaseFacts): Finding {
  const what = `the server allows ${maxConnections} connections, a replica uses up to ${CONNECTIONS}`;
  return maxConnections >= CONNECTIONS
    ? asOk('database connections', what)
    : asWarning('database connections', what, 'raise max_connections, or take a larger plan');
}

/** As node-postgres reads the address: `new URL` refuses some that it takes, such as `postgres://user:password@/name?host=/run`. */
function isInThisMachine(connection: pg.ClientConfig): boolean {
  const { host } = new pg.Client(connection);
  return host.startsWith('/') || /^(localhost|127\.[\d.]+|::1)$/.test(host);
}

function tlsFinding({ encrypted }: DatabaseFacts, inThisMachine: boolean): Finding {
  if (encrypted) return asOk('database TLS', 'encrypted');
  if (inThisMachine) return asOk('database TLS', 'not encrypted, within this machine');
  const fix =
    'add sslmode=verify-full (and sslrootcert=<file of the CA>) to DATABASE_URL, unless the network between is yours alone';
  return asWarning('database TLS', 'not encrypted', fix);
}

function clockFinding(aheadMs: number): Finding {
  const seconds = Math.abs(aheadMs) / 1_000;
  if (Math.abs(aheadMs) <= MOST_SKEW_MS) return asOk(CLOCK, 'agrees with the database');
  const differs = `${seconds.toFixed(1)} s ${aheadMs > 0 ? 'behind' : 'ahead of'} the database, whose time counts`;
  return asWarning(CLOCK, `this machine is ${differs}`, 'synchronise both clocks (NTP)');
}
