import { createServer } from 'node:http';

// A Slack that takes one message a second in each channel, by its own clock, and answers everything sooner with 429. It
// notes when it took the first and the last message, how many, and how often it refused.
const { PORT } = process.env;
const identity = { ok: true, team_id: 'T0BENCH', team: 'Bench', user_id: 'U0BOT', bot_id: 'B0BOT', url: '/' };

const lastIn = new Map();
const count = { taken: 0, refused: 0, wrongOrder: 0, firstAt: 0, lastAt: 0 };
const lastNumber = new Map();

function post(body, response) {
  const form = new URLSearchParams(body);
  const channel = form.get('channel');
  const now = performance.timeOrigin + performance.now();
  if (now - (lastIn.get(channel) ?? 0) < 1_000) {
    count.refused += 1;
    response.writeHead(429, { 'retry-after': '1' }).end('{"ok":false,"error":"ratelimited"}');
    return;
  }
  lastIn.set(channel, now);
  count.taken += 1;
  count.firstAt ||= now;
  count.lastAt = now;
  // Each text ends with the number of the message in its channel.
  const number = Number(/message (\d+)/.exec(form.get('text') ?? '')?.[1]);
  if (number !== (lastNumber.get(channel) ?? 0) + 1) count.wrongOrder += 1;
  lastNumber.set(channel, number);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, channel, ts: (now / 1_000).toFixed(6), message: {} }));
}

createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    if (request.url === '/api/chat.postMessage') return post(body, response);
    const text = request.url === '/count' ? JSON.stringify(count) : JSON.stringify(identity);
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
}).listen(Number(PORT));
