import { readFileSync } from 'node:fs';
// Named import: a default import of this CommonJS package means different things to Node and to Vitest.
import { Ajv, type ErrorObject } from 'ajv';

/** What is wrong with a manifest, and where: a JSON pointer, empty for the whole. */
export interface ManifestFault {
  readonly pointer: string;
  readonly message: string;
}

/** More would only repeat themselves. */
const MOST_FAULTS = 50;

/**
 * Checks an app manifest by the schema that Slack publishes for its `major_version` (`vendor/slack-manifest-schema`); a manifest
 * without one is of version 1. Slack itself knows more rules: an empty list says that the schema takes it.
 */
export function checkManifestSchema(manifest: unknown): readonly ManifestFault[] {
  const version = majorVersionOf(manifest);
  if (version === null) return [{ pointer: '/_metadata/major_version', message: 'must be 1 or 2' }];
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: (text) => URL.canParse(text) } });
  // Slack's own keyword for `pattern`, whose error is enough.
  ajv.addKeyword({
    keyword: 'regex',
    type: 'string',
    macro: (pattern: string) => ({ pattern }),
  });
  const validate = ajv.compile(schemaOf(version));
  if (validate(manifest)) return [];
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'regex');
  return errors.slice(0, MOST_FAULTS).map(faultOf);
}

function majorVersionOf(manifest: unknown): 1 | 2 | null {
  const metadata = fieldOf(manifest, '_metadata');
  const version = fieldOf(metadata, 'major_version');
  if (version === undefined || version === 1) return 1;
  return version === 2 ? 2 : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function schemaOf(version: 1 | 2): Record<string, unknown> {
  const file = new URL(
    `../../vendor/slack-manifest-schema/manifest.schema.${version}.0.0.json`,
    import.meta.url,
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}

function faultOf({ instancePath, keyword, params, message = 'is wrong' }: ErrorObject): ManifestFault {
  const known = fieldOf(params, 'allowedValues');
  const more =
    keyword === 'additionalProperties'
      ? `: ${String(fieldOf(params, 'additionalProperty'))}`
      : Array.isArray(known)
        ? `: ${known.join(', ')}`
        : '';
  return { pointer: instancePath, message: `${message}${more}` };
}
