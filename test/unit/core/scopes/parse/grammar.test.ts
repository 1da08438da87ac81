import { describe, expect, it } from 'vitest';
import { parsePaste } from '../../../../../src/core/scopes/parse/parse_paste.ts';

const A = 'meeting:read:meeting:admin';
const B = 'user:read:list_users:admin';

function scopesIn(text: string): readonly string[] {
  return parsePaste(text).found.map((scope) => scope.normalised);
}

describe('lists', () => {
  it.each([
    ['lines', `${A}\n${B}`],
    ['Windows lines', `${A}\r\n${B}\r\n`],
    ['commas', `${A},${B}`],
    ['commas and blanks', `${A}, ${B},`],
    ['semicolons', `${A}; ${B};`],
    ['blanks', `  ${A}   ${B} `],
    ['tabs', `${A}\t${B}`],
    ['non-breaking blanks', `${A}\u00a0${B}`],
    ['other languages’ commas', `${A}、${B}，`],
    ['quotes', `"${A}" '${B}'`],
    ['curly quotes', `“${A}” ‘${B}’`],
    ['backticks', `\`${A}\` and \`${B}\``],
    ['bullets', `• ${A}\n• ${B}`],
    ['stars', `* ${A}\n* ${B}`],
    ['hyphens', `- ${A}\n- ${B}`],
    ['numbers', `1. ${A}\n2) ${B}`],
    ['numbers without a blank', `1.${A}\n2.${B}`],
    ['check boxes', `- [ ] ${A}\n- [x] ${B}`],
    ['bold and italic Markdown', `**${A}** _${B}_`],
    ['a Markdown table', `| Scope | What |\n|---|---|\n| ${A} | View |\n| \`${B}\` | List |`],
    ['HTML', `<ul class="a"><li><code>${A}</code></li><li>${B}&nbsp;</li></ul>`],
    ['Slack links', `<${A}> <${B}|label>`],
    ['YAML', `scopes:\n  - scope: ${A}\n    optional: false\n  - scope: ${B}`],
    ['a label glued to it', `scope:${A} scopes:${B}`],
    ['prose', `You need ${A}: view a meeting, and ${B}.`],
    ['full stops', `${A}. ${B}.`],
    ['slashes', `${A}/${B}`],
    ['zero-width characters', `\u200bmeet\u200bing:read:meeting:admin\u200b ${B}\u200e`],
    ['a byte order mark', `\ufeff${A} user:re\ufeffad:list_users:admin`],
    ['bidi overrides', `\u202a${A}\u202c \u2066${B}\u2069`],
    ['soft hyphens', `meeting:read:meet\u00ading:admin ${B}`],
    ['capitals', `Meeting:Read:Meeting:Admin ${B.toUpperCase()}`],
    ['a JSON array', JSON.stringify([A, B])],
    ['pretty JSON', JSON.stringify({ app_scopes: [A, B] }, null, 2)],
    ['a token reply', JSON.stringify({ token_type: 'bearer', scope: `${A} ${B}` })],
    ['JSON inside JSON', JSON.stringify(JSON.stringify([A, B]))],
    ['broken JSON', `["${A}", "${B}`],
    ['line breaks as text', `${A}\\n${B}`],
    ['an entity for the colon', `${A.replace(':', '&colon;')} ${B.replace(':', '&#58;')}`],
  ])('reads %s', (_, text) => {
    expect(scopesIn(text)).toEqual([A, B]);
  });

  it('says where a scope stands, and how it was written', () => {
    const text = `1. "Meeting:Read:Meeting"\n<b>${B}</b>`;
    const { found } = parsePaste(text);
    expect(found[0]).toEqual({
      text: 'Meeting:Read:Meeting',
      normalised: 'meeting:read:meeting',
      position: 4,
    });
    for (const scope of found) expect(text.slice(scope.position).startsWith(scope.text)).toBe(true);
  });

  it('keeps the one scope that Zoom prints with a blank in one piece', () => {
    const odd = 'contact_center:write:queue disposition:admin';
    expect(scopesIn(`${A} ${odd} ${B}`)).toEqual([A, odd, B]);
  });

  it('finds classic scopes of one word', () => {
    expect(scopesIn('scim2, user_profile')).toEqual(['scim2', 'user_profile']);
  });
});

describe('other shapes', () => {
  const inner = {
    display_information: { display_name: 'x' },
    oauth_information: {
      usage: 'ADMIN_MANAGEMENT',
      development_redirect_uri: 'https://api.stackone.com/connect/oauth2/zoom/callback',
      scopes: [{ scope: A, optional: false }, { scope: B }, { title: 'none' }],
    },
  };

  it.each([
    ['the inner object', JSON.stringify(inner)],
    ['the wrapped object', JSON.stringify({ manifest: inner }, null, 2)],
    ['a code fence', `Here:\n\`\`\`json\n${JSON.stringify(inner)}\n\`\`\``],
  ])('reads a Zoom manifest as %s, and who it is for', (_, text) => {
    const paste = parsePaste(text);
    expect(paste).toMatchObject({ source: 'manifest', managementType: 'admin', ignored: 1 });
    expect(paste.found.map((scope) => scope.normalised)).toEqual([A, B]);
    for (const scope of paste.found) expect(text.slice(scope.position).startsWith(scope.text)).toBe(true);
  });

  it('reads the scopes of a manifest that lost its end', () => {
    expect(scopesIn(JSON.stringify(inner).slice(0, -30))).toEqual(expect.arrayContaining([A]));
  });

  it.each(['%20', '+', '%2C', ','])('reads an authorize URL with %s between its scopes', (gap) => {
    const scopes = [A, B].map((scope) => scope.replaceAll(':', '%3A')).join(gap);
    const redirect = encodeURIComponent('https://api.stackone.com/connect/oauth2/zoom/callback');
    const paste = parsePaste(
      `https://zoom.us/oauth/authorize?response_type=code&client_id=abc&redirect_uri=${redirect}&scope=${scopes}&state=x`,
    );
    expect(paste.source).toBe('authorize_url');
    expect(paste.found.map((scope) => scope.normalised)).toEqual([A, B]);
  });

  it('reads what Zoom says is missing', () => {
    const text = JSON.stringify({
      code: 4711,
      message: `Invalid access token, does not contain scopes:[${A}, ${B}].`,
    });
    expect(parsePaste(text)).toMatchObject({ source: 'zoom_error' });
    expect(scopesIn(text)).toEqual([A, B]);
  });

  it('reads what Zoom says is not valid', () => {
    const text = `${A} is not a valid scope name when usage is USER_OPERATION at /oauth_information/scopes[0]`;
    expect(scopesIn(text)).toEqual([A]);
  });
});

describe('what is no scope', () => {
  it('counts prose and shows none of it', () => {
    expect(parsePaste('Please add these, thanks')).toEqual({
      found: [],
      ignored: 4,
      source: 'list',
      cut: false,
    });
  });

  it.each([
    'at 10:30',
    'https://zoom.us:443/x',
    'http://localhost:3000',
    'localhost:3000',
    'mailto:a@b.c',
    ':tada:',
    'meeting.started',
    'Note: this',
    '2026-07-01T10:30:00Z',
    'GET /meetings/{meetingId}',
    'Xq3kPz9LmT2vRw8sYb4nHc:aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW',
  ])('leaves out %s', (text) => {
    expect(scopesIn(text)).toEqual([]);
  });

  it.each([
    ['meeting:read: list_meetings', ['meeting:read: list_meetings']],
    ['meeting : read : meeting : admin', ['meeting : read : meeting : admin']],
    ['cloud_recording:read:*', ['cloud_recording:read:*']],
    ['meeting:read/write:meeting', ['meeting:read/write:meeting']],
    ['meeting:schedules_read', ['meeting:schedules_read']],
    ['réunion:lire:réunion', ['réunion:lire:réunion']],
    ['meeting：read：meeting', ['meeting：read：meeting']],
  ])('keeps %s, so that it can be named', (text, expected) => {
    expect(scopesIn(text)).toEqual(expected);
  });

  it('takes a label and a scope for two things', () => {
    expect(scopesIn(`Scopes: ${A}`)).toEqual([A]);
    expect(scopesIn(`meeting:read: ${A}`)).toEqual(['meeting:read', A]);
  });

  it('reads one megabyte and says that it stopped there', () => {
    const paste = parsePaste(`${A}\n`.repeat(50_000));
    expect(paste.cut).toBe(true);
    expect(paste.found.length).toBeGreaterThan(38_000);
  });
});

describe('glued words', () => {
  it('keeps the capital that shows where the scope ends', () => {
    expect(scopesIn('meeting:read:adminView Meeting:Read:Meeting')).toEqual([
      'meeting:read:adminView',
      'meeting:read:meeting',
    ]);
  });
});
