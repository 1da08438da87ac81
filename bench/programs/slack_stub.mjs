import { createServer } from 'node:http';

// A Slack that believes everything, so that it is never the slow part. It counts answers to people (a view that was
// opened, a post to a response_url), and remembers the last one. Also a host to ask: /json.
const { PORT } = process.env;
const identity = { ok: true, team_id: 'T0BENCH', team: 'Bench', user_id: 'U0BOT', bot_id: 'B0BOT', url: '/' };
const asked = JSON.stringify({ page: 1, page_size: 25, total: 1, data: [{ id: 'p1', name: 'Zoom' }] });

let answers = 0;
let lastAt = 0;
let last = '';

function answered(body) {
  answers += 1;
  lastAt = Date.now();
  last = body;
}

const routes = {
  '/json': () => asked,
  '/count': () => JSON.stringify({ answers, lastAt }),
  '/last': () => last,
  '/reset': () => {
    answers = 0;
    return '{}';
  },
  '/api/auth.test': () => JSON.stringify(identity),
  '/api/views.open': (body) => {
    answered(JSON.stringify({ view: JSON.parse(new URLSearchParams(body).get('view') ?? '{}') }));
    return '{"ok":true,"view":{"id":"V0BENCH","hash":"1"}}';
  },
  '/response': (body) => {
    answered(JSON.stringify({ message: JSON.parse(body) }));
    return 'ok';
  },
};

createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const text = routes[request.url]?.(body) ?? '{"ok":true}';
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
}).listen(Number(PORT));
