// Zoom and StackOne as they answer when all is well: the token endpoint minds the made-up code, the listing of profiles has
// PROFILES rows. Every answer takes LATENCY milliseconds.
import { createServer } from 'node:http';

const latency = Number(process.env.LATENCY ?? 0);
const profiles = Number(process.env.PROFILES ?? 0);
const perPage = 25;
const json = { 'content-type': 'application/json' };
const codeRefused = JSON.stringify({ reason: 'Invalid authorization code', error: 'invalid_grant' });

const rows = Array.from({ length: profiles }, (_, index) => ({
  id: `profile-${index + 1}`,
  connector_key: 'zoom',
  connector_version: '1.0.0',
  name: `Stray ${index + 1}`,
  active: true,
  environment: 'production',
  authentication_config_key: 'oauth2',
  authentication_config_label: 'OAuth 2.0',
  release_stage: 'stable',
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
}));
const pages = Array.from({ length: Math.max(1, Math.ceil(profiles / perPage)) }, (_, page) =>
  JSON.stringify({
    page: page + 1,
    page_size: perPage,
    total: profiles,
    data: rows.slice(page * perPage, (page + 1) * perPage),
  }),
);

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
  request.resume().on('end', () => {
    const answer = () => {
      if (pathname === '/oauth/token') response.writeHead(400, json).end(codeRefused);
      else response.writeHead(200, json).end(pages[Number(searchParams.get('page') ?? 1) - 1] ?? pages[0]);
    };
    if (latency > 0) setTimeout(answer, latency);
    else answer();
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
