import { describe, expect, it } from 'vitest';
import { LONGEST_MANIFEST, readZoomManifest } from '../../../../src/core/manifest/read_zoom_manifest.ts';
import { manifestDocument, wantedManifest } from '../../../../src/core/manifest/zoom_manifest.ts';

const app = {
  name: 'StackOne “Integration” & Söhne',
  managementType: 'admin',
  scopeDescription: 'Reads users, and\nwhat they meet about.',
  scopes: [{ scope: 'user:read:user:admin' }, { scope: 'meeting:read:meeting:admin' }],
} as const;
const plainApp = { ...app, name: 'StackOne Integration' };

const document = manifestDocument(plainApp);
const compact = JSON.stringify(JSON.parse(document));

describe('a manifest as people paste it', () => {
  it('is read as it was written', () => {
    expect(readZoomManifest(manifestDocument(app))).toEqual({ ok: true, value: wantedManifest(app) });
  });

  it.each([
    ['with a byte order mark', `\ufeff${document}`],
    ['with line ends of Windows', document.replaceAll('\n', '\r\n')],
    ['in one line', compact],
    ['in the wrapper of Zoom’s API', `{"manifest": ${document}}`],
    ['in two wrappers', JSON.stringify({ manifest: JSON.parse(`{"manifest": ${document}}`) })],
    ['as a text inside the wrapper', JSON.stringify({ manifest: document })],
    ['in a code fence', `\`\`\`json\n${document}\n\`\`\``],
    ['with words around it', `Here is ours:\n${document}\nThanks!`],
    ['with commas after the last item', document.replace(/\n(\s*[}\]])/g, ',\n$1')],
    ['with the quotes of a word processor', document.replace(/"([^"]*)"/g, '“$1”')],
    ['with some quotes of a word processor', document.replaceAll('": ', '”: ')],
    ['with blanks of a web page', document.replaceAll('  ', '\u00a0\u00a0')],
    ['escaped, as in a log', JSON.stringify(document).slice(1, -1)],
    ['escaped twice', JSON.stringify(JSON.stringify(document).slice(1, -1)).slice(1, -1)],
    ['as HTML', document.replaceAll('"', '&quot;')],
    [
      'with keys of a stranger',
      compact.replace('{', '{"__proto__": {"usage": "X"}, "constructor": [], "x": {"y": [null]},'),
    ],
    ['with every scope twice', compact.replace(/"scopes":\[(.*?)\]/, '"scopes":[$1,$1]')],
    ['with a scope broken by a line', compact.replace('user:read:user', 'user:read:\n   user')],
    ['with texts for true and false', compact.replaceAll('"optional":false', '"optional":"false"')],
    ['without what may be left out', compact.replaceAll(',"optional":false', '')],
    ['with scopes as texts', compact.replace(/\{"scope":("[^"]*"),"optional":false\}/g, '$1')],
    ['with a key that stands twice', compact.replace('"usage":', '"usage":"USER_OPERATION","usage":')],
  ])('is read %s', (_, text) => {
    expect(readZoomManifest(text)).toEqual({ ok: true, value: wantedManifest(plainApp) });
  });

  it('keeps nothing of what is none of its business', () => {
    const secret = ['aB3dE5fG7hJ9', 'kL2mN4pQ6rS8', 'tU0vW1xY'].join('');
    const read = readZoomManifest(compact.replace('{', `{"client_secret": "${secret}",`));
    expect(JSON.stringify(read)).not.toContain(secret);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n ', 'empty'],
    ['words', 'the manifest', 'wrong'],
    ['a list of scopes', 'user:read:user:admin', 'wrong'],
    ['a manifest whose end is missing', document.slice(0, -200), 'ended'],
    ['a manifest whose beginning is missing', document.slice(200), 'wrong'],
    ['another document', '{"_metadata": {"major_version": 1}}', 'other'],
    ['a Slack manifest', '{"oauth_config": {"scopes": {"bot": []}}}', 'other'],
    ['a manifest in too many wrappers', `${'{"manifest":'.repeat(9)}${document}${'}'.repeat(9)}`, 'other'],
    ['brackets without end', `${'{"manifest":'.repeat(5_000)}`, 'too_deep'],
    ['more than any manifest', `{"a": "${'x'.repeat(LONGEST_MANIFEST)}"}`, 'too_long'],
    [
      'more scopes than there are',
      JSON.stringify({ oauth_information: { scopes: Array.from({ length: 4_000 }, (_, n) => `a:${n}`) } }),
      'too_long',
    ],
  ])('is told apart from %s', (_, text, kind) => {
    const read = readZoomManifest(text);
    expect(read.ok ? 'read' : read.error.kind).toBe(kind);
  });

  it('says nothing where the manifest says nothing, or something odd', () => {
    const odd = {
      display_information: ['x'],
      oauth_information: {
        usage: 'ADMIN',
        development_redirect_uri: 7,
        oauth_allow_list: 'https://a.example',
        scopes: { user: true },
        strict_mode: 'TRUE',
      },
    };
    expect(readZoomManifest(JSON.stringify(odd))).toEqual({
      ok: true,
      value: {
        displayName: null,
        managementType: null,
        redirects: { development: null, production: null },
        allowList: [],
        scopes: [],
        scopeDescription: '',
        strictMode: true,
        subdomainCheck: false,
      },
    });
  });
});
