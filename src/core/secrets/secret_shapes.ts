import {
  hasCapitals,
  hasDigits,
  hasLetterAndDigit,
  isDense,
  isDocumentLink,
  isFile,
  isMixed,
  isNameLike,
  isScrambled,
} from './random_text.ts';
import { allLettersBut, alphanumericAnd, letterSets, onlyLetters, type SecretShape } from './secret_shape.ts';

const { alphanumeric, capitals, hex, word, dotted, base64, value } = letterSets;

/**
 * Every shape of secrets that is refused, hidden or scrubbed, in one list. Prefixes and letters: the makers' own pages and
 * the rules of gitleaks (github.com/gitleaks/gitleaks, config/gitleaks.toml); lengths are smaller, since people paste half
 * of a key too. To add one: a row here, and a line in the table of test/unit/core/secrets/secret_shape.test.ts.
 */
export const secretShapes: readonly SecretShape[] = [
  // docs.slack.dev, "Tokens": bot, user, refresh, configuration, app-level and short-lived function tokens.
  {
    name: 'slack_token',
    head: /\b(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-/g,
    letters: alphanumericAnd('-'),
    atLeast: 1,
  },
  // A response_url, an incoming webhook or a trigger allows anyone to post.
  {
    name: 'slack_webhook',
    head: /hooks\.slack(?:-gov)?\.com\//gi,
    labelled: true,
    letters: alphanumericAnd('/_-'),
    atLeast: 1,
  },
  {
    name: 'chat_webhook',
    head: /discord(?:app)?\.com\/api\/webhooks\/|webhook\.office\.com\/webhookb2\//gi,
    labelled: true,
    letters: alphanumericAnd('@/_-'),
    atLeast: 16,
  },
  // StackOne: `v1.{region}.xxxxx`
  { name: 'stackone_key', head: /\bv1\.[a-z][a-z]\d?\d?\./g, letters: value, atLeast: 10 },
  // JSON Web Tokens, Zoom's among them, begin with `{"` in base64.
  { name: 'token', head: /\beyJ/g, letters: dotted, atLeast: 14 },
  {
    name: 'token',
    head: /\b(?:Basic|Bearer)\s{1,4}/gi,
    labelled: true,
    letters: value,
    atLeast: 8,
    holds: (run) => hasLetterAndDigit(run) || run.endsWith('=') || /[a-z][A-Z]/.test(run),
  },
  { name: 'github', head: /gh[pousr]_|github_pat_/g, letters: word, atLeast: 16 },
  {
    name: 'gitlab',
    head: /gl(?:pat|dt|rt|ptt|cbt|soat|agent|oas|ft|imt|ffct)-|GR1348941/g,
    letters: dotted,
    atLeast: 16,
  },
  { name: 'atlassian', head: /\bAT(?:ATT3|CTT3|BB)/g, letters: value, atLeast: 16 },
  { name: 'aws_key_id', head: /\b(?:AKIA|ASIA|ABIA|ACCA|A3T)/g, letters: capitals, atLeast: 16, atMost: 17 },
  { name: 'aws_bedrock', head: /ABSK/g, letters: value, atLeast: 60 },
  { name: 'google', head: /AIza|GOCSPX-|\bya29\./g, letters: word, atLeast: 20 },
  {
    name: 'azure',
    head: /AccountKey=|SharedAccessKey=|SharedAccessSignature=|[?&]sig=/gi,
    labelled: true,
    letters: alphanumericAnd('+/=%'),
    atLeast: 20,
  },
  { name: 'azure_client_secret', head: /\dQ~/g, letters: value, atLeast: 30 },
  {
    name: 'stripe',
    head: /[sr]k_(?:live|test|prod)_|rzp_(?:live|test)_|whsec_/g,
    letters: base64,
    atLeast: 10,
  },
  { name: 'square', head: /\bsq0(?:atp|csp)-/g, letters: word, atLeast: 20 },
  { name: 'anthropic', head: /sk-ant-/g, letters: word, atLeast: 10 },
  { name: 'openai', head: /\bsk-/g, letters: word, atLeast: 20, holds: isMixed },
  { name: 'ai_service', head: /\bsk[-_](?:or-v1-)?/g, letters: hex, atLeast: 32 },
  { name: 'ai_service', head: /\b(?:hf_|api_org_|pplx-|gsk_|r8_|xai-)/g, letters: alphanumeric, atLeast: 30 },
  { name: 'npm', head: /\bnpm_/g, letters: alphanumeric, atLeast: 20 },
  {
    name: 'package_registry',
    head: /\b(?:pypi-|rubygems_|dckr_[po]at_|oy2)/g,
    letters: word,
    atLeast: 20,
    holds: hasLetterAndDigit,
  },
  { name: 'sendgrid', head: /\bSG\./g, letters: dotted, atLeast: 30 },
  { name: 'mail_service', head: /\bkey-|\bxkeysib-/g, letters: hex, atLeast: 32 },
  { name: 'twilio', head: /\bSK/g, letters: hex, atLeast: 32, atMost: 32 },
  { name: 'telegram', head: /\d:AA/g, letters: word, atLeast: 30 },
  { name: 'shopify', head: /shp(?:at|ca|pa|ss)_/g, letters: hex, atLeast: 20 },
  { name: 'digitalocean', head: /do[opr]_v1_/g, letters: hex, atLeast: 30 },
  { name: 'hashicorp', head: /\bhv[sb]\.|\.atlasv1\./g, letters: value, atLeast: 24 },
  {
    name: 'hex_key',
    head: /\b(?:dapi|pul-|sbp_|sgp_|sntryu_|PMAK-|HRKU-|sdk-|api-|access-(?:sandbox|development|production)-|GenieKey |rdme_|sq[apu]_|bkua_|mlsn\.)/g,
    letters: onlyLetters('abcdefABCDEF0123456789-_'),
    atLeast: 30,
  },
  {
    name: 'service_key',
    head: /\b(?:lin_api_|ntn_|nfp_|pnu_|CCIPAT_|sb_secret_|pat[A-Za-z0-9]{14}\.|pk_\d{6,9}_|re_[A-Za-z0-9]{8}_|sl\.(?:u\.)?[A-Z]|AQE[a-z]|EAA[A-Za-z0-9]{6}|AAAAAAAAAAAAAAAAAAAAA|FwoG|figd_|sntrys_|glsa_|glc_|pscale_(?:tkn|oauth|pw)_|dp\.(?:pt|st|ct|sa)\.|dt0c01\.|HRKU-AA|ops_eyJ|NRAK-|AGE-SECRET-KEY-1|LTAI)/g,
    letters: value,
    atLeast: 16,
    holds: hasLetterAndDigit,
  },
  // The first line is enough: the rest is pasted with it.
  {
    name: 'private_key',
    head: /BEGIN (?:(?:RSA|DSA|EC|PGP|OPENSSH|ENCRYPTED|ANY|SSH2 ENCRYPTED) )?PRIVATE KEY/g,
    letters: alphanumericAnd('+/=\\-–— \r\n'),
    atLeast: 0,
  },
  // `postgres://bot:pa/55@db.example`, but not `https://medium.com:443/@acme`.
  {
    name: 'address_with_password',
    head: /:\/\/[^\s:@/]*:/g,
    labelled: true,
    letters: allLettersBut(' \t\r\n@"'),
    atLeast: 1,
    before: '@',
    holds: (run) => !/^\d+\//.test(run),
  },
  // What a `.env`, JSON or query string calls a secret, unless it is a placeholder without digits.
  {
    name: 'client_secret',
    head: /(?:secret|password|passwd|passphrase|token|(?:api|access|private|account|signing|admin|app|write)[_-]?key)["']?[^\S\n]{0,3}[=:][^\S\n]{0,3}["']?/gi,
    labelled: true,
    letters: value,
    atLeast: 16,
    holds: hasLetterAndDigit,
  },
  {
    name: 'password',
    // Not `user:update:password:admin`.
    head: /(?:^|[^:])(?:password|passwd|passphrase|passwort|kennwort|contraseña|senha|mot de passe|пароль|パスワード|密码|\bpwd)["']?[^\S\n]{0,3}[=:][^\S\n]{0,3}["']?/gi,
    labelled: true,
    letters: allLettersBut(' \t\r\n"\',;:&}'),
    atLeast: 6,
    holds: hasLetterAndDigit,
  },
  {
    name: 'named_secret',
    head: /(?:client_secret|access_token|refresh_token)["']?\s{0,3}[=:]\s{0,3}["']?/gi,
    labelled: true,
    letters: allLettersBut(' \t\r\n"\'&,}'),
    atLeast: 1,
    only: 'log',
  },
  // Z8: Zoom's client secrets are 32 letters and digits, 28 to 64 taken as possible; its client ids have 20 to 24.
  {
    name: 'client_secret',
    letters: word,
    atLeast: 28,
    atMost: 64,
    holds: (run) =>
      (isMixed(run) || isScrambled(run)) && !/[_-]/.test(run) && !isNameLike(run) && !isFile(run),
    unlessBehind: isDocumentLink,
  },
  // Random bytes in base64: AWS's secret access keys (40), keys of 32 bytes (43).
  {
    name: 'base64_key',
    letters: base64,
    atLeast: 40,
    atMost: 88,
    holds: (run) => isDense(run) && !isFile(run),
    unlessBehind: isDocumentLink,
  },
  // MailChimp: 32 hex digits and the number of a data centre.
  {
    name: 'mail_service',
    letters: word,
    atLeast: 36,
    atMost: 37,
    holds: (run) => run.slice(32, 35) === '-us' && [...run.slice(0, 32)].every(hex),
  },
  { name: 'client_secret', letters: word, atLeast: 16, holds: hasCapitals, only: 'scope_list' },
  { name: 'client_secret', letters: word, atLeast: 20, holds: hasDigits, only: 'scope_list' },
];
