import { createHmac } from 'node:crypto';
import { Agent, request } from 'undici';

// Sends one signed command so many times, so many at a time, over kept connections, as many different people.
const { url, stub, secret, text, requests, atOnce } = JSON.parse(process.argv[2]);
const dispatcher = new Agent({ connections: atOnce, pipelining: 1 });
const people = 500;

function signed(number) {
  const body = new URLSearchParams({
    token: 'bench',
    team_id: 'T0BENCH',
    team_domain: 'bench',
    channel_id: 'C0BENCH',
    channel_name: 'bench',
    user_id: `U${String(number % people).padStart(8, '0')}`,
    user_name: 'bench',
    command: '/zoom-app',
    text,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: `${stub}/response`,
    trigger_id: `1.2.${number}`,
  }).toString();
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': time,
    'x-slack-signature': `v0=${signature}`,
  };
  return { body, headers };
}

/** Signed beforehand, so that the clock sees the server and not the load. */
const signedRequests = Array.from({ length: requests }, (_, number) => signed(number));

/** A cold load generator would be slower than the server. */
async function warmUp() {
  const reply = await request(`${stub}/warm`, { method: 'POST', ...signedRequests[0], dispatcher });
  await reply.body.dump();
}
for (let round = 0; round < 40; round += 1) await Promise.all(Array.from({ length: atOnce }, warmUp));

const latencies = [];
let next = 0;
let refused = 0;

async function person() {
  for (let number = next++; number < requests; number = next++) {
    const began = performance.now();
    const reply = await request(url, { method: 'POST', ...signedRequests[number], dispatcher });
    await reply.body.dump();
    latencies.push(performance.now() - began);
    if (reply.statusCode !== 200) refused += 1;
  }
}

const startedAt = Date.now();
const began = performance.now();
await Promise.all(Array.from({ length: atOnce }, person));
const seconds = (performance.now() - began) / 1_000;
await dispatcher.close();

latencies.sort((one, other) => one - other);
const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
console.log(JSON.stringify({ startedAt, seconds, refused, p50: percentile(0.5), p99: percentile(0.99) }));
