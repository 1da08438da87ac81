import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';

// Sends signed forms, `atOnce` at a time, over kept connections, as many different people: the next one goes out when one is
// acknowledged, as with Slack. Then, if asked to, waits until each of them was answered: in the acknowledgement itself, or by a
// call to the stub.
const { url, stub, secret, forms, requests, atOnce, answers } = JSON.parse(await text(process.stdin));
const dispatcher = new Agent({ connections: atOnce, pipelining: 1 });
const people = 500;
/** No two loads send the same request: a signed one is carried out once. */
const load = Date.now();

const bodies = forms.map((form) => new URLSearchParams(form).toString());

/** Every request has a person, a trigger and a response_url of its own. */
function signed(number) {
  const own = {
    U00000000: `U${String(number % people).padStart(8, '0')}`,
    TRIGGER: `1.${load}.${number}`,
    RESPONSE: encodeURIComponent(`${stub}/response/${number}`),
  };
  const body = bodies[number % bodies.length].replace(/U00000000|TRIGGER|RESPONSE/g, (word) => own[word]);
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
await request(`${stub}/reset`).then(({ body }) => body.dump());

const now = () => performance.timeOrigin + performance.now();
const sentAt = new Float64Array(requests);
const seenAt = new Float64Array(requests);
let next = 0;
let refused = 0;
let inAcknowledgement = 0;
/** Of each form, the last acknowledgement with something in it. */
const acknowledgements = forms.map(() => '');

async function person() {
  for (let number = next++; number < requests; number = next++) {
    sentAt[number] = now();
    const reply = await request(url, { method: 'POST', ...signedRequests[number], dispatcher });
    const body = await reply.body.text();
    if (reply.statusCode !== 200) refused += 1;
    // Empty, or `{}`: an acknowledgement and no more, which nobody sees.
    if (body.length > 2 || !answers) seenAt[number] = now();
    if (body.length > 2) {
      inAcknowledgement += 1;
      acknowledgements[number % forms.length] = body;
    }
  }
}

/** The calls that came to the stub: when, and for which request. After 8 s without another one, the rest is lost. */
async function waitForAnswers() {
  let count = 0;
  for (let idle = 0; idle < 320 && count + inAcknowledgement < requests; idle += 1) {
    await wait(25);
    const before = count;
    count = (await (await request(`${stub}/count`)).body.json()).answers;
    if (count > before) idle = 0;
  }
  const arrivals = await (await request(`${stub}/arrivals`)).body.json();
  for (const [number, at] of arrivals) seenAt[number] = at;
}

const startedAt = now();
await Promise.all(Array.from({ length: atOnce }, person));
await dispatcher.close();
if (answers) await waitForAnswers();

const seen = Array.from(seenAt.keys()).filter((number) => seenAt[number] > 0);
const took = seen.map((number) => seenAt[number] - sentAt[number]).sort((one, other) => one - other);
const percentile = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
const seconds = (seenAt.reduce((one, other) => Math.max(one, other)) - startedAt) / 1_000;

console.log(
  JSON.stringify({
    refused,
    inAcknowledgement,
    seen: {
      perSecond: took.length / seconds,
      p50: percentile(0.5),
      p99: percentile(0.99),
      lost: requests - took.length,
    },
    acknowledgements,
  }),
);
