import type { DatabaseFaultKind, DatabaseOutageKind } from './database_problem.ts';

/** `what` is for everybody's eyes, in `/readyz` too: it names no host and no user. `fix` is for who runs Greenroom. */
interface Texts {
  readonly what: string;
  readonly fix: string;
}

const NETWORKS =
  "check the user in DATABASE_URL, and who may connect from here (pg_hba.conf, or your provider's list of networks)";
const CLIENT_FILES =
  'add sslcert=<file> and sslkey=<file> to DATABASE_URL, of a certificate that the server takes';
const SOCKET = 'correct the folder of the socket in DATABASE_URL (?host=), 107 bytes with the socket at most';

export const faultTexts: Readonly<Record<DatabaseFaultKind, Texts>> = {
  wrong_password: {
    what: 'the database refuses the password',
    fix: 'check user and password in DATABASE_URL; characters such as @ / # % in it must be percent-encoded',
  },
  password_missing: { what: 'the database wants a password', fix: 'put it into DATABASE_URL' },
  login_unsupported: {
    what: 'the database asks for a way to log in that Greenroom does not know',
    fix: 'use scram-sha-256 with a password',
  },
  user_unknown: {
    what: 'the database does not let this user in, because there is none of this name',
    fix: 'create it (CREATE ROLE … LOGIN PASSWORD …), or correct the user in DATABASE_URL',
  },
  user_may_not_login: {
    what: 'the database does not let this user in, because it is a role without login',
    fix: 'ALTER ROLE … LOGIN, or use another user in DATABASE_URL',
  },
  login_denied: {
    what: 'the database does not let this user in',
    fix: 'the server identifies users from here in another way than by a password (pg_hba.conf): use the user that it expects, or let it ask for scram-sha-256',
  },
  encryption_required: {
    what: 'the database does not let this user in without encryption',
    fix: `add ?sslmode=verify-full to DATABASE_URL, and &sslrootcert=<file of the CA> where a private CA made its certificate. If it still refuses, ${NETWORKS}`,
  },
  client_certificate_required: { what: 'the database asks for a client certificate', fix: CLIENT_FILES },
  not_let_in: { what: 'the database does not let this user in', fix: NETWORKS },
  pooler_refuses: {
    what: 'the database, or the pooler in front of it, does not take the connection',
    fix: 'remove from DATABASE_URL (or allow in the pooler) what it names here',
  },
  pooler_user_unknown: {
    what: 'the pooler in front of the database does not know this user',
    fix: "copy user and host again from the provider's page; Supabase's pooler wants postgres.<project>",
  },
  database_unknown: {
    what: 'there is no such database',
    fix: 'create it (createdb), or correct the name at the end of DATABASE_URL',
  },
  may_not_connect: {
    what: 'the user of DATABASE_URL may not connect to this database',
    fix: 'run there, as its owner: GRANT CONNECT ON DATABASE … TO …',
  },
  right_missing: {
    what: 'the user of DATABASE_URL lacks a right',
    fix: 'make it the owner of the database, or grant it CREATE on the database and on schema public',
  },
  not_owner: {
    what: 'another user owns a table that Greenroom has to change',
    fix: 'connect as that user, or make the user of DATABASE_URL the owner (REASSIGN OWNED BY … TO …)',
  },
  tls_not_offered: {
    what: 'the database does not speak TLS',
    fix: 'remove sslmode and ssl from DATABASE_URL, or switch TLS on in the server',
  },
  tls_failed: {
    what: 'TLS with the database fails',
    fix: 'check host, port and sslmode in DATABASE_URL',
  },
  certificate_untrusted: {
    what: "the database's certificate is not trusted here",
    fix: 'add &sslrootcert=<file of the CA> to DATABASE_URL, or sslmode=no-verify if the network between is yours. Greenroom verifies with sslmode=require and prefer, too, which libpq does not',
  },
  certificate_other_host: {
    what: "the database's certificate is for another host name",
    fix: 'use the name it was made for in DATABASE_URL; where it is made for none, as in Cloud SQL: sslmode=verify-ca with sslrootcert=<file of the CA>',
  },
  certificate_expired: {
    what: "the database's certificate has expired",
    fix: "renew it, and look at this machine's clock",
  },
  certificate_not_yet_valid: {
    what: "the database's certificate is not valid yet",
    fix: "look at this machine's clock",
  },
  socket_forbidden: {
    what: 'this user may not open the socket that DATABASE_URL names',
    fix: 'run Greenroom as a user who may, or connect over TCP',
  },
  socket_unusable: { what: 'the socket of DATABASE_URL cannot be used', fix: SOCKET },
  address_unusable: {
    what: 'the address in DATABASE_URL cannot be used from this machine',
    fix: 'postgres://user:password@host:5432/name with a port from 1 to 65535; an IPv6 address that begins with fe80 needs its network interface, as in postgres://user:password@/name?host=fe80::1%25eth0',
  },
};

const WAIT = 'nothing, if it passes; Greenroom goes on by itself';
const ADDRESS = 'check host and port in DATABASE_URL, and that the server runs';

export const outageTexts: Readonly<Record<DatabaseOutageKind, Texts>> = {
  nothing_listens: { what: 'nothing listens at the address of DATABASE_URL', fix: ADDRESS },
  socket_missing: { what: 'the socket of DATABASE_URL is not there', fix: ADDRESS },
  host_unknown: { what: 'the host name of DATABASE_URL is not known (yet)', fix: ADDRESS },
  dns_silent: { what: 'name resolution does not answer', fix: 'check the name server of this machine' },
  no_answer: {
    what: 'no answer in time',
    fix: "check host and port in DATABASE_URL, firewalls between, and your provider's list of networks",
  },
  no_route: {
    what: 'no way to the host of DATABASE_URL',
    fix: 'check the network of this machine; a host with IPv6 alone cannot be reached from a network with IPv4 alone',
  },
  starting: { what: 'the server is starting up or recovering', fix: WAIT },
  stopping: { what: 'the server is shutting down', fix: WAIT },
  too_many_connections: {
    what: 'the server has no connection left',
    fix: 'each replica needs up to 28: raise max_connections (or the limit of the role or database), or close others',
  },
  disk_full: { what: "the server's disk is full", fix: 'free or add some' },
  read_only: {
    what: 'the server is read-only',
    fix: 'point DATABASE_URL at the primary (the writer), not at a replica; after a failover it passes',
  },
  table_in_use: { what: 'a table is in use', fix: WAIT },
  pooler_without_server: {
    what: 'the pooler has no server',
    fix: 'see whether Postgres runs behind the pooler',
  },
  connection_lost: { what: 'see the log', fix: WAIT },
};
