import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Simulators, startSimulators } from '../../../sandbox/simulators/start_simulators.ts';
import { greenroomWith } from '../../harness/greenroom.ts';
import { useTestDatabase } from '../../harness/postgres.ts';
import { read } from '../../project/source_files.ts';

let simulators: Simulators;
const db = useTestDatabase();
beforeAll(async () => {
  simulators = await startSimulators();
});
afterAll(() => simulators.stop());

/** Every variable there is. */
const names = [...read('docs/configuration.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(
  ([, name = '']) => name,
);

const key = randomBytes(32);
// Joined here, so that no scanner of this file takes one for real.
const secrets: readonly string[] = [
  ['xoxb', '123456789012', '1234567890123', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-'),
  ['xapp', '1', 'A0123456789', '1234567890123', 'abcdef0123456789'.repeat(4)].join('-'),
  ['v1', 'eu1', 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'].join('.'),
  key.toString('hex'),
  key.toString('base64'),
  `k1:${key.toString('base64')}`,
  'https://user:pa55-word-of-mine@127.0.0.1:9',
  'postgres://user:pa55-word-of-mine@127.0.0.1:9/name',
  'pa55-word-of-mine with spaces',
];
const visible = [...secrets.map((secret) => secret.replace(/^k1:/, '')), 'pa55-word-of-mine'];

it('finds the variables', () => {
  expect(names.length).toBeGreaterThan(15);
});

it.each(names)('doctor never prints a secret, whatever its shape, in %s', async (name) => {
  for (const secret of secrets) {
    const env = {
      ...simulators.env,
      SLACK_APP_TOKEN: simulators.slack.appToken,
      DATABASE_URL: db.database.connectionString,
      [name]: secret,
    };
    const { out, err } = await greenroomWith(env, 'doctor', '--json');
    const shown = (out + err).toLowerCase();
    expect(visible.filter((text) => shown.includes(text.toLowerCase()))).toEqual([]);
  }
});
