import { isObject, type Json, type JsonObject } from '../../json.ts';

/** Fields that Slack adds to texts (recorded: every block that comes back). */
const DEFAULTS: Readonly<Record<string, JsonObject>> = {
  plain_text: { emoji: true },
  mrkdwn: { verbatim: false },
};

/** Blocks, or anything in them, as Slack hands them back. */
export function withTextDefaults(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => withTextDefaults(item) ?? null);
  if (!isObject(value)) return value;
  const own = Object.entries(value).map(([key, inner]) => [key, withTextDefaults(inner)]);
  const defaults = typeof value.type === 'string' && 'text' in value ? DEFAULTS[value.type] : {};
  return { ...defaults, ...Object.fromEntries(own) };
}
