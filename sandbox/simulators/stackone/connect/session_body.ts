import type { Project } from '../project.ts';
import type { SessionRequest } from './sessions.ts';

type Body = Readonly<Record<string, unknown>>;
type Checked = SessionRequest | { readonly refused: string; readonly status: number };

/** Sources differ: 5 days, 30 days, 1800 s (the example of the specification). */
const DEFAULT_LIFE_SECONDS = 1800;

/** Of `ConnectSessionCreate` (stackone-client-ruby 0.41); the two old names among them are deprecated. */
const TEXTS = [
  'origin_owner_id',
  'origin_owner_name',
  'origin_username',
  'provider',
  'provider_version',
  'connector_profile_id',
  'integration_id',
  'account_id',
  'label',
  'type',
] as const;
const KNOWN: readonly string[] = [...TEXTS, 'categories', 'expires_in', 'metadata', 'multiple'];
const CATEGORIES =
  'ats hris hris-legacy crm iam marketing lms stackone documents ticketing screening messaging accounting scheduling'.split(
    ' ',
  );

/** As strict as the other calls of this API: an unknown property is a 400. */
export function checkBody(project: Project, sent: unknown): Checked {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return refuse('Unexpected token in JSON');
  const body: Body = { ...sent };
  const fault = faultOf(body);
  if (fault !== undefined) return refuse(fault);
  const text = (name: (typeof TEXTS)[number]) => textIn(body[name]);
  const profile = profileFor(
    project,
    text('connector_profile_id') ?? text('integration_id'),
    text('provider'),
  );
  if ('refused' in profile) return profile;
  const accountId = text('account_id');
  if (accountId !== undefined && project.accounts.every(({ id }) => id !== accountId))
    return refuse('Account not found', 404);
  return {
    ...pick(body, ['origin_username', 'provider', 'account_id', 'label'], textIn),
    ...(Array.isArray(body.categories) ? { categories: body.categories.map(String) } : {}),
    ...(isObject(body.metadata) ? { metadata: body.metadata } : {}),
    ...(typeof body.multiple === 'boolean' ? { multiple: body.multiple } : {}),
    origin_owner_id: text('origin_owner_id') ?? '',
    origin_owner_name: text('origin_owner_name') ?? '',
    type: text('type')?.toLowerCase() === 'test' ? 'test' : 'production',
    connector_profile_id: profile.id,
    expires_in: typeof body.expires_in === 'number' ? body.expires_in : DEFAULT_LIFE_SECONDS,
  };
}

function faultOf(body: Body): string | undefined {
  const unknown = Object.keys(body).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) return `property ${unknown} should not exist`;
  for (const name of ['origin_owner_id', 'origin_owner_name'])
    if (body[name] === undefined || body[name] === '') return `${name} should not be empty`;
  const noText = TEXTS.find((name) => !isAbsent(body[name]) && typeof body[name] !== 'string');
  if (noText !== undefined) return `${noText} must be a string`;
  // Both spellings are in the specification, one in its examples and one in its enumeration.
  if (!isAbsent(body.type) && !/^(?:production|test)$/i.test(String(body.type)))
    return 'type must be one of the following values: production, test';
  if (!isAbsent(body.provider_version)) return 'provider_version is deprecated';
  if (!isAbsent(body.expires_in) && !(typeof body.expires_in === 'number' && body.expires_in > 0))
    return 'expires_in must be a positive number';
  if (!isAbsent(body.metadata) && !isObject(body.metadata)) return 'metadata must be an object';
  if (!isAbsent(body.multiple) && typeof body.multiple !== 'boolean')
    return 'multiple must be a boolean value';
  const { categories } = body;
  if (
    isAbsent(categories) ||
    (Array.isArray(categories) && categories.every((one) => CATEGORIES.includes(one)))
  )
    return undefined;
  return `each value in categories must be one of the following values: ${CATEGORIES.join(', ')}`;
}

/** How StackOne words these refusals, and whether it looks at `active`, is in no document. */
function profileFor(project: Project, id: string | undefined, provider: string | undefined) {
  const profile =
    id === undefined
      ? project.profiles.find((one) => one.connector_key === provider && one.default)
      : project.profiles.find((one) => one.id === id);
  if (!profile && id === undefined) return refuse('No connector profile for this provider');
  if (!profile) return refuse('Connector profile not found', 404);
  if (!profile.active) return refuse('Connector profile is disabled');
  if (provider !== undefined && provider !== profile.connector_key)
    return refuse('provider does not match the connector profile');
  return profile;
}

const refuse = (refused: string, status = 400) => ({ refused, status });
const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick<T>(
  body: Body,
  names: readonly string[],
  read: (value: unknown) => T | undefined,
): Record<string, T> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = read(body[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
