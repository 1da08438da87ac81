import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../../src/core/scopes/catalogue/catalogue.ts';
import { looksSecret, secretIn, spansOf, withoutSecrets } from '../../../../src/core/secrets/find_secrets.ts';
import { secretShapes } from '../../../../src/core/secrets/secret_shapes.ts';

// Made up, 32 mixed alphanumerics like Zoom's.
const made = ['aB3dE5fG7hJ9', 'kL2mN4pQ6rS8', 'tU0vW1xY'].join('');
const small = 'ab12'.repeat(6);
const hex = '0123456789abcdef'.repeat(2);

const innocent: readonly (readonly [what: string, text: string])[] = [
  ['a scope', 'user:read:list_users:admin'],
  ['the longest scopes', 'workspace:read:background_library_files_of_the_whole_account:admin'],
  ['a client id of 22 characters', 'aB3dE5fG7hJ9kL2mN4pQ6r'],
  ['a client id of 24 characters', 'aB3dE5fG7hJ9kL2mN4pQ6rS8'],
  ['a uuid', '018f2f65-7c2b-7a31-9e7a-3f6b8a2c4d10'],
  ['a long word', 'Donaudampfschifffahrtsgesellschaftskapitaen'],
  ['a hash in lower case', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['StackOne’s callback', 'https://api.stackone.com/connect/oauth2/zoom/callback'],
  ['a placeholder', 'ZOOM_CLIENT_SECRET=your_client_secret_here'],
  ['a secret taken out', '{"access_token":"***","expires_in":3599}'],
  ['a scope named after a secret', 'marketplace:update:client_secret\nmarketplace:read:list_apps2:admin'],
  ['nothing', ''],
  ['a word', 'Acme'],
  ['a name', 'Acme Production (EU) 2'],
  ['a long name with figures', 'Zoom connector for 2026 customers in EMEA, version 3'],
  ['a name with hyphens', 'sk-some-long-customer-name-of-ours'],
  ['a name like a package', 'npm_scripts'],
  ['a name like a token', 'ghp_sync, glpat-tool, hf_demo, AKIA'],
  ['a version', 'v1.0.0'],
  ['a region', 'v1.eu1.'],
  ['a Slack user', '<@U012AB3CD> W0123456789'],
  ['a Slack channel', '<#C0123456789|zoom-apps>'],
  ['a Slack workspace', 'T0123456789 E0123456789'],
  ['a message’s ts', '1764333546.123456'],
  [
    'a permalink',
    'https://acme.slack.com/archives/C0123456789/p1764333546123456?thread_ts=1764333546.123456',
  ],
  ['an address', 'https://marketplace.zoom.us/develop/apps/aB3dE5fG7hJ9kL2mN4pQ6r/information'],
  ['an address with a port', 'http://localhost:3000/slack/events'],
  ['an address with a handle', 'https://medium.com:443/@acme'],
  ['a mail address', 'ana@acme.com <mailto:ana@acme.com|ana@acme.com>'],
  [
    'an authorize URL',
    'https://zoom.us/oauth/authorize?client_id=aB3dE5fG7hJ9kL2mN4pQ6r&scope=user:read:user',
  ],
  ['an API path', 'GET /v2/users/{userId}/meetings?page_size=300'],
  ['Zoom’s words', 'Basic Information > App Credentials'],
  ['words about a header', 'basic authentication, bearer certificates, Basic Information'],
  ['words about secrets', 'rotate the secret: it was seen; the token: expired'],
  ['a question about a password', 'password: forgotten'],
  ['a sentence', 'The client secret is the second value under App Credentials.'],
  ['a public key', '-----BEGIN PUBLIC KEY-----'],
  ['a certificate', '-----BEGIN CERTIFICATE-----'],
  ['a masked secret', '************************a1B2'],
  ['hidden letters', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
  ['a git commit', '1f06082a3c5d7e9f1b2a4c6d8e0f1a3b5c7d9e1f'],
  ['an md5', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a long number', '123456789012345678901234567890123456'],
  ['an ARN', 'arn:aws:iam::123456789012:role/StackOneConnector'],
  ['a Twilio account', `AC${'0123456789abcdef'.repeat(2)}`],
  ['a time', '12:30:45 until 13:00:00'],
  ['a name of many words', 'HRISandATSandCRMforEMEAandAPAC'],
  ['a name in one word with figures', 'ZoomConnectorForEMEAandAPACTeams2026'],
  ['a German name in one word with figures', 'ZoomFuerDeutschlandOesterreichSchweiz24'],
  ['a name with acronyms', 'StackOneZoomHRISATSCRMConnector1'],
  ['a German name', 'Rechtsschutzversicherungsgesellschaften 2026'],
  ['a Japanese name', 'アクメ株式会社のズーム連携アプリ'],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈 Acme'],
  ['a path', 'src/components/webinarPanels/RegistrantsList2/index'],
  ['a claim that ends in token', 'user:read:token user:read:zak:admin'],
  ['a scope of a token', 'imchat:read:token:admin meeting:read:local_recording_token'],
  ['a scope of a password', 'user:update:password:admin'],
  ['a reference of ours', 'GR-018f2f65 ref 7c2b7a31'],
  ['figures with units', '500 apps, 4,000 letters, 1.5 s'],
  ['a long name in one word', 'AcmeCorporationZoomIntegrationForStackOneProduction2026'],
  ['a name with abbreviations', 'Zoom4CustomerSuccessEMEAandAPACProd2'],
  ['a long method', 'getAccountLevelRecordingSettings2ForZoomRoomsAndPhone'],
  ['the beginning of an image', 'iVBORw0KGgoAAAANSUhEUgAAAAUA'],
  [
    'a longer beginning of an image',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4',
  ],
  [
    'a document’s address',
    'https://docs.google.com/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit',
  ],
  ['a public DSN', 'https://0123456789abcdef0123456789abcdef@o123.ingest.sentry.io/456'],
  ['an id of a key', '"private_key_id": "da39a3ee5e6b4b0d3255bfef95601890afd80709"'],
  ['a placeholder of a kind of app', 'api-gateway-2026 sdk-typescript-v2 re_used_scopes_2026 pat_2026'],
  ['what the product answers with', 'A text that may be a secret (hidden)'],
];

describe('secretIn', () => {
  test.each([
    ['a Zoom client secret', made, 'client_secret'],
    ['one inside a sentence', `rotate Acme to ${made}.`, 'client_secret'],
    ['one behind a key', `secret:${made}`, 'client_secret'],
    ['one in quotes', `"${made}"`, 'client_secret'],
    ['a bot token', ['xoxb', '1234567890', '1234567890', 'abcdefABCDEF'].join('-'), 'slack_token'],
    ['an app token', ['xapp', '1', 'A0123456789', '1234567890'].join('-'), 'slack_token'],
    ['a StackOne key', ['v1', 'eu1', 'abcdefghijklmnop'].join('.'), 'stackone_key'],
    ['an access token', ['eyJhbGciOiJIUzUxMiJ9', 'eyJ2ZXIiOjksImF1aWQi', 'c2ln'].join('.'), 'token'],
    ['a Basic header', `Authorization: Basic ${'YWJj'.repeat(12)}`, 'token'],
    ['whatever a .env calls a secret', `ZOOM_CLIENT_SECRET=${'ab12'.repeat(6)}`, 'client_secret'],
    ['whatever JSON calls a token', `{"refresh_token": "${'x9-y_'.repeat(5)}"}`, 'client_secret'],
    ['a refresh token', ['xoxe', '1', 'My0xLUFBQUFBQUFB'].join('-'), 'slack_token'],
    ['a rotated bot token', ['xoxe.xoxb', '1', 'MQAAAAAAAAAA'].join('-'), 'slack_token'],
    [
      'a Slack webhook',
      ['https://hooks.slack.com/services', 'T000', 'B000', 'XXXX'].join('/'),
      'slack_webhook',
    ],
    [
      'a Slack webhook that Slack wrapped',
      `<https://hooks.slack.com/services/T0/B0/${small}>`,
      'slack_webhook',
    ],
    ['a Discord webhook', `https://discord.com/api/webhooks/123456/${made}`, 'chat_webhook'],
    ['a Teams webhook', `https://acme.webhook.office.com/webhookb2/${small}@${small}`, 'chat_webhook'],
    ['a bearer header', `Bearer ${small}`, 'token'],
    ['a classic GitHub token', `ghp_${made}`, 'github'],
    ['a GitHub OAuth token', `gho_${made}`, 'github'],
    ['a GitHub user token', `ghu_${made}`, 'github'],
    ['a GitHub app token', `ghs_${made}`, 'github'],
    ['a GitHub refresh token', `ghr_${made}`, 'github'],
    ['a fine-grained GitHub token', `github_pat_${made}_${made}`, 'github'],
    ['half of a GitHub token', `ghp_${made.slice(0, 18)}`, 'github'],
    ['a GitLab token', `glpat-${made.slice(0, 20)}`, 'gitlab'],
    ['a GitLab runner’s token', `glrt-t1_${made}`, 'gitlab'],
    ['an Atlassian token', `ATATT3${made}`, 'atlassian'],
    ['an AWS key id', ['AKIA', 'IOSFODNN7EXAMPLE'].join(''), 'aws_key_id'],
    ['a temporary AWS key id', ['ASIA', 'Y34FZKBOKMUTVV7A'].join(''), 'aws_key_id'],
    ['an AWS secret', ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/'), 'base64_key'],
    ['an AWS secret by its name', `aws_secret_access_key = ${small}${small}`, 'client_secret'],
    ['a Google key', `AIza${made}abc`, 'google'],
    ['a Google client secret', `GOCSPX-${made}`, 'google'],
    ['an Azure storage key', `DefaultEndpointsProtocol=https;AccountKey=${made}${made}==`, 'azure'],
    ['an Azure client secret', `abc8Q~${made}`, 'azure_client_secret'],
    ['a Stripe key', ['sk', 'live', made.slice(0, 24)].join('_'), 'stripe'],
    ['a restricted Stripe key', ['rk', 'live', made.slice(0, 24)].join('_'), 'stripe'],
    ['a Stripe test key', ['sk', 'test', made.slice(0, 24)].join('_'), 'stripe'],
    ['a Stripe webhook’s secret', `whsec_${made}`, 'stripe'],
    ['a Square token', `sq0atp-${made}`, 'square'],
    ['an Anthropic key', `sk-ant-api03-${made}`, 'anthropic'],
    ['an OpenAI key', `sk-${made}`, 'openai'],
    ['an OpenAI project key', `sk-proj-${made}`, 'openai'],
    ['a Hugging Face token', `hf_${'aBcDeFgHiJ'.repeat(3)}kLmN`, 'ai_service'],
    ['an npm token', `npm_${made}abcd`, 'npm'],
    ['a PyPI token', `pypi-AgEIcHlwaS5vcmc${made}`, 'package_registry'],
    ['a SendGrid key', ['SG', made.slice(0, 22), `${made}abcdefghijk`].join('.'), 'sendgrid'],
    ['a Mailgun key', `key-${hex}`, 'mail_service'],
    ['a MailChimp key', `${hex}-us12`, 'mail_service'],
    ['a Twilio key', `SK${hex}`, 'twilio'],
    ['a Telegram bot’s token', `123456789:AA${made}x`, 'telegram'],
    ['a Shopify token', `shpat_${hex}`, 'shopify'],
    ['a DigitalOcean token', `dop_v1_${hex}${hex}`, 'digitalocean'],
    ['a Vault token', `hvs.${made}`, 'hashicorp'],
    ['a Databricks token', `dapi${hex}`, 'hex_key'],
    ['a Linear key', `lin_api_${made}`, 'service_key'],
    ['a private key', '-----BEGIN PRIVATE KEY-----', 'private_key'],
    ['an RSA key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'private_key'],
    ['an SSH key', '-----BEGIN OPENSSH PRIVATE KEY-----', 'private_key'],
    ['a PGP key', '-----BEGIN PGP PRIVATE KEY BLOCK-----', 'private_key'],
    ['a key whose dashes a phone replaced', '——BEGIN EC PRIVATE KEY——', 'private_key'],
    ['credentials in an address', 'https://ana:hunter2@acme.com/x', 'address_with_password'],
    ['credentials in an address that Slack wrapped', '<https://a:b@acme.com|acme>', 'address_with_password'],
    ['a database’s address', 'postgres://bot:pa/55@db.example:5432/x', 'address_with_password'],
    ['a password without a user', 'redis://:pa55word@cache:6379', 'address_with_password'],
    ['an Airtable token', `pat${made.slice(0, 14)}.${hex}${hex}`, 'service_key'],
    ['a Dropbox token', `sl.B${made}${made}`, 'service_key'],
    ['a Facebook token', `EAA${made}${made}`, 'service_key'],
    ['a Twitter bearer token', `AAAAAAAAAAAAAAAAAAAAA${made}%3D${made}`, 'service_key'],
    ['a Resend key', `re_${made.slice(0, 8)}_${made.slice(0, 24)}`, 'service_key'],
    ['a Razorpay key', `rzp_live_${made.slice(0, 14)}`, 'stripe'],
    ['a CircleCI token', `CCIPAT_${made.slice(0, 22)}_${hex}`, 'service_key'],
    ['a Heroku key', 'HRKU-01234567-89ab-cdef-0123-456789abcdef', 'hex_key'],
    ['a LaunchDarkly key', 'sdk-01234567-89ab-cdef-0123-456789abcdef', 'hex_key'],
    ['a Plaid token', 'access-sandbox-01234567-89ab-cdef-0123-456789abcdef', 'hex_key'],
    ['a Sonar token', `sqp_${hex}01234567`, 'hex_key'],
    ['a Docker organisation’s token', `dckr_oat_${made}`, 'package_registry'],
    ['a key of another AI service', `sk-or-v1-${hex}${hex}`, 'ai_service'],
    ['a voice service’s key', `sk_${hex}0123456789abcdef`, 'ai_service'],
    [
      'a secret with an invisible character inside',
      `${made.slice(0, 16)}\u200b${made.slice(16)}`,
      'client_secret',
    ],
    ['a password in German', 'Passwort: Geheim123', 'password'],
    ['a password in French', 'mot de passe : Secret99', 'password'],
    ['a password in Spanish', 'contraseña=Secreta99', 'password'],
    ['a password by its name', 'password=hunter2', 'password'],
    ['a password in JSON', '"passwd": "s3cretW0rd"', 'password'],
    ['a key of 32 bytes', 'k1:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83v/jRWeJA=', 'client_secret'],
  ])('finds %s', (_, text, kind) => {
    expect(secretIn(text)).toBe(kind);
    expect(secretIn(`register Acme ${text} for tests`)).toBe(kind);
    expect(secretIn(`register\n${text}`)).toBe(kind);
  });

  test.each(innocent)('lets %s pass', (_, text) => {
    expect(secretIn(text)).toBeNull();
  });

  // A log loses the value behind the name of a secret, whatever it looks like.
  test.each(innocent.filter(([, text]) => !/(?:client_secret|access_token)"?[=:]/i.test(text)))(
    'leaves %s as it is',
    (_, text) => {
      expect(withoutSecrets(text)).toBe(text);
    },
  );

  test('takes hardly any random secret for a name', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    const random = fc.string({ unit: fc.constantFrom(...letters), minLength: 32, maxLength: 32 });
    const all = fc.sample(random, { numRuns: 5_000, seed: 1 });
    expect(all.filter((text) => secretIn(text) === null).length).toBeLessThan(15);
  });

  test('takes hardly any random secret without a figure for a name', () => {
    const random = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'),
      minLength: 32,
      maxLength: 32,
    });
    const all = fc.sample(random, { numRuns: 2_000, seed: 1 });
    expect(all.filter((text) => secretIn(text) === null).length).toBeLessThan(200);
  });

  test('lets every scope and every operation of Zoom pass, alone and in one list', () => {
    const all = catalogue.scopes.flatMap(({ scope, classic, events }) => [scope, ...classic, ...events]);
    expect(all.filter((scope) => secretIn(scope) !== null)).toEqual([]);
    for (const gap of [' ', ',', '\n', '","', '%20', '+']) expect(secretIn(all.join(gap))).toBeNull();
  });

  test('reads each letter a bounded number of times, however the heads of shapes are strung together', () => {
    const heads = [
      'eyJ',
      'sk-',
      'xoxb-',
      'token=',
      '://:',
      'BEGIN PRIVATE KEY',
      'Basic ',
      'AKIA',
      'aB3',
      '-us1',
    ];
    for (const head of heads) {
      for (const shape of secretShapes) {
        let looks = 0;
        const letters = (character: string): boolean => {
          looks += 1;
          return shape.letters(character);
        };
        const text = head.repeat(2_000);
        expect([...spansOf(text, { ...shape, letters })].length).toBeLessThanOrEqual(2_000);
        expect(looks).toBeLessThanOrEqual(2 * text.length + 1);
      }
    }
  });
});

describe('a piece of a list of scopes', () => {
  test.each([
    ['a pair', `aB3dE5fG7hJ9kL2mN4pQ6r:${made}`],
    ['sixteen letters of both cases and a digit', 'user:aB3dEfGhJkLmNpQr'],
    ['small letters and digits without an underscore', `user:${small}`],
    ['a secret broken by an invisible character', `user:${made.slice(0, 9)}\u200B${made.slice(9)}`],
  ])('may be credentials: %s', (_, text) => {
    expect(looksSecret(text)).toBe(true);
  });

  test('is a scope, for every scope of the catalogue, in small letters and with a capital', () => {
    const names = catalogue.scopes.map(({ scope }) => scope);
    expect(names.filter(looksSecret)).toEqual([]);
    expect(names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).filter(looksSecret)).toEqual([]);
  });

  test('is taken for a secret where only lists of scopes are, not in other texts', () => {
    const text = `user:${small}`;
    expect([looksSecret(text), secretIn(text), withoutSecrets(text)]).toEqual([true, null, text]);
  });
});
