import { request } from 'undici';
import { createHttpClient } from '../../src/http_client/http_client.ts';

// The same small JSON, asked for again and again: by undici alone, and by Greenroom's client (rate limiter, circuit breaker, time
// limit, size limit, outcome as a value). Prints requests per second.
const url = process.argv[2] ?? '';
const requests = 10_000;
const atOnce = 16;

async function perSecond(ask: () => Promise<unknown>): Promise<number> {
  let left = requests;
  const began = performance.now();
  const asker = async () => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: atOnce }, asker));
  return requests / ((performance.now() - began) / 1_000);
}

const client = createHttpClient({
  host: 'stackone',
  baseUrl: url,
  userAgent: 'Greenroom/bench',
  clock: { now: () => new Date() },
  concurrency: atOnce,
});
const plain = async () => (await request(`${url}/json`)).body.json();
const ours = () => client.get('/json');

const rounds: { plain: number; ours: number }[] = [];
for (let round = 0; round < 4; round += 1) {
  rounds.push({ plain: await perSecond(plain), ours: await perSecond(ours) });
}
await client.close();
// The first round warms up.
console.log(JSON.stringify(rounds.slice(1)));
