import { createServer } from 'node:http';

// A Slack that accepts everything, so that it is never the slow part. It notes when each answer to a person arrived (a
// view that was opened, a post to a response_url) and for which request, and remembers the last one. Also a host to ask: /json.
const { PORT } = process.env;
const identity = { ok: true, team_id: 'T0BENCH', team: 'Bench', user_id: 'U0BOT', bot_id: 'B0BOT', url: '/' };
const asked = JSON.stringify({ page: 1, page_size: 25, total: 1, data: [{ id: 'p1', name: 'Zoom' }] });

let arrivals = [];
let last = '';

function answered(number, body) {
  arrivals.push([number, performance.timeOrigin + performance.now()]);
  last = body;
}

const routes = {
  '/json': () => asked,
  '/count': () => JSON.stringify({ answers: arrivals.length }),
  '/arrivals': () => JSON.stringify(arrivals),
  '/last': lastAnswer,
  '/reset': () => {
    arrivals = [];
    return '{}';
  },
  '/api/auth.test': () => JSON.stringify(identity),
  '/api/views.open': (body) => {
    answered(Number(/trigger_id=1\.\d+\.(\d+)/.exec(body)?.[1]), body);
    return '{"ok":true,"view":{"id":"V0BENCH","hash":"1"}}';
  },
};

function lastAnswer() {
  if (last.startsWith('{')) return JSON.stringify({ message: JSON.parse(last) });
  return JSON.stringify({ view: JSON.parse(new URLSearchParams(last).get('view') ?? '{}') });
}

function route(url, body) {
  const number = /^\/response\/(\d+)$/.exec(url)?.[1];
  if (number === undefined) return routes[url]?.(body);
  answered(Number(number), body);
  return 'ok';
}

createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const text = route(request.url, body) ?? '{"ok":true}';
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
}).listen(Number(PORT));
