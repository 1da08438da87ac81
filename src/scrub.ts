/**
 * The last resort against a secret in a text for people or logs: known shapes are replaced by `[secret]`.
 * Secrets should never get this far; `Secret` and pino's redaction come first.
 */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // Slack: bot, user, refresh, configuration, app-level and short-lived function tokens.
  [/\b(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[A-Za-z0-9-]+/g, '[secret]'],
  // StackOne: `v1.{region}.xxxxx`
  [/\bv1\.[a-z]{2}\d*\.[A-Za-z0-9+/=_.-]+/g, '[secret]'],
  [/\b(Basic|Bearer)\s+[A-Za-z0-9._~+/=-]{8,}/gi, '$1 [secret]'],
  [/((?:client_secret|access_token|refresh_token)["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi, '$1[secret]'],
  [/\b(postgres(?:ql)?:\/\/[^\s:@/]*:)[^\s@]+@/gi, '$1[secret]@'],
  // Whoever holds a response_url or an incoming webhook may post.
  [/(hooks\.slack(?:-gov)?\.com\/)[A-Za-z0-9/_-]+/g, '$1[secret]'],
];

export function scrub(text: string): string {
  return SHAPES.reduce((scrubbed, [shape, replacement]) => scrubbed.replace(shape, replacement), text);
}
