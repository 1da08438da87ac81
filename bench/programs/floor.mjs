import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

// The floor: node:http and one HMAC. It accepts what Slack signed and answers 200; nothing else.
const { PORT, SLACK_SIGNING_SECRET } = process.env;

function isSigned({ headers }, body) {
  const text = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  const expected = Buffer.from(`v0=${createHmac('sha256', SLACK_SIGNING_SECRET).update(text).digest('hex')}`);
  const given = Buffer.from(String(headers['x-slack-signature']));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => response.writeHead(isSigned(request, body) ? 200 : 401).end());
}).listen(Number(PORT));
